"""Policy health: how concrete each answer is, why, and what to do next. For the company alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from policy_kit.documents import Questionnaire
from policy_kit.handbook.drawings import draw_score_bar, draw_score_chart, draw_score_line
from policy_kit.handbook.edition import Asked, Edition
from policy_kit.handbook.escaping import plain
from policy_kit.handbook.later import Later
from policy_kit.handbook.pages.page import LESS_FOUND, WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.traceability import write_traceability_page
from policy_kit.handbook.pages.translations import write_translations_page
from policy_kit.handbook.wording import Wording
from policy_kit.scoring import Finding


@dataclass(frozen=True)
class HealthRow:
    """One answer in the table."""

    asked: Asked
    uri: str
    next_step: str
    """The scorer's next step, or what stands in its place."""
    next_step_language: str


@dataclass(frozen=True)
class PolicyHealth:
    """The health of one questionnaire's answers."""

    questionnaire: Questionnaire
    rows: list[HealthRow]
    chart: Markup
    opening: str
    """What is still to be done before the last question opens; empty when it is open."""

    @property
    def concrete(self) -> int:
        """How many answers are concrete."""
        return sum(row.asked.is_concrete for row in self.rows)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many answers there are of each verdict."""
        found = Counter(row.asked.score.verdict if row.asked.score else "none" for row in self.rows)
        return [(verdict, found[verdict]) for verdict in ("concrete", "partly", "vague", "none")]


def write_health_pages(writer: PageWriter, others: Sequence[Page] = ()) -> tuple[Page, ...]:
    """The overview, then each answer with its findings; `others` are the pages of the documents, and those by hand."""
    edition = writer.edition
    wording = Wording(edition.language, edition.first)
    policies = [_weigh(edition, wording, policy) for policy in edition.policies.values()]
    has_translations = len(edition.company.languages) > 1
    index = writer.write(
        "health_index.md.j2",
        "health/index.md",
        writer.say("health.title"),
        writer.say("health.lead"),
        meta=LESS_FOUND | WITHOUT_CONTENTS,
        policies=policies,
        has_translations=has_translations,
    )
    answers = (
        writer.write(
            "health_answer.md.j2",
            row.uri,
            row.asked.question.text,
            meta=LESS_FOUND,
            asked=row.asked,
            bar=_draw_bar(wording, row.asked),
            line=Later(_draw_line, (edition.language, edition.first, edition.today, _Course(edition, row.asked))),
            count=len(policy.rows),
            marked=Later(_mark_answer, (row.asked,)),
            sign=_sign,
            example=row.asked.question.example.concrete if row.asked.question.example else None,
        )
        for policy in policies
        for row in policy.rows
    )
    translations = (write_translations_page(writer, others),) if has_translations else ()
    return (index, write_traceability_page(writer), *translations, *answers)


def mark_findings(words: str, findings: Sequence[Finding]) -> Markup:
    """The answer exactly as written, each finding's span leading to its reason; where spans overlap, the first wins."""
    parts: list[Markup] = []
    at = 0
    for number, finding in sorted(enumerate(findings, start=1), key=lambda pair: pair[1].start):
        start, end = max(finding.start, at), min(finding.end, len(words))
        if start >= end:
            continue
        parts.append(plain(words[at:start]))
        kind = "vague" if finding.points < 0 else "concrete"
        parts.append(
            Markup('<a class="pk-mark pk-mark--{}" href="#finding-{}" title="{}">{}</a>').format(
                kind, number, plain(finding.reason), plain(words[start:end])
            )
        )
        at = end
    return Markup("").join([*parts, plain(words[at:])])


def _weigh(edition: Edition, wording: Wording, policy: list[Asked]) -> PolicyHealth:
    rows = [_make_row(edition, wording, asked) for asked in policy]
    first = [asked for asked in policy if asked.question.opens_after is None]
    last = [asked for asked in policy if not asked.is_open]
    concrete = sum(asked.is_concrete for asked in first)
    opening = wording.say("health.opening", number=last[0].number, n=concrete, count=len(first)) if last else ""
    told = ", ".join(f"{asked.number}: {asked.score.score if asked.score else '–'}" for asked in policy)
    chart = draw_score_chart([asked.score for asked in policy], f"{wording.say('health.caption')}: {told}")
    return PolicyHealth(policy[0].questionnaire, rows, chart, opening)


def _make_row(edition: Edition, wording: Wording, asked: Asked) -> HealthRow:
    step, language = "", edition.language
    if asked.shown and asked.score and asked.score.next_step:
        step, language = asked.score.next_step, asked.shown.language
    elif asked.score:
        step = wording.say("health.nothing_to_do")
    elif asked.shown:
        step = wording.say("health.not_scored")
    else:
        step = wording.say("health.to_answer" if asked.is_open else "verdict.locked")
    return HealthRow(asked, edition.name_health_page(asked), step, language)


def _draw_bar(wording: Wording, asked: Asked) -> Markup:
    if asked.score is None:
        return Markup("")
    return draw_score_bar(asked.score, wording.say("health.bar", score=asked.score.score))


@dataclass(frozen=True, eq=False)
class _Course:
    """How the score of an answer went; looked up only when its page is asked for."""

    edition: Edition
    asked: Asked

    def list_points(self) -> list[tuple[date, int]]:
        """The scores by day; of several changes on one day the last."""
        return sorted({mark.day: mark.score for mark in self.edition.list_score_marks(self.asked)}.items())

    def make_key(self) -> bytes:
        """What tells it from another course."""
        return repr(self.list_points()).encode()


def _draw_line(language: str, first: str, today: date, course: _Course) -> Markup:
    wording, points = Wording(language, first), course.list_points()
    told = "; ".join(f"{wording.day(day)}: {score}" for day, score in points)
    days = [wording.day(points[0][0]), wording.day(today)] if points else []
    return draw_score_line(points, today, days, wording.say("releases.scores.chart", marks=told))


def _mark_answer(asked: Asked) -> Markup:
    if asked.shown is None or asked.score is None:
        return Markup("")
    return mark_findings(asked.shown.words, asked.score.findings)


def _sign(points: int) -> str:
    return f"+{points}" if points >= 0 else f"\N{MINUS SIGN}{-points}"
