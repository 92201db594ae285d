"""The policy itself is released: the answers of a language are a text that leadership approves and staff may sign."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from policy_kit.actions.answering import save_answer
from policy_kit.actions.building import build_handbook
from policy_kit.actions.differing import compare_versions
from policy_kit.actions.exporting import export_document
from policy_kit.actions.histories import ReleaseEntry, read_document_history
from policy_kit.actions.importing import import_signatures
from policy_kit.actions.interview import read_interview
from policy_kit.actions.locating import load_kit
from policy_kit.actions.releasing import release_document
from policy_kit.actions.signatures import list_signatures
from policy_kit.actions.signing import sign_document
from policy_kit.documents import KINDS
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.kit.keys import Releasable
from policy_kit.languages import list_languages, load_phrases
from tests.actions.records import TODAY, edit, list_codes, load, make_kit, release

POLICY = "questionnaires/policy.yml"
ENGLISH = "questionnaires/answers/policy.yml"
SLOVENIAN = "questionnaires/answers/Odgovori v slovenščini.yml"
QUESTIONS = """\
kind: questionnaire
id: policy
title: {en: Our policy, sl: Naša politika}
questions:
  - {id: complaints, text: How do we handle complaints?, needs: [actor]}
  - {id: aim, text: What is our aim?, needs: [measure]}
"""
ANSWERED = """\
kind: answers
questionnaire: policy
signed_by: all
answers:
  - question: complaints
    answer: The clerk answers within 2 days.
