"""How a Word document looks: page, styles, language, and the numbers of clauses and lists."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from policy_kit.handbook.papers.paper import Paper
from policy_kit.handbook.papers.word_elements import TAGS, WIDTH, make

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

FONT = "Calibri"
"""Every Word has it, with all our letters; LibreOffice has one of the same measures."""
INDENT = Cm(1.1)
GAP = Cm(1.0)
QUIET = "565e63"
CLAUSES, BULLETS, NUMBERS = 101, 102, 103
"""The groups of numbers: sections with clauses, lists with dashes, lists with numbers."""
LEVELS = 4

# Name, the style it is built on, size in points, space before and after, and what else: bold, italic, quiet, colour.
STYLES = (
    ("Title", "Normal", 24, 0, 2, "bold"),
    ("Subtitle", "Normal", 11, 0, 10, "quiet"),
    ("Heading 1", "Normal", 14, 16, 6, "bold next"),
    ("Body Text", "Normal", 11, 0, 4, ""),
    ("List Paragraph", "Normal", 11, 0, 3, ""),
    ("Kind", "Normal", 10, 14, 2, "colour caps"),
    ("Company", "Normal", 14, 0, 2, "bold colour"),
    ("Letterhead", "Normal", 9, 0, 6, "quiet right"),
    ("Lead", "Normal", 12, 0, 8, "italic"),
    ("Note", "Normal", 9, 0, 4, "quiet"),
    ("Fact", "Normal", 9, 4, 2, "quiet"),
    ("Box", "Normal", 11, 8, 8, ""),
    ("Label", "Normal", 11, 2, 3, "bold next"),
    ("Clause", "Normal", 11, 2, 4, ""),
    ("Cell", "Normal", 11, 2, 2, ""),
    ("Table Head", "Normal", 9, 2, 2, "bold quiet next"),
    ("Signer", "Normal", 11, 0, 2, "bold"),
    ("Gap", "Normal", 4, 0, 4, ""),
    ("Header", "Normal", 9, 0, 0, "quiet"),
    ("Footer", "Normal", 9, 0, 0, "quiet"),
)


class Styles:
    """The styles of one document."""

    def __init__(self, word: "Document", paper: Paper) -> None:
        self._word = word
        self._paper = paper
        self._numbering = word.part.numbering_part.element
        self._lists = NUMBERS

    def set_up(self) -> None:
        """Page, language, styles, numbers and what the file says of itself."""
        self._set_page()
        self._set_language()
        for name, parent, size, before, after, rest in STYLES:
            self._set_style(name, parent, size, before, after, rest.split())
        link = self._word.styles.add_style("Link", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb = self._colour
        link.font.underline = True
        self._define_numbers()
        self._describe_file()

    def start_list(self, group: int, first: int) -> int:
        """A list with numbers of its own, from `first` on; returns its group."""
        self._lists += 1
        self._add_numbers(self._lists, group, first)
        return self._lists

    @staticmethod
    def draw_line(cell: "_Cell") -> None:
        """A line at the foot of a cell, to write on."""
        borders = make("tcBorders")
        borders.append(make("bottom", val="single", sz=6, space=0, color="1f2427"))
        cell._tc.get_or_add_tcPr().append(borders)

    @property
    def _colour(self) -> RGBColor:
        return RGBColor.from_string(self._paper.colour.lstrip("#").upper())

    def _set_page(self) -> None:
        section = self._word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Length((section.page_width - WIDTH) // 2)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)

    def _set_language(self) -> None:
        defaults = self._word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        tag = TAGS.get(self._paper.language, self._paper.language)
        defaults.append(make("lang", val=tag, eastAsia=tag, bidi="ar-SA"))

    def _set_style(self, name: str, parent: str, size: int, before: int, after: int, rest: list[str]) -> None:
        styles = self._word.styles
        style: Any = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name not in ("Header", "Footer"):
            style.base_style = styles[parent]
        for old in (style.element.rPr, style.element.pPr):
            if old is not None:
                style.element.remove(old)
        style.font.size, style.font.bold, style.font.italic = Pt(size), "bold" in rest, "italic" in rest
        style.font.all_caps = "caps" in rest or None
        self._set_font(style)
        style.font.color.rgb = (
            self._colour if "colour" in rest else RGBColor.from_string(QUIET) if "quiet" in rest else None
        )
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
        form.keep_with_next = "next" in rest or None
        form.widow_control = True
        form.alignment = ALIGN.RIGHT if "right" in rest else None
        if name in ("Header", "Footer"):
            form.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        if name == "Heading 1":
            style.element.get_or_add_pPr().append(make("outlineLvl", val=0))
        if name == "Box":
            self._draw_box(style)

    @staticmethod
    def _set_font(style: Any) -> None:
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)

    def _draw_box(self, style: Any) -> None:
        properties = style.element.get_or_add_pPr()
        borders = make("pBdr")
        borders.append(make("left", val="single", sz=18, space=8, color=self._paper.colour.lstrip("#")))
        spacing = properties.find(qn("w:spacing"))
        spacing.addprevious(borders)
        spacing.addprevious(make("shd", val="clear", color="auto", fill="eef2f2"))

    def _define_numbers(self) -> None:
        clauses = [("decimal", ".".join(f"%{n + 1}" for n in range(level + 1))) for level in range(LEVELS + 1)]
        self._define(CLAUSES, clauses, hanging=True)
        self._define(BULLETS, [("bullet", "–")] * LEVELS)
        self._define(NUMBERS, [("decimal", f"%{level + 1}.") for level in range(LEVELS)])

    def _define(self, group: int, levels: list[tuple[str, str]], *, hanging: bool = False) -> None:
        """What the numbers of a group look like, level by level; and the first list that has them."""
        abstract = make("abstractNum", abstractNumId=group)
        abstract.append(make("multiLevelType", val="multilevel"))
        for level, (kind, sign) in enumerate(levels):
            entry = make("lvl", ilvl=level)
            for tag, value in (("start", 1), ("numFmt", kind), ("lvlText", sign), ("lvlJc", "left")):
                entry.append(make(tag, val=value))
            depth = max(level, 1) if hanging else level + 1
            step = INDENT if hanging else Cm(0.5)
            left = INDENT * depth if hanging else INDENT * level + step
            properties = make("pPr")
            properties.append(make("ind", left=Length(left).twips, hanging=Length(step).twips))
            entry.append(properties)
            look = make("rPr")
            look.append(make("color", val=self._paper.colour.lstrip("#")))
            entry.append(look)
            abstract.append(entry)
        first = self._numbering.find(qn("w:num"))
        first.addprevious(abstract) if first is not None else self._numbering.append(abstract)
        self._add_numbers(group, group, 1)

    def _add_numbers(self, group: int, model: int, first: int) -> None:
        numbers = make("num", numId=group)
        numbers.append(make("abstractNumId", val=model))
        if group != model:
            override = make("lvlOverride", ilvl=0)
            override.append(make("startOverride", val=first))
            numbers.append(override)
        self._numbering.append(numbers)

    def _describe_file(self) -> None:
        about, paper = self._word.core_properties, self._paper
        about.title, about.author, about.last_modified_by = paper.title[:255], paper.letterhead.name[:255], ""
        about.language, about.comments, about.subject = paper.language, "", paper.kind
        about.created = about.modified = datetime.combine(paper.day, time(12), UTC)
        about.revision = 1
