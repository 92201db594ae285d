"""Who backs what is told on the pages, both ways; the traceability page tells where the chain breaks."""

from collections.abc import Mapping
from pathlib import Path

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages import write_sections
from policy_kit.kit import load_kit
from tests.handbook.kits import TODAY, load_sample
from tests.kit.kits import write_files

COMPANY = "kind: company\nname: Acme\nlanguages: [en, sl]\nroles:\n  - {id: boss, title: {en: Boss, sl: Šef}}\n"
POLICY = """\
kind: questionnaire
id: policy
title: Policy
questions:
  - {id: complaints, text: What of complaints?, needs: [time]}
  - {id: basis, text: What is it based on?, needs: [means]}
"""
ANSWERS = """\
kind: answers
questionnaire: policy
answers:
  - {question: complaints, answer: We answer every complaint within 4 hours., standards: [complaints, visits]}
  - {question: basis, answer: On our values.}
"""
COMPLAINTS = """\
kind: standard
id: complaints
title: Complaints <b>
effective: 2026-01-01
owner: clerk
statement: Nobody complains in vain.
measure: {what: Answered in time, target: 90, unit: percent, every: month}
steps:
  - {id: answer, do: Answers the complaint, who: clerk, within: 8 hours}
"""
VISITS = "kind: standard\nid: visits\ntitle: Visits\neffective: 2026-01-01\nowner: clerk\nstatement: We visit all.\n"
CLERK = """\
kind: job-description
id: clerk
title: Clerk
effective: 2026-01-01
purpose: Helps.
duties:
  - {id: complaints, text: Answers complaints, standard: complaints}
"""
ACCEPTED = """\
kind: accepted
accepted:
  - code: PK144
    document: visits
    reason: {en: "We <i>count</i> them later.", sl: Preštejemo jih kasneje.}
    by: boss
"""
FILES = {
    "standards/company.yml": COMPANY,
    "standards/accepted.yml": ACCEPTED,
    "standards/service/complaints.yml": COMPLAINTS,
    "standards/service/visits.yml": VISITS,
    "standards/jobs/clerk.yml": CLERK,
    "questionnaires/policy.yml": POLICY,
    "questionnaires/answers/policy.yml": ANSWERS,
}


def write_pages(
    folder: Path, language: str = "en", *, public: bool = False, files: Mapping[str, str] = FILES
) -> dict[str, str]:
    """The pages of a kit by address, as Markdown."""
    kit = load_kit(write_files(folder, {**FILES, **files}), "en", TODAY)
    sections = write_sections(Edition(kit, {}, language, public=public, today=TODAY))
    return {page.uri: page.markdown for section in sections for page in section.pages}


def test_every_break_of_the_chain_is_counted_and_shown_in_its_row(tmp_path: Path) -> None:
    page = write_pages(tmp_path)["health/traceability.md"]
    assert "<b>1</b> contradiction" in page
    assert "<b>2</b> gaps" in page
    assert "<b>1</b> accepted with a reason" in page
    row = page[page.index("1. What of complaints") :]
    assert "Another time than the standard" in row
    assert '<a href="../standards/visits.html">Visits</a>' in row
    assert "Nobody’s duty" in row
    assert "No measure" in row
    assert "No standard" in row[row.index("2. What is it based on") :]
    assert '<a href="../jobs/clerk.html#duty&#45;complaints">Clerk</a>' in row.replace("#duty-", "#duty&#45;")
    assert "90% – Answered in time" in row


def test_each_gap_leads_to_the_page_and_names_the_line_where_one_mends_it(tmp_path: Path) -> None:
    page = write_pages(tmp_path)["health/traceability.md"]
    assert '<a href="../standards/visits.html">No job description has a duty under the standard' in page
    assert "duty under the standard “Visits”" in page
    assert "The answer to “What is it based on?” names no standard" in page
    assert "the standard “Complaints &#60;b&#62;”" in page
    plain = page.replace("&#46;", ".").replace("&#47;", "/").replace("&#58;", ":").replace("&#45;", "-")
    assert "standards/service/visits.yml:2" in plain
    assert "questionnaires/answers/policy.yml:4" in plain