"""
ODGOVORI = """\
kind: answers
questionnaire: policy
language: sl
answers:
  - question: complaints
    answer: Tajnica odgovori v dveh dneh.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kit with answers in two languages, of which the English ones are released and signed."""
    folder = make_kit(tmp_path / "kit", **{POLICY: QUESTIONS, ENGLISH: ANSWERED, SLOVENIAN: ODGOVORI})
    release(folder, "policy")
    sign_document(load(folder), "policy", person="vera", today=TODAY)
    return folder


@pytest.mark.parametrize(
    "name", ["policy", "policy-en", "answers/policy", "answers/policy-en", ENGLISH, "policy-sl", SLOVENIAN]
)
def test_answers_are_called_by_questionnaire_language_or_file(name: str, folder: Path) -> None:
    is_english = "sl" not in name and name != SLOVENIAN
    if is_english:
        with pytest.raises(PolicyKitError, match="“policy-en” has not changed since release 1"):
            release(folder, name)
    else:
        release(folder, name)
        assert (folder / "standards/records/policy-sl/1.json").is_file()
    assert not {"PK400", "PK407"} & {*list_codes(folder)}


def test_a_release_of_answers_holds_from_its_day_unless_they_say_otherwise(folder: Path) -> None:
    (english,) = (each for each in list_signatures(load(folder), TODAY) if each.state.key == ("answers", "policy-en"))
    assert english.state.current is not None
    assert english.state.current.effective == TODAY
    edit(folder, "signed_by: all", "effective: 2026-05-01\nsigned_by: all", ENGLISH)
    with pytest.raises(PolicyKitError, match="holds from 1 May 2026"):
        release(folder, "policy", by="director=2026-05-20")


def test_an_answer_changed_in_the_form_is_noticed(folder: Path) -> None:
    kit = load_kit(folder, "en", TODAY)
    version = next(each.version for each in read_interview(kit, "policy", "en").questions if each.id == "complaints")
    save_answer(
        kit, "policy", "complaints", "en", "The clerk answers within 1 day.", answered_by="", answered_on=TODAY,
        version=version,
    )  # fmt: skip
    assert "PK400" in list_codes(folder)
    told = [change.sentence for change in compare_versions(load(folder), "policy").changes]
    assert "answer “complaints”: within 2 days → within 1 day" in told
    with pytest.raises(PolicyKitError, match="not released cannot be signed"):
        sign_document(load(folder), "policy", person="ana-novak", today=TODAY)
    with pytest.raises(PolicyKitError, match="more than a change of wording"):
        release(folder, "policy", editorial=True)
    release(folder, "policy")
    standings = {
        row.name: row.standing for each in list_signatures(load(folder), TODAY) for row in each.rows if row.expected
    }
    assert standings == {"Вера Лис": "lapsed", "Ana Novak": "owed", "Boris Kos": "owed"}


def test_a_new_file_name_loses_no_release(folder: Path) -> None:
    (folder / ENGLISH).rename(folder / "questionnaires/answers/2026.yml")
    assert "PK407" not in list_codes(folder)
    release(folder, "policy-sl")
    (folder / SLOVENIAN).write_text("kind: answers\nquestionnaire: policy\nlanguage: sl\nanswers: nonsense\n")
    assert "PK407" not in list_codes(folder), "a broken file may still be the one that was released"
    (folder / SLOVENIAN).unlink()
    assert "PK407" in list_codes(folder)


def test_a_second_file_of_released_answers_is_noticed(folder: Path) -> None:
    second = "questionnaires/answers/second.yml"
    (folder / second).write_text(ANSWERED.replace("complaints", "aim"), encoding="utf-8")
    assert "PK415" in list_codes(folder)
    for name in ("policy", second):
        with pytest.raises(UsageError, match="second"):
            release(folder, name)


def test_signatures_are_taken_from_a_table(folder: Path) -> None:
    table = folder / "signed.csv"
    table.write_text("who,document,release,date\nAna Novak,Our policy,1,2026-06-01\nBoris Kos,policy,1,2026-06-01\n")
    assert import_signatures(load(folder), table, TODAY).added == 2


def test_the_paper_shows_just_the_text_that_was_released(folder: Path) -> None:
    edit(folder, "answers:\n", "answers:\n  - {question: aim, answer: 95% in time.}\n", ENGLISH)
    release(folder, "policy-sl")
    kit = load(folder)
    today, earlier, slovenian = (
        export_document(kit, name, "md", release=number).content.decode()
        for name, number in (("policy", None), ("policy", 1), ("policy-sl", None))
    )
    assert "95% in time" in today.replace("\\", "")
    assert "nobody has signed this" in today
    assert "95%" not in earlier
    assert "Release 1 · " in earlier
    assert "Tajnica odgovori" in slovenian
    assert "95%" not in slovenian, "what has no answer in this language was not released in it either"
    assert export_document(kit, "policy", "md", "sl").content.decode() == slovenian


def test_pages_and_feeds_tell_of_the_release(folder: Path) -> None:
    release(folder, "policy-sl")
    edit(folder, "within 2 days", "within 1 day", ENGLISH)
    built = folder / "built"
    build_handbook(load(folder), built)
    index, question, foreign, news = (
        (built / path).read_text(encoding="utf-8")
        for path in ("en/policy/index.html", "en/policy/complaints.html", "sl/policy/index.html", "en/news/index.html")
    )
    assert "Changed since release 1; nobody has signed this" in index
    assert "Changed since release 1; nobody has signed this" in question
    assert "owes a signature" in index
    assert "1. izdaja, velja od 1. junija 2026" in foreign
    assert "Our policy" in news
    feeds = {
        language: json.loads((built / language / "feed.json").read_text(encoding="utf-8")) for language in ("en", "sl")
    }
    assert [[entry["title"] for entry in feeds[language]["items"]] for language in ("en", "sl")] == [
        ["Our policy: Release 1"],
        ["Naša politika: 1. izdaja"],
    ]


def test_the_history_tells_of_the_releases(folder: Path) -> None:
    past = read_document_history(load(folder), "policy")
    assert [each.release.number for each in past.entries if isinstance(each, ReleaseEntry)] == [1]


@pytest.mark.parametrize("kind", [kind for kind, model in KINDS.items() if not issubclass(model, Releasable)])
@pytest.mark.parametrize("language", list_languages())
def test_every_other_kind_says_why_it_is_never_released(kind: str, language: str, folder: Path) -> None:
    if kind == "accepted":
        for path, text in load_phrases("en").find("examples.accepted").items():
            (folder / path).write_text(text, encoding="utf-8")
    kit = load_kit(folder, language, TODAY)
    path = next(file.path for file in kit.files if file.document.kind == kind)
    reasons = load_phrases(language).find("records.never")
    reason = reasons["questionnaire-answered" if kind == "questionnaire" else kind]
    with pytest.raises(UsageError) as refusal:
        release_document(kit, path, summary="First.", approved_by=["director"], today=date(2026, 6, 1))
    assert str(refusal.value) == reason.format(id=path, file=path, answers="policy-sl, policy-en")
    if kind != "questionnaire":  # that is printed with its answers
        unprinted = load_phrases(language)("papers.errors.not-printed", name=path)
        with pytest.raises(UsageError, match=re.escape(unprinted)):
            export_document(kit, path, "md")
