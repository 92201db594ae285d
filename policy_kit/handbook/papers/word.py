"""A paper as a Word document (DOCX) that people may edit further: real headings, numbered clauses, fields for pages."""

import io
import zipfile
from typing import TYPE_CHECKING

from policy_kit.handbook.papers.paper import (
    Clause,
    Facts,
    Letterhead,
    Paper,
    Paragraph,
    Part,
    Points,
    Runs,
    Section,
    Signatures,
    Table,
)
from policy_kit.handbook.papers.word_elements import (
    add_field,
    add_link,
    add_logo,
    add_table,
    keep_end,
    keep_together,
    mark_head,
    number,
    set_borders,
    set_language,
)
from policy_kit.handbook.papers.word_styles import BULLETS, CLAUSES, GAP, INDENT, LEVELS, NUMBERS, Styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Line

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows; every part of the file has it, so that the same paper is the same file."""
MARK = b"policy-kit"
"""The comment of the zip file. It is gone when somebody has edited and saved the document, which is no longer ours."""
LOOKS = {"plain": "Body Text", "lead": "Lead", "note": "Note", "box": "Box", "label": "Label"}


def render_word(paper: Paper) -> bytes:
    """The DOCX of a paper; the same paper gives the same bytes."""
    buffer = io.BytesIO()
    _Writer(paper).write().save(buffer)
    return _fix_times(buffer.getvalue())


def _fix_times(content: bytes) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(fixed, "w") as new:
        new.comment = MARK
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


class _Writer:
    def __init__(self, paper: Paper) -> None:
        from docx import Document

        self.paper = paper
        self.word = Document()
        self.styles = Styles(self.word, paper)

    def write(self) -> "WordDocument":
        """The whole paper."""
        self.styles.set_up()
        self._write_running_lines()
        self._write_letterhead(self.paper.letterhead)
        if self.paper.kind:
            self._add("Kind", self.paper.kind)
        self._add("Title", self.paper.title)
        for line in self.paper.lines:
            self._add("Subtitle", line)
        for part in self.paper.opening:
            self._write_part(part)
        for section in self.paper.sections:
            self._write_section(section)
        keep_end(self.word)  # so that nobody signs a page without a word of the text
        if self.paper.approvals:
            self._add("Heading 1", self.paper.approvals_title)
            self._write_table(self.paper.approvals)
            keep_end(self.word)
        self._write_signatures(self.paper.signatures)
        return self.word

    def _write_running_lines(self) -> None:
        """The head of all pages but the first, and the foot of all pages."""
        section = self.word.sections[0]
        section.different_first_page_header_footer = True
        self._fill(section.header.paragraphs[0], self.paper.letterhead.name, self.paper.short_title)
        for footer in (section.footer, section.first_page_footer):
            line = footer.paragraphs[0]
            line.style = "Footer"
            self._fill(line, self.paper.mark, "")
            add_field(line, "PAGE")
            line.add_run(" / ")
            add_field(line, "NUMPAGES")

    @staticmethod
    def _fill(line: "Line", left: str, right: str) -> None:
        line.add_run(left)
        line.add_run("\t" + right.replace("\n", " "))

    def _write_letterhead(self, head: Letterhead) -> None:
        table = add_table(self.word, (3, 2), 1)
        left, right = table.rows[0].cells
        name = left.paragraphs[0]
        name.style = "Company"
        if self.paper.logo:
            add_logo(name, self.paper.logo, head.name)
        name.add_run(head.name)
        if head.trade:
            left.add_paragraph(head.trade, style="Note")
        lines = right.paragraphs[0]
        lines.style = "Letterhead"
        lines.add_run("\n".join(head.lines))
        set_borders(table, self.paper.colour, bottom=12)

    def _write_section(self, section: Section) -> None:
        heading = self.word.add_paragraph(style="Heading 1")
        number(heading, CLAUSES, 0)
        self._write_runs(heading, section.title)
        for part in section.parts:
            self._write_part(part)

    def _write_part(self, part: Part, depth: int = 0) -> None:
        """One part; `depth` says how many clauses it stands in."""
        if isinstance(part, Paragraph):
            line = self.word.add_paragraph(style=LOOKS[part.look])
            self._write_runs(line, part.runs)
            self._indent(line, depth)
        elif isinstance(part, Points):
            self._write_points(part, depth)
        elif isinstance(part, Table):
            self._write_table(part)
        elif isinstance(part, Facts):
            self._write_facts(part)
        else:
            self._write_clause(part)

    def _write_clause(self, clause: Clause) -> None:
        depth = clause.number.count(".")
        line = self.word.add_paragraph(style="Clause")
        number(line, CLAUSES, min(depth, LEVELS))
        self._write_runs(line, clause.runs, strong=clause.is_heading)
        line.paragraph_format.keep_with_next = clause.is_heading or None
        for part in clause.parts:
            self._write_part(part, depth)

    def _write_points(self, points: Points, depth: int) -> None:
        if points.label:
            line = self._add("Body Text", "")
            line.add_run(points.label).bold = True
            line.paragraph_format.keep_with_next = True
            self._indent(line, depth)
        group = self.styles.start_list(NUMBERS, points.first) if points.numbered else BULLETS
        for runs in points.points:
            line = self.word.add_paragraph(style="List Paragraph")
            number(line, group, min(depth, 3))
            self._write_runs(line, runs)

    def _write_table(self, part: Table) -> "WordTable":
        table = add_table(self.word, part.shares, 1 + len(part.rows))
        mark_head(table)
        for cell, words in zip(table.rows[0].cells, part.head, strict=True):
            cell.paragraphs[0].style = "Table Head"
            cell.paragraphs[0].add_run(words)
        for row, runs in zip(table.rows[1:], part.rows, strict=True):
            for cell, told in zip(row.cells, runs, strict=True):
                self._fill_cell(cell, told)
        set_borders(table, "#c9ced1", bottom=4, inside=4)
        self.word.add_paragraph(style="Gap")
        return table

    def _write_facts(self, facts: Facts) -> None:
        table = add_table(self.word, (2, 5), len(facts.rows))
        for row, (label, runs) in zip(table.rows, facts.rows, strict=True):
            row.cells[0].paragraphs[0].style = "Fact"
            row.cells[0].paragraphs[0].add_run(label)
            self._fill_cell(row.cells[1], runs)
        set_borders(table, "#c9ced1", top=4, bottom=4)
        self.word.add_paragraph(style="Gap")

    def _fill_cell(self, cell: "_Cell", runs: Runs) -> None:
        cell.paragraphs[0].style = "Cell"
        self._write_runs(cell.paragraphs[0], runs)

    def _write_signatures(self, signatures: Signatures) -> None:
        """The signers side by side; no row of the block may leave the others."""
        self._add("Heading 1", signatures.title)
        fields = max(len(signer.fields) for signer in signatures.signers)
        table = add_table(self.word, (3, 5, 1, 3, 5), 2 + fields)
        for at, signer in enumerate(signatures.signers):
            column = 3 * at
            for row, style, words in ((0, "Signer", signer.title), (1, "Note", signer.statement)):
                cell = table.cell(row, column).merge(table.cell(row, column + 1))
                cell.paragraphs[0].style = style
                cell.paragraphs[0].add_run(words)
            for row, (label, known) in enumerate(signer.fields, start=2):
                for cell, style, words in (
                    (table.cell(row, column), "Note", label),
                    (table.cell(row, column + 1), "Cell", known),
                ):
                    cell.paragraphs[0].style = style
                    cell.paragraphs[0].add_run(words)
                self.styles.draw_line(table.cell(row, column + 1))
        keep_together(table, row_height=GAP)

    def _indent(self, line: "Line", depth: int) -> None:
        if depth:
            line.paragraph_format.left_indent = INDENT * depth

    def _add(self, style: str, words: str) -> "Line":
        return self.word.add_paragraph(words, style=style)

    def _write_runs(self, line: "Line", runs: Runs, *, strong: bool = False) -> None:
        for run in runs:
            made = add_link(line, run.link, run.text) if run.link else line.add_run(run.text)
            made.bold = strong or run.strong or None
            made.italic = run.emphasis or None
            if run.language:
                set_language(made, run.language)
