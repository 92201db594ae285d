"""The kits that the tests of the handbook build: a small sound one, and one whose every text is hostile."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from policy_kit.documents import KINDS, NeedKind
from policy_kit.handbook.edition import Scores
from policy_kit.kit import Kit, KitFile, Place, load_kit
from policy_kit.scoring import Finding, MissingNeed, Score

SAMPLE = Path(__file__).parent / "sample"
TODAY = date(2026, 6, 1)


def copy_sample(folder: Path, *languages: str) -> Path:
    """A copy of the sound kit that may be edited, in few languages: that is quicker."""
    shutil.copytree(SAMPLE, folder)
    company = folder / "standards/company.yml"
    text = company.read_text(encoding="utf-8")
    company.write_text(re.sub("languages: .*", f"languages: [{', '.join(languages)}]", text), encoding="utf-8")
    return folder


def load_sample() -> Kit:
    """The sound kit."""
    kit = load_kit(SAMPLE, "en", TODAY)
    assert [problem for problem in kit.problems if not problem.code.startswith("PK1")] == []
    return kit


def make_kit(*documents: Mapping[str, Any], folder: Path | None = None) -> Kit:
    """A kit of documents given as plain data; nothing of it has been read from a disk."""
    files = tuple(
        KitFile(f"{at}.yml", KINDS[document["kind"]].model_validate(document), lambda *_: Place("", 1, 1))
        for at, document in enumerate(documents)
    )
    return Kit(folder or Path("nowhere"), "en", files, ())


def score_sample(kit: Kit) -> Scores:
    """Scores made by hand: the first answer is concrete, every other one vague."""
    return {
        (file.questionnaire, file.language or "en", answer.question): _score(str(answer.answer), answer.question)
        for file in kit.answers
        for answer in file.answers
    }


def _score(text: str, question: str) -> Score:
    words = text.split()[:2]
    spot = text.index(words[1])
    if question == "complaints":
        who = Finding("PK251", 0, len(words[0]), words[0], 40, f"“{words[0]}” says who.", NeedKind.ACTOR)
        what = Finding("PK252", spot, spot + len(words[1]), words[1], 45, "This can be seen.", NeedKind.ACTION)
        return Score(85, "concrete", (who, what), (), "")
    vague = Finding("PK203", spot, spot + len(words[1]), words[1], -10, "An effort is no act.")
    missing = MissingNeed("PK301", NeedKind.ACTOR, "Who replaces them?", 30)
    return Score(20, "vague", (vague,), (missing,), "Say who replaces them.", "__ replaces them")


# Whatever Markdown, HTML, Jinja or the theme could read. Each reads on the page as it is written, and does nothing.
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> <svg onload=alert(3)> <b>bold</b> <!-- gone",
    "![p](https://evil.example/p.png) [l](javascript:alert(4)) [l](https://evil.example/) <https://evil.example/>",
    "<![CDATA[ ]]> <!DOCTYPE x> <?php ?> </div></p></title></script></textarea> &amp; &#60; &lt;i&gt; &copy",
    "{{ 7*7 }} {% raw %} {# no #} ${x} $x$ :smile: [^1] [^1]: note *[HTML]: abbr --8<-- 'x' ++ctrl++ ==m== ~~s~~ ^^i^^",
    '# heading\n\n- list\n1. one\n\n    code\n\n| a | b |\n|---|---|\n\n> q\n***\n=== "tab"\n!!! note\n\n```\nx\n```',
    'a{ onclick="alert(5)" } {: onclick=alert(6) style=x } {.c #i} "><i x="\' `code` \\*no\\* **bold** _it_ http://evil.example',
    "klzzwxh:0042 wzxhzdk:1 \N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH SPACE}\N{GRINNING FACE} č š ž Ж\N{LINE SEPARATOR}x"
    " ---\ntitle: x\n---",
)


def make_hostile_kit() -> Kit:
    """A kit in which every text that a reader sees is hostile, each one of its own."""
    count = iter(range(10_000))

    def text() -> str:
        number = next(count)
        return f"{HOSTILE[number % len(HOSTILE)]} t{number}t"

    def measure() -> dict[str, Any]:
        return {"what": text(), "target": 5, "unit": text(), "every": text()}

    question = {"needs": ["actor"], "hint": text(), "why": text(), "example": {"concrete": text()}}
    steps = [
        {"id": "a", "do": text(), "who": "clerk", "within": text(), "then": [{"step": "b", "when": text()}, "c"]},
        {"id": "b", "do": text(), "who": "boss", "then": []},
        {"id": "c", "do": text()},
    ]
    return make_kit(
        {
            "kind": "company",
            "name": text(),
            "trade": text(),
            "languages": ["en", "sl"],
            "changes": HOSTILE[0],
            "roles": [{"id": id, "title": text()} for id in ("boss", "aide")],
        },
        {
            "kind": "questionnaire",
            "id": "policy",
            "title": text(),
            "intro": text(),
            "questions": [{"id": f"q{at}", "text": text(), **question} for at in range(len(HOSTILE) + 1)],
        },
        {
            "kind": "answers",
            "questionnaire": "policy",
            "answers": [
                {"question": f"q{at}", "answer": text(), "answered_by": text(), "standards": ["s"], "roles": ["boss"]}
                for at in range(len(HOSTILE))
            ],
        },
        {
            "kind": "standard",
            "id": "s",
            "title": text(),
            "effective": TODAY,
            "owner": "clerk",
            "statement": text(),
            "why": text(),
            "source": text(),
            "steps": steps,
            "requirements": [{"id": "r", "text": text(), "check": text()}],
            "measure": measure(),
            "exceptions": [{"when": text(), "do": text()}],
        },
        {
            "kind": "job-description",
            "id": "clerk",
            "title": text(),
            "effective": TODAY,
            "reports_to": "boss",
            "purpose": text(),
            "duties": [{"id": "d", "text": text(), "standard": "s"}],
            "source": text(),
            "measures": [measure()],
            **{
                part: [text()] for part in ("general", "responsibilities", "knowledge", "skills", "qualities", "rights")
            },
            "liability": [text()],
        },
        {
            "kind": "moral-code",
            "title": text(),
            "effective": TODAY,
            "owner": "clerk",
            "preamble": text(),
            "principles": [
                {
                    "id": "p",
                    "principle": text(),
                    "seen": [text()],
                    "broken": [text()],
                    "follows": text(),
                    "standards": ["s"],
                    "source": text(),
                }
            ],
        },
        {
            "kind": "glossary",
            "title": text(),
            "effective": TODAY,
            "owner": "clerk",
            "terms": [{"id": "t", "term": text(), "meaning": text(), "forms": {"en": [text()]}, "see": ["t"]}],
        },
        *_list_hostile_work(text),
        *_write_hostile_client_documents(text),
    )


def _list_hostile_work(text: Callable[[], str]) -> Iterator[dict[str, Any]]:
    """The documents on how the company works together."""

    def prose() -> str:
        """For long texts, in which a little Markdown is allowed: one that holds none of it."""
        return next(words for words in iter(text, "") if not re.search(r"\]\(https|\*\*|^- ", words, re.MULTILINE))

    def document(kind: str, **fields: Any) -> dict[str, Any]:
        return {"kind": kind, "title": text(), "effective": TODAY, "owner": "clerk", "source": text(), **fields}

    def reward(id: str) -> dict[str, Any]:
        return {"id": id, "title": text(), "earned_by": prose(), "worth": text(), "every": text(), "posts": ["boss"]}

    activities = [
        {"id": "a", "text": text(), "leads": ["clerk"], "supports": ["boss"], "pillar": "win", "standard": "s"},
        {"id": "b", "text": text(), "leads": ["boss"], "told": ["clerk"]},
    ]
    yield document(
        "role-matrix",
        intro=prose(),
        obligation=prose(),
        disagreement=prose(),
        team=[{"post": post, "emphasis": prose()} for post in ("clerk", "boss")],
        activities=activities,
    )
    told = ("title", "input", "action", "output", "record", "within")
    steps = [{"id": id, "owner": "clerk", "tools": ["t"], **{key: text() for key in told}} for id in ("one", "two")]
    yield document("process", id="p", purpose=prose(), why=prose(), steps=steps, measures=[])
    yield document(
        "toolkit",
        intro=prose(),
        pillars=[{"pillar": "win", "text": prose()}],
        manager_types=[{"id": "m", **{key: text() for key in ("title", "seen", "fits", "care")}, "posts": ["boss"]}],
        tools=[{"id": "t", "title": text(), "use": prose(), "whose": "personal"}],
        control_points=[
            {"id": "c", "watches": "loyalty", "post": "clerk", "tools": ["t"], "report": "r"}
            | {key: text() for key in ("title", "look", "alarm", "act", "every")}
        ],
        reports=[
            {"id": "r", "by": "clerk", "to": ["boss"]}
            | {key: text() for key in ("title", "tells", "every", "due", "decides")}
        ],
    )
    yield document(
        "motivation",
        intro=prose(),
        pay=[{"post": "clerk", "fixed": 50, "by_result": 50, "result": text()}],
        not_given=[{"id": "n", "text": text(), "why": text()}],
        products=[{"id": "p", "title": text(), "weight": 2, "locomotive": True, "why": text()}],
        **{key: [reward(key)] for key in ("bonuses", "gifts", "recognition")},
    )


def _write_hostile_client_documents(text: Callable[[], str]) -> Iterator[dict[str, Any]]:
    def part(id: str, *names: str, **fields: Any) -> dict[str, Any]:
        return {"id": id, **{name: text() for name in names}, **fields}

    def document(kind: str, **fields: Any) -> dict[str, Any]:
        return {"kind": kind, "title": text(), "effective": TODAY, "owner": "clerk", "source": text(), **fields}

    posts = [{"post": post, "answers_for": text(), "emphasis": [text()]} for post in ("clerk", "boss", "aide")]
    yield document(
        "guide",
        opening=text(),
        reasons=[part("r", "title", "text", means=[text()])],
        readers=[part("e", "title", "text", posts=["boss"])],
        teamwork={
            **{name: text() for name in ("text", "first_obligation", "otherwise")},
            "roles": posts,
            "together": [text()],
        },
        rules=[text()],
    )
    types = [part("t", "title", "text", signs=[text()], do=[text()], avoid=[text()], standards=["s"])]
    yield document(
        "typology",
        intro=text(),
        criteria=[part("c", "title", "ask", types=types)],
        relations=[part("r", "title", "lasts", "text", do=[text()])],
    )
    span = {"number": 2, "unit": "working-days"}
    level = part("l", "title", "promise", times=[part("t", "what", within=span)], channels=["p"], more=[text()])
    yield document(
        "segments",
        intro=text(),
        review=text(),
        levels=[{**level, "served_by": ["aide"], "standard": "s"}],
        stages=[part("s", "title", "text", "goal")],
        segments=[
            part("a", "title", "who", "need", "next", level="l", stage="s", strategy="x", types=["t"], work=[text()])
        ],
        strategies=[part("x", "title", "text")],
        areas=[part("z", "title", "text", "next", owner="aide")],
    )
    yield document(
        "channels",
        intro=text(),
        portfolio=text(),
        common=[text()],
        standard="s",
        channels=[part("p", "title", "purpose", "not_for", "hours", "recorded", within=span, answered_by=["aide"])],
    )


def score_hostile(kit: Kit) -> Scores:
    """Scores whose reasons, prompts and next steps are hostile, too."""
    scores: dict[tuple[str, str, str], Score] = {}
    for answer in kit.answers[0].answers:
        words = str(answer.answer)
        finding = Finding("PK201", 2, 9, words[2:9], -5, HOSTILE[0])
        missing = MissingNeed("PK301", NeedKind.ACTOR, HOSTILE[1], 10)
        scores["policy", "en", answer.question] = Score(40, "partly", (finding,), (missing,), HOSTILE[3], HOSTILE[5])
    return scores
