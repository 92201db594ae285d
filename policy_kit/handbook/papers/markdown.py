"""A paper as Markdown (CommonMark with GitHub's tables) that reads well as it is, and in which texts do nothing."""

import re
from collections.abc import Iterable, Iterator

from policy_kit.handbook.papers.paper import (
    Clause,
    Facts,
    Paper,
    Paragraph,
    Part,
    Points,
    Run,
    Runs,
    Section,
    Signatures,
    Table,
)

_SIGNS = re.compile(r"[\\`*_\[\]~$|]|(?<=\s)#")
_HTML = {"<": "&lt;", ">": "&gt;"}
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINNINGS = re.compile(r"^(\s*)([#+=:-]|\d+[.)](?=\s|$))", re.MULTILINE)
_ADDRESSES = re.compile(r"(https?|ftp)(?=://)|(www)(?=\.)", re.IGNORECASE)
_UNSAFE_IN_LINK = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}
_FIELD = "…" * 12
"""A line to write on."""


def render_markdown(paper: Paper) -> str:
    """The Markdown of a paper; the same paper gives the same text."""
    blocks = [*_write_head(paper), *(block for part in paper.opening for block in _write_part(part))]
    for section in paper.sections:
        blocks += _write_section(section)
    if paper.approvals:
        blocks += [f"## {escape(paper.approvals_title)}", _write_table(paper.approvals)]
    blocks += _write_signatures(paper.signatures)
    blocks += ["---", f"{escape(paper.letterhead.name)} · {escape(paper.title)} · {escape(paper.mark)}"]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """`text` as data: no sign of it is read as Markdown or HTML, and what looks like an address is no link."""
    text = _ENTITY.sub("&amp;", text)
    text = _SIGNS.sub(lambda sign: "\\" + sign[0], text)
    text = "".join(_HTML.get(sign, sign) for sign in text)
    text = _ADDRESSES.sub(lambda found: f"{found[0]}&#8203;", text)
    return _BEGINNINGS.sub(_escape_beginning, text)


def _escape_beginning(found: re.Match[str]) -> str:
    """A sign that begins a heading or a list does so no longer; behind a number it is the sign after the digits."""
    return found[1] + (f"{found[2][:-1]}\\{found[2][-1]}" if found[2][0].isdigit() else f"\\{found[2]}")


def _write_head(paper: Paper) -> Iterator[str]:
    head = paper.letterhead
    yield _break_lines(f"**{escape(head.name)}**", *map(escape, filter(None, (head.trade, *head.lines))))
    yield escape(paper.kind)
    yield f"# {_write_inline(paper.title)}"
    yield from map(escape, paper.lines)


def _write_section(section: Section) -> Iterator[str]:
    yield f"## {section.number}. {_write_inline(_join(section.title))}"
    for part in section.parts:
        yield from _write_part(part)


def _write_part(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        words = _write_runs(part.runs)
        yield "> " + words.replace("\n", "\n> ") if part.look == "box" else words
    elif isinstance(part, Points):
        yield f"**{escape(part.label)}**" if part.label else ""
        yield _write_points(part)
    elif isinstance(part, Table):
        yield _write_table(part)
    elif isinstance(part, Facts):
        yield "\n".join(f"- **{escape(label)}:** {_write_runs(runs, ' ')}" for label, runs in part.rows)
    elif isinstance(part, Clause):
        words = _write_runs(part.runs)
        yield f"{part.number} " + (f"**{words}**" if part.is_heading and "\n" not in words else words)
        for inner in part.parts:
            yield from _write_part(inner)


def _write_points(part: Points) -> str:
    signs = (f"{part.first + at}." if part.numbered else "-" for at in range(len(part.points)))
    return "\n".join(f"{sign} {_write_runs(runs, ' ')}" for sign, runs in zip(signs, part.points, strict=True))


def _write_table(table: Table) -> str:
    head = _write_row(map(_write_inline, table.head))
    rows = (_write_row(_write_runs(cell, " ") for cell in row) for row in table.rows)
    return "\n".join([head, _write_row("-" for _ in table.head), *rows])


def _write_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _write_signatures(signatures: Signatures) -> Iterator[str]:
    yield f"## {escape(signatures.title)}"
    for signer in signatures.signers:
        yield _break_lines(f"**{escape(signer.title)}**", escape(signer.statement))
        yield _break_lines(*(f"{escape(label)}: {escape(known) or _FIELD}" for label, known in signer.fields))


def _write_runs(runs: Runs, line_end: str = "\\\n") -> str:
    return "".join(_write_run(run, line_end) for run in runs).strip() or "–"


def _write_run(run: Run, line_end: str) -> str:
    words = line_end.join(escape(line) for line in run.text.split("\n"))
    mark = "*" * (2 * run.strong + run.emphasis)
    if mark and words.strip():
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        words = f"{before}{mark}{words.strip()}{mark}{after}"
    if not run.link:
        return words
    return f"[{words}](<{''.join(_UNSAFE_IN_LINK.get(sign, sign) for sign in run.link)}>)"


def _write_inline(text: str) -> str:
    return escape(text.replace("\n", " "))


def _join(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _break_lines(*texts: str) -> str:
    return "\\\n".join(line for text in texts for line in text.split("\n"))
