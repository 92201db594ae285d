"""What the site of one language is made of, in a form that another process can be handed."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class SiteJob:
    """One language of the handbook, ready to be turned into a site. All names and titles are safe HTML already."""

    language: str
    languages: dict[str, str]
    """Every language of the handbook with its own name, in order."""
    name: str
    initial: str
    """The letter that stands for the company where it has no logo."""
    description: str
    copyright: str
    links: list[tuple[str, str]]
    """Links at the foot of each page: title and address."""
    labels: dict[str, str]
    """Words of the frame that the theme does not have."""
    endings: list[str]
    """Endings before which the search cuts a word of the query."""
    pages: dict[str, str]
    """Address → Markdown."""
    has_own_pages: bool
    """Whether some of them are written by hand, in fuller Markdown than ours."""
    navigation: list[tuple[str, list[str]]]
    """Sections: title (empty for a page alone) and addresses."""
    papers: dict[str, str]
    """Address → file: pictures and downloads of hand-written pages."""
    theme: dict[str, str]
    """Address → file: the company's own style sheets, pictures and fonts."""
    colours: str
    """The style sheet with the company's colours."""
    out: str
    """The folder of this language's site."""

    def find_picture(self, name: str) -> str | None:
        """The company's own logo or icon: a picture with this name in site/theme."""
        return next((uri for uri in self.theme if uri.rpartition(".")[0] == name and not uri.endswith(".css")), None)

    @property
    def icon(self) -> str:
        """The icon that browsers show beside the title."""
        return self.find_picture("favicon") or "assets/favicon.svg"

    def to_json(self) -> str:
        """As text for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "SiteJob":
        """From that text."""
        values: dict[str, Any] = json.loads(text)
        return cls(**values)
