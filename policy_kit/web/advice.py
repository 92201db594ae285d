"""What the coach says of a text, ready for the page and for the script that keeps it up to date."""

from typing import Any

from policy_kit.actions.coaching import LONGEST_MARK, Coaching, Mark, coach_answer
from policy_kit.documents import Question
from policy_kit.web.visit import Visit


def coach(visit: Visit, question: Question, text: str) -> Coaching:
    """The coach's opinion, in the form's language. Only this text is scored: it is asked for with every pause."""
    return coach_answer(text, question, visit.language, spoken=visit.spoken, first=visit.kit.languages[0])


def sum_up(visit: Visit, coaching: Coaching, began: int, text: str) -> dict[str, Any]:
    """All that is shown beside the box. Places are counted as browsers count: in UTF-16."""
    score = coaching.score
    verdict = visit.say(f"state.{score.verdict}")
    scored = visit.say("coach.score", score=score.score)
    following = coaching.next_step or visit.say("coach.done")
    return {
        "score": score.score,
        "scored": scored,
        "verdict": score.verdict,
        "said": verdict,
        "trend": _say_trend(visit, score.score - began),
        "rises": score.score - began,
        "needs": [{"prompt": need.prompt, "met": need.is_met} for need in coaching.needs],
        "next": coaching.next_step,
        "skeleton": coaching.skeleton,
        "marks": [_place(text, mark) for mark in coaching.marks],
        "status": visit.say("coach.status", score=score.score, verdict=verdict, next=following),
    }


def _say_trend(visit: Visit, change: int) -> str:
    if change == 0:
        return visit.say("coach.trend-same")
    return visit.say("coach.trend-up" if change > 0 else "coach.trend-down", n=abs(change))


def _place(text: str, mark: Mark) -> dict[str, Any]:
    """A mark as the script wants it. A long stretch is spoken of, but not underlined: the whole answer is meant."""
    start = _count(text[: mark.start])
    length = _count(text[mark.start : mark.end]) if mark.end - mark.start <= LONGEST_MARK else 0
    return {"start": start, "end": start + length, "reason": mark.reason}


def _count(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
