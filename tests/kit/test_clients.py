"""Segments, channels, typology and guide: what they name must be there, in broken documents too, and is told once."""

from pathlib import Path

import pytest

from tests.kit.kits import JOB, STANDARD, load_files

SEGMENTS = "standards/clients/segments.yml"
CHANNELS = "standards/clients/channels.yml"
TYPOLOGY = "standards/clients/typology.yml"
GUIDE = "standards/guide.yml"
HEAD = "title: A\neffective: 2026-01-01\nowner: clerk\n"

SOUND_CHANNELS = f"kind: channels\n{HEAD}channels:\n  - {{id: post, title: Post, purpose: Papers}}\n"
SOUND_TYPOLOGY = f"kind: typology\n{HEAD}criteria:\n  - {{id: a, title: A, types: [{{id: calm, title: Calm}}]}}\n"
SOUND_GUIDE = f"kind: guide\n{HEAD}opening: O\nreasons:\n  - {{id: a, title: A, text: A}}\n"
SOUND_SEGMENTS = f"""\
kind: segments
{HEAD}levels:
  - {{id: basic, title: B, promise: P, channels: [post], served_by: [clerk], standard: letters}}
stages: [{{id: new, title: N, text: N}}]
strategies: [{{id: speed, title: S, text: S}}]
segments:
  - {{id: a, title: A, who: W, need: N, level: basic, stage: new, types: [calm], strategy: speed}}
"""
SOUND = {SEGMENTS: SOUND_SEGMENTS, CHANNELS: SOUND_CHANNELS, TYPOLOGY: SOUND_TYPOLOGY, GUIDE: SOUND_GUIDE}


def find(folder: Path, files: dict[str, str]) -> list[str]:
    """The problems of the sound documents with `files` laid over them, as `file:line code` and what is underlined."""
    found = []
    for problem in load_files(folder, {**SOUND, **files}).problems:
        start = problem.place.column - problem.first_column
        word = problem.excerpt[start : start + problem.width]
        found.append(f"{problem.place.file}:{problem.place.line} {problem.code} {word}")
    return found


