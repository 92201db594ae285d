"""How the company works: the matrix, the toolkit, processes and motivation hold together, also where one is broken."""

from pathlib import Path

import pytest

from policy_kit.documents import Pillar, RoleMatrix
from tests.kit.kits import load_files

MATRIX = "standards/role-matrix.yml"
TOOLKIT = "standards/toolkit.yml"
PROCESS = "standards/process/base.yml"
MOTIVATION = "standards/motivation.yml"
HEAD = "kind: {}\ntitle: T\neffective: 2026-01-01\nowner: clerk\n"

TOOLS = HEAD.format("toolkit") + "tools:\n  - {id: diary, title: Diary, use: Reminds, whose: personal}\n"
LEADER = "leads: clerk"


def matrix(*activities: str, team: str = "[]") -> str:
    lines = "".join(f"  - {{id: a{at}, text: A, {activity}}}\n" for at, activity in enumerate(activities))
    return HEAD.format("role-matrix") + f"team: {team}\nactivities:\n{lines}"


def process(*steps: str) -> str:
    lines = "".join(
        f"  - {{id: s{at}, title: S, input: I, action: A, output: O, record: R, {step}}}\n"
        for at, step in enumerate(steps)
    )
    return HEAD.format("process") + f"id: base\npurpose: P\nsteps:\n{lines}"


def point(fields: str) -> str:
    return f"control_points:\n  - {{id: p, title: P, watches: loyalty, look: L, post: clerk, every: week, {fields}}}\n"


def report(fields: str) -> str:
    return f"reports:\n  - {{id: r, title: R, tells: T, by: clerk, every: month, {fields}}}\n"


def motivation(lines: str) -> str:
    return HEAD.format("motivation") + lines


def products(*weights: str, weights_in: str = "shares") -> str:
    lines = "".join(f"  - {{id: p{at}, title: P, weight: {weight}}}\n" for at, weight in enumerate(weights))
    return motivation(f"weights: {weights_in}\nproducts:\n{lines}")


def find(folder: Path, files: dict[str, str]) -> list[str]:
    """The problems of a kit, each as its code and what is marked in the file."""
    found = []
    for problem in load_files(folder, files).problems:
        start = problem.place.column - problem.first_column
        found.append(f"{problem.code} {problem.excerpt[start : start + problem.width]}")
    return found


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (matrix(LEADER), []),
        (matrix("leads: [clerk], supports: director, told: []"), []),
        (matrix("supports: [clerk]"), ["PK130 a0"]),
        (matrix("leads: []"), ["PK130 a0"]),
        (matrix("leads: [clerk, director]"), ["PK131 director"]),
        (matrix("leads: clerk, supports: [clerk]"), ["PK132 clerk"]),
        (matrix("leads: clerk, supports: [director], told: [director]"), ["PK132 director"]),
        (matrix("leads: clrek"), ["PK104 clrek"]),
        (matrix("leads: clerk, told: [director, nobody]"), ["PK104 nobody"]),
        (matrix("leads: clerk, standard: lettres"), ["PK105 lettres"]),
        (matrix("leads: clerk, pillar: wind"), ["PK040 wind"]),
        (matrix(LEADER, team="[{post: nobody, emphasis: E}]"), ["PK104 nobody"]),
        (matrix(LEADER, team="[{post: clerk, emphasis: E}, {post: clerk, emphasis: E}]"), ["PK103 clerk"]),
        (matrix(LEADER).replace("owner: clerk", "owner: nobody"), ["PK104 nobody"]),
        (matrix(LEADER).replace("title: T", "title: {en: T, de: T}"), ["PK109 de"]),
        # broken, and still the rest of it is checked
        (matrix("leads: The Clerk", "supports: [clerk]"), ["PK039 The Clerk", "PK130 a1"]),
        (matrix("leads: {post: clerk}"), ["PK035 post"]),
        (matrix("leads: [clerk, The Boss]"), ["PK039 The Boss", "PK131 The Boss"]),
        (matrix("leeds: clerk"), ["PK033 leeds"]),
        (matrix("leads: clerk, extra: 1", "leads: [clerk, director]"), ["PK033 extra", "PK131 director"]),
    ],
)
def test_each_activity_has_one_leader(text: str, problems: list[str], tmp_path: Path) -> None:
    assert find(tmp_path, {MATRIX: text}) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (TOOLS + point("tools: [diary], report: r") + report("to: [director]"), []),
        (TOOLS + point("tools: [dairy]"), ["PK133 dairy"]),
        (TOOLS + point("report: r"), ["PK134 r"]),
        (TOOLS + report("due: never"), ["PK135 r"]),
        (TOOLS + report("to: []"), ["PK135 r"]),
        (TOOLS + report("to: [nobody]"), ["PK104 nobody"]),
        (
            TOOLS.replace("whose: personal", "whose: personal, posts: [nobody], standard: none"),
            ["PK104 nobody", "PK105 none"],
        ),
        (TOOLS + point("standard: none").replace("post: clerk", "post: nobody"), ["PK104 nobody", "PK105 none"]),
        (TOOLS + "manager_types:\n  - {id: m, title: M, seen: S, fits: F, posts: [nobody]}\n", ["PK104 nobody"]),
        (TOOLS + "pillars: [{pillar: win, text: A}, {pillar: win, text: B}]\n", ["PK103 win"]),
        (TOOLS + "  - {id: diary, title: D, use: U, whose: company}\n", ["PK103 diary"]),
        # broken
        (TOOLS.replace("personal", "mine") + point("tools: [diary, other]"), ["PK040 mine", "PK133 other"]),
        (TOOLS.replace("id: diary", "id: Diary") + point("tools: [diary]"), ["PK039 Diary"]),
        (TOOLS.replace("tools:", "toolz:") + point("tools: [diary]"), ["PK033 toolz"]),
        (TOOLS + report("to: The Boss"), ["PK035 The Boss"]),
        (TOOLS + point("report: s") + report("too: [director]"), ["PK134 s", "PK033 too"]),
    ],
)
def test_the_toolkit_holds_what_is_named(text: str, problems: list[str], tmp_path: Path) -> None:
    assert find(tmp_path, {TOOLKIT: text}) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (process("owner: clerk, tools: [diary], standard: letters", "owner: director, then: []"), []),
        (process("owner: nobody"), ["PK104 nobody"]),
        (process("owner: clerk, standard: leters"), ["PK105 leters"]),
        (process("owner: clerk, tools: [dairy]"), ["PK133 dairy"]),
        (process("owner: clerk, then: [s2]"), ["PK108 s2"]),
        (process("owner: clerk, then: []", "owner: clerk"), ["PK118 s1"]),
        (process("owner: clerk").replace("record: R, ", ""), ["PK034 id"]),
        (process("owner: clerk").replace("record: R", "record: ''") + "steps: 1\n", ["PK036 record", "PK024 steps"]),
        (process("ouner: clerk, then: [s7]"), ["PK033 ouner", "PK108 s7"]),
    ],
)
def test_a_process_leads_somewhere(text: str, problems: list[str], tmp_path: Path) -> None:
    assert find(tmp_path, {TOOLKIT: TOOLS, PROCESS: text}) == problems


