"""Papers for the tests: of documents given as plain data, with texts that every format could misread."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from pypdf import PdfReader

from policy_kit.documents import Release
from policy_kit.handbook.papers import Paper, Standing, write_paper
from policy_kit.kit import Kit
from tests.handbook.kits import TODAY, make_kit

COMPANY: dict[str, Any] = {
    "kind": "company",
    "name": "Lipa d.o.o.",
    "languages": ["en", "ru", "sl"],
    "trade": {"en": "Furniture", "ru": "Мебель", "sl": "Pohištvo"},
    "address": "Čopova 1\n1000 Ljubljana",
    "contact": "info@lipa.example",
    "roles": [{"id": "director", "title": {"en": "Director", "ru": "Директор", "sl": "Direktorica"}}],
}
JOB: dict[str, Any] = {
    "kind": "job-description",
    "id": "clerk",
    "title": {"en": "Clerk", "ru": "Секретарь", "sl": "Tajnica"},
    "effective": TODAY,
    "reports_to": "director",
    "weekly_hours": 37.5,
    "purpose": {
        "en": "Answers *every* letter.",
        "ru": "Отвечает на *каждое* письмо.",
        "sl": "Odgovori na *vsako* pismo.",
    },
    "duties": [
        {"id": "mail", "text": {"en": "Opens the mail.", "ru": "Вскрывает почту.", "sl": "Odpira pošto."}},
        {
            "id": "answers",
            "text": {"en": "Answers it.", "ru": "Отвечает.", "sl": "Odgovarja nanjo."},
            "standard": "letters",
        },
    ],
    "rights": [{"en": "To ask", "ru": "Спрашивать", "sl": "Spraševati"}],
    "measures": [
        {"what": {"en": "Letters", "ru": "Письма", "sl": "Pisma"}, "target": 2, "unit": "days", "every": "month"}
    ],
}
LETTERS: dict[str, Any] = {
    "kind": "standard",
    "id": "letters",
    "title": {"en": "Letters", "ru": "Письма", "sl": "Pisma"},
    "effective": TODAY,
    "owner": "clerk",
    "statement": "Every letter is answered.",
    "source": "001",
    "steps": [
        {
            "id": "read",
            "do": "Reads it.",
            "who": "clerk",
            "within": "1 hour",
            "then": [{"step": "end", "when": "junk"}, "write"],
        },
        {"id": "write", "do": "Writes an answer."},
        {"id": "end", "do": "Throws it away.", "then": []},
    ],
    "exceptions": [{"when": "Holidays", "do": "Somebody else does it."}],
}

HOSTILE = (
    '#import "/etc/passwd": * #eval("1+1") $x^2$ @ref <label> /* gone */ // gone \\u{41} #let x = [y]',
    "<script>alert(1)</script> ]]> &amp; &#60; <w:p/> <!-- gone --> <?php ?>",
    "*a* _b_ `c` [d](javascript:alert(2)) ![e](f) **g** ~~h~~ | i | # j\n---\n1. k\n- l\n\n    code\n> m",
    "1000\u202e0001 \u2066x\u2069 NUL\0 bell\a del\x7f \ufffe end",
    "{{ 7*7 }} {% x %} ${x} =SUM(A1) http://evil.example www.evil.example mailto:a@b.example",
    "W" * 3000,
)


HASH = "0123456789abcdef" * 4


def make_release(number: int = 3, **values: Any) -> Release:
    """A release that the director approved on 30 May."""
    common = {
        "number": number,
        "nature": "substantive",
        "summary": "Complaints within one day.",
        "approvals": [{"role": "director", "approved_on": date(2026, 5, 30)}],
        "effective": date(2026, 6, 15),
        "released_on": date(2026, 5, 31),
        "hash": HASH,
        "seal": "x",
    }
    return Release.model_validate(common | values)


def make_paper(document: Mapping[str, Any], language: str = "en", **standing: Any) -> Paper:
    """The paper of one document of a small kit; without more it was never released."""
    kit = make_kit(COMPANY, *(each for each in (JOB, LETTERS) if each["id"] != document["id"]), document)
    return write_paper(kit, find_document(kit, str(document["id"])), language, Standing(**standing))


def find_document(kit: Kit, id: str) -> Any:
    """A document of a kit by its short name."""
    return next(file.document for file in kit.files if getattr(file.document, "id", "") == id)


def read_pages(pdf: bytes) -> list[str]:
    """The text of every page of a PDF, with single blanks and without hyphens at the ends of lines."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return [" ".join(page.replace("-\n", "").replace("\u200b", "").split()) for page in pages]


def make_hostile_job(text: str) -> dict[str, Any]:
    """A job description that says nothing but `text`."""
    what = {"what": text, "target": 5, "unit": text, "every": text}
    return {
        **JOB,
        "title": text,
        "purpose": text,
        "general": [text],
        "duties": [{"id": "mail", "text": text}],
        "rights": [text, text],
        "measures": [what],
        "source": text,
    }
