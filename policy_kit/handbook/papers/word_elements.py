"""The parts of a Word document that python-docx has no words for: fields, links, borders, numbers, languages."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.run import Run

from policy_kit.handbook.papers.paper import Logo
from policy_kit.handbook.papers.pictures import draw_png

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

WIDTH = Cm(16.2)
"""The width of the text: A4 without its margins."""
TAGS = {"en": "en-GB", "ru": "ru-RU", "sl": "sl-SI"}
LOGO_HEIGHT = Pt(30)


def make(tag: str, **attributes: object) -> Any:
    """An element of Word's own language, for example `make("lang", val="sl-SI")`."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def add_field(line: "Paragraph", instruction: str) -> None:
    """A field that Word fills in: PAGE, NUMPAGES."""
    for kind in ("begin", None, "separate", "text", "end"):
        run = line.add_run()
        if kind is None:
            code = make("instrText")
            code.text = f" {instruction} "
            run._r.append(code)
        elif kind == "text":
            run.text = "1"
        else:
            run._r.append(make("fldChar", fldCharType=kind))


def add_link(line: "Paragraph", address: str, words: str) -> Run:
    """Words that lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    piece: Any = OxmlElement("w:r")
    run = Run(piece, line)
    run.text = words
    run.style = "Link"
    link.append(run._r)
    line._p.append(link)
    return run


def add_logo(line: "Paragraph", logo: Logo, name: str) -> None:
    """The logo in front of a line, with `name` for those who cannot see it."""
    shape = line.add_run().add_picture(io.BytesIO(draw_png(logo)), height=LOGO_HEIGHT)
    shape._inline.docPr.set("descr", name)
    line.add_run("  ")


def number(line: "Paragraph", group: int, level: int) -> None:
    """Make a paragraph a numbered one, of a group of numbers, at a level from 0."""
    properties: Any = line._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = group


def set_language(run: Run, language: str) -> None:
    """In which language a run is to be read and its spelling checked."""
    run._r.get_or_add_rPr().append(make("lang", val=TAGS.get(language, language)))


def add_table(word: "Document", shares: Sequence[int], rows: int) -> "Table":
    """A table as wide as the text, whose columns share the width; rows are not torn between pages."""
    table: Table = word.add_table(rows, len(shares))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    widths = [Length(WIDTH * share // sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(make("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def mark_head(table: "Table") -> None:
    """Say that the first row is the head: it is repeated on every page and read out with each cell."""
    table.rows[0]._tr.get_or_add_trPr().append(make("tblHeader"))


def set_borders(table: "Table", colour: str, *, top: int = 0, bottom: int = 0, inside: int = 0) -> None:
    """Horizontal lines, their width in eighths of a point."""
    borders = make("tblBorders")
    for side, size in (("top", top), ("bottom", bottom), ("insideH", inside)):
        if size:
            borders.append(make(side, val="single", sz=size, space=0, color=colour.lstrip("#")))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLayout"))
    look.addprevious(borders) if look is not None else properties.append(borders)


def keep_end(word: "Document") -> None:
    """What has been written last stays with what comes next: a paragraph, or a table and the gap below it."""
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    last = word.paragraphs[-1]._p.getprevious()
    if word.tables and last is word.tables[-1]._tbl:
        for line in (line for row in word.tables[-1].rows for cell in row.cells for line in cell.paragraphs):
            line.paragraph_format.keep_with_next = True


def keep_together(table: "Table", row_height: Length | None = None) -> None:
    """No row of the table goes to another page than the others; all but the last paragraph stay with the next."""
    for at, row in enumerate(table.rows):
        if row_height and at > 1:
            row.height, row.height_rule = row_height, WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell in row.cells:
            cell.vertical_alignment = VERTICAL.BOTTOM if row_height and at > 1 else None
            for line in cell.paragraphs:
                line.paragraph_format.keep_with_next = at + 1 < len(table.rows) or None
