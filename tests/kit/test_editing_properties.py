"""Whatever a person may write, in whatever file: it is read back as it was written, and the rest stays as it was."""

from dataclasses import dataclass
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_kit.kit.editing import Reply, UneditableError, begin_answers, find_reply, put_reply
from policy_kit.kit.signs import UNSAFE

BLANKS = ("\n", "\r\n", "\r", "\n\n", "\t", " ", "  ", "- ", ": ", " #", ", ", "? ", "<<: ", "\xa0", "\u3000")
MARKS = (*":#|>%'{}[]@`~", "|2-", "---", "...", '"', "''", '\\"', "\\", "\\n", "&a", "!t")
WORDS = ("null", "yes", "No", "012", "1e3", "1:30", "2026-11-20", ".inf", "é", "е\u0301", "ß", "č", "щ", "\xad", "🙂")
SIGNS = st.characters(exclude_categories=["Cs"]).filter(lambda sign: not UNSAFE.match(sign))
PIECES = st.sampled_from((*BLANKS, *MARKS, *WORDS)) | SIGNS | st.text(SIGNS, max_size=90)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(lambda text: Reply(text).tidy().text)
NAMES = st.text(SIGNS, max_size=40).map(lambda name: " ".join(name.split()))
DAYS = st.dates(min_value=date(1, 1, 1))
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast it goes on a busy machine is no property of ours."""

ANSWERS = (
    "answer: Yes.",
    'answer: "Yes."  # so',
    "answer: 'It''s\n\n  so'",
    "answer: |  # so\n  One.\n\n    Two.\n",
    "answer: >+\n    One.\n    Two.\n\n",
    "answer: |1-\n   One.",
    "answer: {en: Yes, ru: Да}  # so",
    "answer:\n  # so\n  ru: |\n    Да.\n  en: Yes.",
    "answer:\n  One\n  two  # so",
)
OTHERS = (
    "answered_by: Ana",
    "answered_by:",
    "answered_on: 2026-01-05",
    "standards: [a, b]",
    "roles:\n- c",
    "# note",
    "",
)
BETWEEN = ("", "{0}# between", "{0} {1}# inside")


@dataclass(frozen=True)
class Sample:
    """A sound answers file in pieces; each is what one entry of one answer takes, or what stands between."""

    pieces: tuple[tuple[str, str], ...]
    """Whose piece it is ("q1.answer"; nothing where it is no entry's), and its text."""
    count: int

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)

    def cut(self, *entries: str) -> tuple[str, str]:
        """What stands before the first of these entries, and what stands behind the last."""
        found = [number for number, (owner, _) in enumerate(self.pieces) if owner in entries]
        texts = [text for _, text in self.pieces]
        return "".join(texts[: found[0]]), "".join(texts[found[-1] + 1 :])


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Answers files in many manners."""
    indent, offset = draw(st.integers(0, 4)) * " ", draw(st.integers(1, 3)) * " "
    ending = draw(st.sampled_from(("\n", "\r\n")))
    count = draw(st.integers(1, 3))
    pieces = [("", "# head\nkind: answers\nquestionnaire: q  # why\nlanguage: en\nanswers:\n")]
    for number in range(count):
        others = draw(st.lists(st.sampled_from(OTHERS), max_size=4, unique_by=lambda entry: entry.partition(":")[0]))
        entries = draw(st.permutations([draw(st.sampled_from(ANSWERS)), *others]))
        pieces.append(("", f"{indent}-{offset}question: q{number}\n"))
        for entry in entries:
            lines = "".join(f"{indent} {offset}{line}\n" if line else "\n" for line in entry.split("\n"))
            pieces.append((f"q{number}.{entry.partition(':')[0]}", lines))
        pieces += [
            ("", line.format(indent, offset) + "\n") for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2))
        ]
    if draw(st.booleans()):
        owner, last = pieces[-1]
        pieces[-1] = (owner, last.removesuffix("\n"))
    return Sample(tuple((owner, text.replace("\n", ending)) for owner, text in pieces), count)


def is_only_added_to(old: str, new: str) -> bool:
    """Whether `new` is `old` with something put into it at one place."""
    return any(new == old[:at] + new[at : at + len(new) - len(old)] + old[at:] for at in range(len(old) + 1))


@patient
@given(TEXTS, NAMES, DAYS)
def test_every_text_comes_back_from_a_new_file(text: str, name: str, day: date) -> None:
    reply = Reply(text, name, day)
    assert find_reply(begin_answers("q", "a", "en", reply), "a", "en", "en") == reply.tidy()


@patient
@given(samples(), TEXTS, st.data())
def test_only_the_answer_changes(sample: Sample, text: str, data: st.DataObject) -> None:
    question = f"q{data.draw(st.integers(0, sample.count - 1))}"
    new = put_reply(sample.text, question, "en", "en", Reply(text))
    found = find_reply(new, question, "en", "en")
    assert found is not None
    assert found.text == Reply(text).tidy().text
    head, tail = sample.cut(f"{question}.answer")
    assert new.startswith(head)
    assert new.endswith(tail)


@patient
@given(samples(), TEXTS, NAMES, DAYS, st.data())
def test_who_and_when_change_beside_it(sample: Sample, text: str, name: str, day: date, data: st.DataObject) -> None:
    question = f"q{data.draw(st.integers(0, sample.count - 1))}"
    before = find_reply(sample.text, question, "en", "en")
    new = put_reply(sample.text, question, "en", "en", Reply(text, name, day))
    meant = Reply(text, name or (before.answered_by if before else ""), day).tidy()
    assert find_reply(new, question, "en", "en") == meant
    head, tail = sample.cut(*(f"{question}.{key}" for key in ("answer", "answered_by", "answered_on")))
    assert new.startswith(head)
    assert new.endswith(tail)


@patient
@given(samples(), TEXTS, NAMES, DAYS)
def test_a_new_answer_is_only_added(sample: Sample, text: str, name: str, day: date) -> None:
    old, reply = sample.text, Reply(text, name, day)
    new = put_reply(old, "new", "en", "en", reply)
    assert find_reply(new, "new", "en", "en") == reply.tidy()
    assert is_only_added_to(old, new)


@patient
@given(samples(), TEXTS)
def test_a_further_language_is_only_added(sample: Sample, text: str) -> None:
    old = sample.text
    try:
        new = put_reply(old, "q0", "sl", "en", Reply(text))
    except UneditableError:
        assert "en: Yes" not in old.partition("question: q1")[0]
        return
    found = find_reply(new, "q0", "sl", "en")
    assert found is not None
    assert found.text == Reply(text).tidy().text
    assert is_only_added_to(old, new)
