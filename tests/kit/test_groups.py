"""Problems that are the same are told once, with all their places; nothing of them is lost in the count."""

from pathlib import Path

import pytest

from policy_kit.kit import Kit, ProblemGroup, format_group, group_causes
from policy_kit.languages import list_languages, load_phrases
from tests.kit.kits import load_files

COMPANY = "kind: company\nname: Acme\nlanguages: [{language}]\nroles:\n  - {{id: boss, title: Boss}}\n"
ANSWERS = "kind: answers\nquestionnaire: q\nanswers:\n  - {question: a, answer: A, roles: [{names}]}\n"
QUESTIONS = "kind: questionnaire\nid: q\ntitle: Q\nquestions:\n  - {id: a, text: A, hint: A, why: A, needs: [time]}\n"
ASK = "questionnaires/q.yml"


def load(folder: Path, *names: str, language: str = "en", **files: str) -> Kit:
    """A kit whose answers name posts, in as many files as there are lists of names."""
    answers = {
        f"questionnaires/answers/{number:03}.yml": ANSWERS.replace("{names}", list_)
        for number, list_ in enumerate(names, start=1)
    }
    own = {"standards/company.yml": COMPANY.format(language=language), ASK: QUESTIONS}
    return load_files(folder, {**own, **answers, **files}, None)


def group(kit: Kit) -> list[ProblemGroup]:
    causes = [cause for cause in kit.list_causes("error") if cause.code == "PK104"]
    return [*group_causes(causes, load_phrases(kit.language))]


def test_one_name_at_many_places_is_one_group(tmp_path: Path) -> None:
    (found,) = group(load(tmp_path, "chief", "chief, boss", "boss, chief"))
    assert found.n == 3
    assert found.problem.place.file == "questionnaires/answers/001.yml"
    assert [place.file[-7:] for place in found.others] == ["002.yml", "003.yml"]


def test_two_names_are_two_groups_in_the_order_of_their_first_places(tmp_path: Path) -> None:
    found = group(load(tmp_path, "aide, chief", "chief, aide", "chief, aide"))
    assert [(one.problem.message.split("”")[0][-5:], one.n) for one in found] == [("“aide", 3), ("chief", 3)]


def test_a_name_that_is_wrong_twice_is_told_twice_with_its_lines(tmp_path: Path) -> None:
    kit = load(tmp_path, "chief", "chief")
    found = group(kit)
    assert [one.n for one in found] == [1, 1]
    assert [one.problem for one in found] == [one for one in kit.problems if one.code == "PK104"]


def test_of_many_places_a_dozen_are_listed(tmp_path: Path) -> None:
    (found,) = group(load(tmp_path, *["chief"] * 53))
    lines = format_group(found, load_phrases("en")).splitlines()
    assert lines[3] == "  = The same at 52 other places:"
    places = [f"      {place} PK104" for place in found.others]
    assert lines[4:17] == [*places[:12], "      and 40 more places"]
    assert len(lines) == 18
    assert "Is the post gone?" in lines[17]
    whole = format_group(found, load_phrases("en"), whole=True).splitlines()
    assert whole[4:-1] == places, "a program finds every one"


def test_thirteen_places_leave_none_to_be_counted(tmp_path: Path) -> None:
    (found,) = group(load(tmp_path, *["chief"] * 13))
    assert "more place" not in format_group(found, load_phrases("en"))


def test_a_name_that_is_nearly_another_may_be_meant(tmp_path: Path) -> None:
    (found,) = group(load(tmp_path, *["bos"] * 3))
    assert found.problem.help.endswith("Did you mean “boss”?")
    assert found.problem.help.startswith("Is the post gone?")


def test_of_what_is_wrong_in_one_file_every_place_is_told(tmp_path: Path) -> None:
    broken = "kind: answers\nquestionnaire: q\nanswers: []\nnotes: x\n"
    kit = load(tmp_path, **{f"questionnaires/answers/{name}.yml": broken for name in "abc"})
    told = group_causes(kit.list_causes("error"), load_phrases("en"))
    assert all(one.n == 1 for one in told if one.problem.code < "PK100")
    assert len([one for one in told if one.problem.place.line == 4]) == 3


def test_the_limit_of_a_file_counts_what_lies_beyond(tmp_path: Path) -> None:
    names = ", ".join(f"post-{number}" for number in range(40))
    found = group(load(tmp_path, names))
    assert len(found) == 26
    assert (found[-1].problem.code, found[-1].n) == ("PK099", 15)
    assert sum(one.n for one in found) == 40


def test_a_flood_of_one_cause_is_no_reason_to_hide_the_others(tmp_path: Path) -> None:
    found = group(load(tmp_path, ", ".join(["chief"] * 40 + ["aide"])))
    assert [one.n for one in found] == [40, 1]


@pytest.mark.parametrize("language", list_languages())
def test_every_language_has_advice_for_what_is_gone(language: str, tmp_path: Path) -> None:
    (found,) = group(load(tmp_path, *["chief"] * 3, language=language))
    assert found.problem.help == load_phrases(language)("groups.gone.PK104")


def test_acceptances_of_a_document_that_is_gone_are_one_matter(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{code: PK141, document: {document}, part: {part}, reason: It may stay so., by: boss}}\n"
        for document in ("aide", "clerk")
        for part in ("a", "b", "c")
    )
    kit = load(tmp_path, **{"standards/accepted.yml": f"kind: accepted\naccepted:\n{rows}"})
    told = [*group_causes(kit.list_causes("warning"), load_phrases("en"))]
    found = [(one.problem.code, one.problem.place.line, one.n) for one in told if one.problem.place.line > 2]
    assert found == [("PK159", 3, 3), ("PK157", 6, 1), ("PK157", 7, 1), ("PK157", 8, 1)]