@pytest.mark.parametrize("toolkit", [TOOLS.replace("title: T", "title T"), TOOLS.replace("toolkit", "tool-kit"), ""])
def test_a_toolkit_that_cannot_be_read_makes_no_tool_unknown(toolkit: str, tmp_path: Path) -> None:
    files = {TOOLKIT: toolkit, PROCESS: process("owner: clerk, tools: [any]")}
    kit = load_files(tmp_path, files)
    assert [problem.place.file for problem in kit.problems] == [TOOLKIT]


def test_without_a_toolkit_there_are_no_tools(tmp_path: Path) -> None:
    assert find(tmp_path, {PROCESS: process("owner: clerk, tools: [diary]")}) == ["PK133 diary"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (motivation("pay:\n  - {post: clerk, fixed: 70, by_result: 30}\n"), []),
        (motivation("pay:\n  - {post: clerk, fixed: 66.67, by_result: 33.33}\n"), []),
        (motivation("pay:\n  - {post: clerk, fixed: 70, by_result: 40}\n"), ["PK136 70"]),
        (motivation("pay:\n  - {post: clerk, fixed: 120, by_result: -20}\n"), ["PK136 120"]),
        (motivation("pay:\n  - {post: nobody, fixed: 100, by_result: 0}\n"), ["PK104 nobody"]),
        (
            motivation("gifts:\n  - {id: g, title: G, earned_by: E, decided_by: x, posts: [y]}\n"),
            ["PK104 x", "PK104 y"],
        ),
        (motivation("not_given: [{id: a, text: A}, {id: a, text: B}]\n"), ["PK103 a"]),
        (products("33.33", "33.33", "33.33"), []),
        (products("60", "50"), ["PK137 products"]),
        (products("60", "50", weights_in="factors"), []),
        (products("100", "0"), ["PK138 0"]),
        (products("1.5", "-1", weights_in="factors"), ["PK138 -1"]),
        # broken: a number that cannot be read may have made it whole
        (products("60", "much"), ["PK035 much"]),
        (products("60", "50") + "extra: 1\n", ["PK137 products", "PK033 extra"]),
        (motivation("pay:\n  - {post: clerk, fixed: most, by_result: 40}\n"), ["PK035 most"]),
        (motivation("pay:\n  - {post: clerk, fixed: 70, by_result: 40, or: so}\n"), ["PK136 70", "PK033 or"]),
    ],
)
def test_percents_make_a_whole(text: str, problems: list[str], tmp_path: Path) -> None:
    assert find(tmp_path, {MOTIVATION: text}) == problems


@pytest.mark.parametrize(("path", "text"), [(MATRIX, matrix(LEADER)), (TOOLKIT, TOOLS), (MOTIVATION, motivation(""))])
def test_there_is_one_of_these(path: str, text: str, tmp_path: Path) -> None:
    assert find(tmp_path, {path: text, "standards/zz.yml": text}) == [f"PK101 {text.split()[1]}"]


def test_two_processes_have_two_names(tmp_path: Path) -> None:
    one = process("owner: clerk")
    assert find(tmp_path, {PROCESS: one, "standards/process/again.yml": one}) == ["PK102 base"]
    other = {PROCESS: one, "standards/process/new.yml": one.replace("id: base", "id: new")}
    kit = load_files(tmp_path / "two", other)
    assert kit.problems == ()
    assert list(kit.processes) == ["base", "new"]


def test_a_kit_knows_its_documents(tmp_path: Path) -> None:
    files = {MATRIX: matrix("leads: clerk, pillar: hold"), TOOLKIT: TOOLS, MOTIVATION: motivation("")}
    kit = load_files(tmp_path, files)
    assert isinstance(kit.role_matrix, RoleMatrix)
    assert kit.role_matrix.activities[0].leads == ("clerk",)
    assert kit.role_matrix.activities[0].pillar is Pillar.HOLD
    assert kit.toolkit
    assert kit.toolkit.tools[0].id == "diary"
    assert kit.motivation
    assert load_files(tmp_path / "none", {}).toolkit is None
