"""What somebody probably meant: the nearest known word, a well-formed id, a date in our order."""

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

LONGEST_WORD = 80
"""Comparing is quadratic, and longer words are no slips of the finger."""

LETTERS = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
    | {"đ": "d", "ł": "l", "ß": "ss", "ø": "o", "æ": "ae"}
)
"""Cyrillic as passports spell it, and the Latin letters that are no letter with an accent."""

YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})", re.ASCII)
DAY_FIRST = re.compile(r"(?P<d>\d{1,2})(?:\. ?|[-/ ])(?P<m>\d{1,2})(?:\. ?|[-/ ])(?P<y>\d{4})\.?", re.ASCII)


@lru_cache(maxsize=1024)  # one renamed document makes the same slip in many files
def find_nearest(word: str, options: tuple[str, ...]) -> str:
    """The option that looks most like `word`; nothing where none does."""
    if not word or len(word) > LONGEST_WORD:
        return ""
    folded = {_fold(option): option for option in options}
    near = get_close_matches(_fold(word), folded, n=1)
    return folded[near[0]] if near else ""


def _fold(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def make_id(text: str) -> str:
    """The id that is nearest to `text`: “Работа с жалобой” → “rabota-s-zhaloboi”. Nothing where no letter is left."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_WORD]).casefold().translate(LETTERS)
    plain = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_WORD].strip("-")


def read_date(text: str) -> str:
    """A date in another order or with other signs, as year-month-day; nothing where it could be two dates or none."""
    found = YEAR_FIRST.fullmatch(text) or DAY_FIRST.fullmatch(text)
    if not found:
        return ""
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if "/" in text and day <= 12 and month != day and text.index("/") < 4:
        return ""  # 03/04/2026 is March for some and April for others
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