LEVELS = """\
kind: segments
title: Segments
effective: 2026-01-01
owner: clerk
levels:
  - id: gold
    title: Gold level
    promise: First.
    standard: complaints
    channels: [line]
    times: [{id: answer, what: an answer, step: answer, within: {number: 1, unit: hours}}]
segments: [{id: regular, title: Regular clients, who: They order, need: Calm, level: gold}]
"""
LINE = """\
kind: channels
title: Channels
effective: 2026-01-01
owner: clerk
channels:
  - id: line
    title: The red line
    purpose: For what is urgent
    standard: complaints
    step: answer
    within: {number: 2, unit: days}
"""


def test_levels_and_channels_are_called_by_their_titles(tmp_path: Path) -> None:
    files = {"standards/clients/segments.yml": LEVELS, "standards/clients/channels.yml": LINE}
    page = write_pages(tmp_path, files=files)["health/traceability.md"]
    assert "The level “Gold level” promises “1 hour”; the step “answer” of the standard “Complaints" in page
    assert "The channel “The red line” promises “2 days”; the step “answer” of the standard “Complaints" in page


def test_what_is_accepted_tells_by_whom_and_why_in_the_language_of_the_page(tmp_path: Path) -> None:
    page = write_pages(tmp_path)["health/traceability.md"]
    assert "Accepted by Boss" in page
    assert "We &#60;i&#62;count&#60;&#47;i&#62; them later" in page
    slovenian = write_pages(tmp_path, "sl")["health/traceability.md"]
    assert "Sprejeto &#40;Šef&#41;" in slovenian
    assert "Preštejemo jih kasneje" in slovenian
    assert "protislovje" in slovenian


def test_the_public_handbook_says_nothing_of_gaps(tmp_path: Path) -> None:
    pages = write_pages(tmp_path, public=True)
    assert not [uri for uri in pages if uri.startswith("health/")]
    assert "kasneje" not in "".join(pages.values())
    assert "count" not in pages["standards/visits.md"]


def test_who_backs_an_answer_and_what_a_duty_and_a_standard_back(tmp_path: Path) -> None:
    pages = write_pages(tmp_path)
    answer = pages["policy/complaints.md"]
    assert "Who backs this?" in answer
    assert '<a href="../standards/complaints.html">Complaints &#60;b&#62;</a>' in answer
    assert '<a href="../jobs/clerk.html#duty-complaints">Clerk</a>' in answer
    assert '<a href="../policy/complaints.html">What of complaints?</a>' in pages["standards/complaints.md"]
    duty = pages["jobs/clerk.md"].partition('id="duty-complaints"')[2]
    assert '<a href="../policy/complaints.html">What of complaints?</a>' in duty
    assert "Who backs this?" not in pages["policy/basis.md"]


def test_all_that_names_a_standard_stands_on_its_page() -> None:
    sections = write_sections(Edition(load_sample(), {}, "en", public=False, today=TODAY))
    pages = {page.uri: page.markdown for section in sections for page in section.pages}
    backs = pages["standards/complaint-handling.md"].partition("{: #backs }")[2]
    assert "Principles" in backs
    assert "moral-code.html#principle-honest" in backs
    assert "clients/typology.html#type-loud" in backs


def test_without_gaps_the_page_says_so_and_lists_none(tmp_path: Path) -> None:
    sound = {
        "standards/accepted.yml": "kind: accepted\naccepted:\n"
        + "".join(
            f"  - {{code: {code}, document: {name}, reason: Yes., by: boss}}\n"
            for code, name in (("PK140", "visits"), ("PK144", "visits"), ("PK142", "policy"))
        ),
        "standards/service/complaints.yml": COMPLAINTS.replace("8 hours", "4 hours"),
    }
    page = write_pages(tmp_path, files=sound)["health/traceability.md"]
    assert "<b>0</b> contradictions" in page
    assert "<b>0</b> gaps" in page
    assert "#contradiction" not in page