def test_sound_documents_have_no_problem_and_are_found(tmp_path: Path) -> None:
    kit = load_files(tmp_path, SOUND)
    assert kit.problems == ()
    assert kit.guide
    assert kit.typology
    assert kit.segments
    assert kit.channels
    assert (kit.typology.internal, kit.segments.internal) == (True, True)
    assert (kit.guide.internal, kit.channels.internal, kit.jobs["clerk"].internal) == (False, False, False)


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        # posts
        *(
            ({path: text.replace("owner: clerk", "owner: clrek")}, [f"{path}:4 PK104 clrek"])
            for path, text in SOUND.items()
        ),
        ({SEGMENTS: SOUND_SEGMENTS.replace("[clerk]", "[clerk, no]")}, [f"{SEGMENTS}:6 PK104 no"]),
        ({SEGMENTS: SOUND_SEGMENTS + "areas: [{id: a, title: A, text: T, owner: no}]\n"}, [f"{SEGMENTS}:11 PK104 no"]),
        ({CHANNELS: SOUND_CHANNELS.replace("Papers", "Papers, answered_by: [no]")}, [f"{CHANNELS}:6 PK104 no"]),
        ({GUIDE: SOUND_GUIDE + "readers: [{id: a, title: A, text: A, posts: [no]}]\n"}, [f"{GUIDE}:8 PK104 no"]),
        (
            {GUIDE: SOUND_GUIDE + "teamwork: {text: T, first_obligation: F, roles: [{post: no, answers_for: A}]}\n"},
            [f"{GUIDE}:8 PK104 no"],
        ),
        # standards
        ({SEGMENTS: SOUND_SEGMENTS.replace("standard: letters", "standard: no")}, [f"{SEGMENTS}:6 PK105 no"]),
        (
            {
                SEGMENTS: SOUND_SEGMENTS.replace("letters}", "letters, times: [{id: a, what: W, ").replace(
                    "times: [{id: a, what: W, \n",
                    "times: [{id: a, what: W, standard: no, within: {number: 1, unit: days}}]}\n",
                )
            },
            [f"{SEGMENTS}:6 PK105 no"],
        ),
        ({CHANNELS: SOUND_CHANNELS + "standard: no\n"}, [f"{CHANNELS}:7 PK105 no"]),
        ({CHANNELS: SOUND_CHANNELS.replace("Papers", "Papers, standard: no")}, [f"{CHANNELS}:6 PK105 no"]),
        ({TYPOLOGY: SOUND_TYPOLOGY.replace("Calm", "Calm, standards: [no]")}, [f"{TYPOLOGY}:6 PK105 no"]),
        (
            {
                "standards/moral-code.yml": "kind: moral-code\ntitle: M\neffective: 2026-01-01\n"
                "principles: [{id: a, principle: P, standards: [no]}]\n"
            },
            ["standards/moral-code.yml:4 PK105 no"],
        ),
        # channels, levels, stages, types, strategies
        ({SEGMENTS: SOUND_SEGMENTS.replace("[post]", "[post, phone]")}, [f"{SEGMENTS}:6 PK121 phone"]),
        ({SEGMENTS: SOUND_SEGMENTS.replace("level: basic", "level: best")}, [f"{SEGMENTS}:10 PK122 best"]),
        ({SEGMENTS: SOUND_SEGMENTS.replace("stage: new", "stage: old")}, [f"{SEGMENTS}:10 PK123 old"]),
        ({SEGMENTS: SOUND_SEGMENTS.replace("[calm]", "[wild]")}, [f"{SEGMENTS}:10 PK124 wild"]),
        ({SEGMENTS: SOUND_SEGMENTS.replace("strategy: speed", "strategy: sped")}, [f"{SEGMENTS}:10 PK125 sped"]),
        # one of a kind, and ids
        ({"standards/clients/more.yml": SOUND_CHANNELS}, ["standards/clients/more.yml:1 PK101 channels"]),
        ({"standards/handbook.yml": SOUND_GUIDE}, ["standards/handbook.yml:1 PK101 guide"]),
        (
            {TYPOLOGY: SOUND_TYPOLOGY + "  - {id: b, title: B, types: [{id: calm, title: C}]}\n"},
            [f"{TYPOLOGY}:7 PK103 calm"],
        ),
        ({CHANNELS: SOUND_CHANNELS + "  - {id: post, title: P, purpose: P}\n"}, [f"{CHANNELS}:7 PK103 post"]),
        # languages
        ({GUIDE: SOUND_GUIDE.replace("opening: O", "opening: {en: O, de: O}")}, [f"{GUIDE}:5 PK109 de"]),
        (
            {TYPOLOGY: SOUND_TYPOLOGY.replace("title: Calm", "title: {en: Calm, de: Ruhig}")},
            [f"{TYPOLOGY}:6 PK109 de"],
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_told_at_its_place(
    files: dict[str, str], problems: list[str], tmp_path: Path
) -> None:
    assert find(tmp_path, files) == problems


STEPS = STANDARD + "steps:\n  - {id: read, do: R}\n  - {id: write, do: W}\n"
TIME = "times: [{id: a, what: W, within: {number: 4, unit: working-hours}, step: STEP}]"


@pytest.mark.parametrize(
    ("standard", "step", "codes"),
    [
        (", standard: letters", "read", []),
        (", standard: letters", "raed", ["PK126", "PK126"]),
        ("", "read", ["PK127", "PK150", "PK127"]),
        (", standard: lettres", "read", ["PK105", "PK105"]),
    ],
)
def test_a_time_names_a_step_of_its_standard(standard: str, step: str, codes: list[str], tmp_path: Path) -> None:
    level = f"channels: [post]{standard}, {TIME.replace('STEP', step)}}}"
    files = {
        **SOUND,
        SEGMENTS: SOUND_SEGMENTS.replace("channels: [post], served_by: [clerk], standard: letters}", level),
        CHANNELS: SOUND_CHANNELS.replace("Papers", f"Papers{standard}, step: {step}"),
        "standards/service/letters.yml": STEPS,
    }
    assert [problem.code for problem in load_files(tmp_path, files).problems] == codes


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CHANNELS, SOUND_CHANNELS.replace("id: post", "id: The post")),
        (CHANNELS, SOUND_CHANNELS.replace("channels:\n", "channels: [\n")),
        (CHANNELS, SOUND_CHANNELS.replace("kind: channels", "kind: channel")),
        (CHANNELS, SOUND_CHANNELS.split("channels:\n")[0] + "channels: none\n"),
        (TYPOLOGY, SOUND_TYPOLOGY.replace("id: calm", "id: Calm")),
        (TYPOLOGY, SOUND_TYPOLOGY.replace("types: [{id: calm, title: Calm}]", "types: calm")),
        (SEGMENTS, SOUND_SEGMENTS.replace("id: basic", "id: Basic")),
        (SEGMENTS, SOUND_SEGMENTS.replace("[{id: new, title: N, text: N}]", "new")),
        (SEGMENTS, SOUND_SEGMENTS.replace("{id: speed, title: S, text: S}", "{id: speed, title: S}")),
    ],
)
def test_what_a_broken_document_holds_is_not_missed_as_well(path: str, text: str, tmp_path: Path) -> None:
    assert len(find(tmp_path, {path: text})) == 1


def test_the_other_mistakes_of_a_broken_document_are_told_in_the_same_run(tmp_path: Path) -> None:
    broken = SOUND_SEGMENTS.replace("promise: P, channels: [post]", "promises: P, channels: [phone]")
    assert find(tmp_path, {SEGMENTS: broken}) == [f"{SEGMENTS}:6 PK033 promises", f"{SEGMENTS}:6 PK121 phone"]


@pytest.mark.parametrize(("number", "unit"), [("-1", "days"), ("1", "fortnights"), ("soon", "days")])
def test_a_time_is_a_number_and_a_unit(number: str, unit: str, tmp_path: Path) -> None:
    text = SOUND_CHANNELS.replace("Papers", f"Papers, within: {{number: {number}, unit: {unit}}}")
    (problem,) = load_files(tmp_path, {**SOUND, CHANNELS: text}).problems
    assert problem.place.line == 6


def test_a_guide_alone_is_enough(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {"standards/jobs/clerk.yml": JOB, GUIDE: SOUND_GUIDE})
    assert kit.problems == ()


def test_a_level_that_nobody_is_promised_needs_no_standard_yet(tmp_path: Path) -> None:
    spare = "levels:\n  - {id: spare, title: Spare, promise: For later}"
    files = {**SOUND, SEGMENTS: SOUND_SEGMENTS.replace("levels:", spare, 1)}
    assert [problem.code for problem in load_files(tmp_path, files).problems] == []
