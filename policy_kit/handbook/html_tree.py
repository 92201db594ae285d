"""The content of a page as a tree of elements; it has passed the gate, so it is well-formed and holds no surprises."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "wbr", "col"}


@dataclass
class Element:
    """An element, with its attributes and what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def elements(self) -> "list[Element]":
        """The elements in it, without the words between them."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def classes(self) -> list[str]:
        """The names of its styles."""
        return self.attributes.get("class", "").split()

    def walk(self) -> "Iterator[Element]":
        """It and all elements in it."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def read(self) -> str:
        """The words in it, on one line."""
        words = "".join(child if isinstance(child, str) else f" {child.read()} " for child in self.children)
        return " ".join(words.split())

    def to_html(self) -> str:
        """As HTML, or as XML."""
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        inner = "".join(escape(one, quote=False) if isinstance(one, str) else one.to_html() for one in self.children)
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in [element.tag for element in self.open[1:]]:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_html(html: str) -> Element:
    """The tree of a page's content. Names of attributes come out in small letters."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]
