"""Cuts a text into words and sentences, and remembers where in the original text each of them stands."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

LONGEST_TEXT = 40_000
"""Characters that are read. Twenty pages are no answer any more, and a bound keeps hostile texts cheap."""

LONGEST_QUOTATION = 90

_LETTER = r"[^\W\d_]"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What may stand inside a word and is not seen: soft hyphens, joiners, spaces of no width."""
_MARKS = "\u0300-\u036f" + _UNSEEN
_TOKEN = re.compile(
    rf"(?P<run>{_LETTER}+(?: {_LETTER}+)*(?![^\W_]|['’{_MARKS}])) ?|"
    rf"(?P<word>{_LETTER}[^\W_]*(?:[{_MARKS}]+[^\W_]*)*(?:['’]{_LETTER}+)?) ?"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,120}>|<!--|-->|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-z]{2,8});)"
    r"|(?P<item>(?<!\S)\d{1,2}\)|(?<=\n)\d{1,2}\.(?=\s))"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<sign>[%‰№€$£])"
    r"|(?P<stop>[.!?…]+)"
    r"|(?P<line>\r\n?|\n)"
    r"|(?P<comma>[,;:()\[\]{}–—/|\\=>→⇒➔➜➤►▶•·●▪■◦‣✓✔✅]|(?<=\s)-(?=\s)|(?<!\S)[*+](?=\s))"
    '|(?P<open>[«„“"»”])'
)
_BULLETS = "•·●▪■◦‣✓✔✅*+"
_BLOCK_TAG = re.compile(r"</?(?:p|br|li|ul|ol|div|h\d|tr|td|th|table|hr|blockquote|section)\b", re.IGNORECASE)
_WORDS = ("word", "number", "sign")
"""Tokens that are one word each; a `run` is several plain ones, read in one go because nearly all words are plain."""
_RANKS = {"": 0, ",": 1, '"': 2, ".": 3}
"""What may stand between two words, the weakest first."""
_LATIN_SHAPES, _CYRILLIC_SHAPES = "aceopxyktmhbiju", "асеорхуктмнвіји"
_TO_CYRILLIC = str.maketrans(_LATIN_SHAPES, _CYRILLIC_SHAPES)
_TO_LATIN = str.maketrans(_CYRILLIC_SHAPES, _LATIN_SHAPES)
_WRAPPED = 36
"""Characters from which on a line may have been wrapped."""
_SPACES = " \t\xa0\u202f"
_PLAIN = re.compile("[а-яё]+|[a-zčšž]+")
"""Words that are written in the letters of one alphabet and nothing else, as nearly all are."""


@dataclass(slots=True)
class Sentence:
    """Words number `first` up to, not including, `end`."""

    first: int
    end: int
    closing: str
    """What ends it: "?", "…", or something else."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as words: what each says, where it stands, and what stands before it."""

    original: str
    raw: list[str]
    starts: list[int]
    breaks: list[str]
    """What stands before each word: nothing, a comma (or colon, dash, bracket), a quotation mark, a full stop."""
    sentences: list[Sentence]
    runs: list[tuple[int, int]]
    """The stretches between commas, dashes and full stops: the first word of each and the one after its last."""

    def cut(self, first: int, end: int) -> tuple[int, int]:
        """The characters of the words `first` up to, not including, `end`."""
        return self.starts[first], self.starts[end - 1] + len(self.raw[end - 1])


def read_words(text: str) -> Text:
    """The words of `text`; whatever the text holds, in time that grows with its length only."""
    raw: list[str] = []
    starts: list[int] = []
    breaks: list[str] = []
    closings: list[str] = []
    pending = "."
    for match in _TOKEN.finditer(text, 0, LONGEST_TEXT):
        kind = match.lastgroup
        if kind == "run":
            run = match["run"].split(" ")
            raw += run
            at = match.start()
            for word in run:
                starts.append(at)
                at += len(word) + 1
            breaks += [pending, *[""] * (len(run) - 1)]
        elif kind in _WORDS:
            raw.append(match[kind])
            starts.append(match.start())
            breaks.append(pending)
        else:
            found = _weigh_break(text, match, kind or "")
            if _RANKS[found] > _RANKS[pending]:
                pending = found
            if kind == "stop" and pending == "." and closings and not closings[-1]:
                closings[-1] = _name_closing(match.group())
            continue
        if pending == ".":
            closings.append("")
        pending = ""
    edges = [index for index, mark in enumerate(breaks) if mark]
    runs = list(pairwise([*edges, len(breaks)]))
    return Text(text, raw, starts, breaks, _list_sentences(breaks, closings), runs)


def _weigh_break(text: str, match: re.Match[str], kind: str) -> str:
    """A full stop ends a sentence unless the text goes on in small letters: abbreviations, dates, wrapped lines."""
    if kind == "comma":
        return "." if match.group() in _BULLETS else ","
    if kind == "tag":
        return "." if _BLOCK_TAG.match(match.group()) else ""
    if kind == "item":
        return "."
    if kind == "open":
        return '"'
    after = _first_after(text, match.end())
    if kind == "line":
        if not (after.islower() and after.isalpha()):
            return "."
        return "," if _is_short_line(text, match.start()) else ""
    if match.group() == "." and (after.islower() or after.isdigit() or after in ",;:)"):
        return ""
    return "."


def _is_short_line(text: str, end: int) -> bool:
    """Whether the line that ends there is too short for one that was wrapped: an item of a list without bullets."""
    return end < _WRAPPED or text.find("\n", end - _WRAPPED, end) >= 0


def _first_after(text: str, at: int) -> str:
    """The first character after `at` that is no space; a bounded look, so that spaces stay cheap."""
    return text[at : at + 40].lstrip(_SPACES)[:1] or "\n"


def _name_closing(stop: str) -> str:
    return "?" if "?" in stop else "…" if "…" in stop or "..." in stop else "."


def _list_sentences(breaks: list[str], closings: list[str]) -> list[Sentence]:
    firsts = [index for index, before in enumerate(breaks) if before == "."]
    ranges = pairwise([*firsts, len(breaks)])
    return [Sentence(first, end, closing) for (first, end), closing in zip(ranges, closings, strict=True)]


def normalise(raw: str) -> str:
    """The form under which a word is looked up.

    Small letters of the usual shape, composed accents, no stress marks, ё as е, and all letters of one alphabet.
    """
    form = raw.lower()
    if _PLAIN.fullmatch(form):
        return form.replace("ё", "е")
    if not form.isascii():
        form = unicodedata.normalize("NFKC", form).lower().replace("’", "'").replace("ё", "е")
        form = "".join(letter for letter in form if not "\u0300" <= letter <= "\u036f" and letter not in _UNSEEN)
        form = _write_in_one_alphabet(form)
    return form.removesuffix("'s")


def _write_in_one_alphabet(form: str) -> str:
    """A word with letters that only look like its own: a Latin “a” in a Cyrillic word, or the other way round."""
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in form)
    latin = sum("a" <= letter <= "z" for letter in form)
    if not cyrillic or not latin:
        return form
    return form.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def shorten(words: str, longest: int = LONGEST_QUOTATION) -> str:
    """A quotation that fits into a sentence."""
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
