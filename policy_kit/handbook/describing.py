"""Digests of what pages are made of: equal values have equal digests, from one run of the program to the next."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from types import FunctionType
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from policy_kit.handbook.names import Names
from policy_kit.handbook.page_cache import digest

_PLAIN = frozenset((bool, int, float, date))


class IndescribableError(Exception):
    """A value of which nobody can say whether another is the same."""


class Describer:
    """Makes digests; of a document that stands in many values only once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[BaseModel | Names, bytes]] = {}

    def describe(self, *values: object) -> bytes:
        """The digest of values. Raises `IndescribableError`."""
        parts: list[bytes] = []
        for value in values:
            self._add(value, parts)
        return digest(*parts)

    def _add(self, value: Any, parts: list[bytes]) -> None:
        """Adds what tells a value from all others. Each part has a letter for its kind, and none runs into the next."""
        kind = type(value)
        if kind is str:
            parts.append(b"s" + value.encode("utf-8", "surrogatepass"))
        elif kind is tuple or kind is list:
            self._add_all("l", value, parts)
        elif kind is dict:
            self._add_all("d", [one for pair in value.items() for one in pair], parts)
        elif value is None or kind in _PLAIN or isinstance(value, Enum):
            parts.append(f"v{value!r}".encode())
        elif isinstance(value, BaseModel):
            parts.append(self._describe_once(value, lambda: value.model_dump_json().encode()))
        elif isinstance(value, Names):
            parts.append(self._describe_once(value, lambda: self.describe(*vars(value).values())))
        elif kind is Markup:
            parts.append(b"m" + value.encode("utf-8", "surrogatepass"))
        elif kind is bytes:
            parts.append(b"b" + value)
        elif isinstance(value, Mapping):
            self._add(dict(value), parts)
        elif isinstance(value, Set):
            self._add_all("u", sorted(self.describe(one) for one in value), parts)
        else:
            self._add_ours(value, kind, parts)

    def _add_ours(self, value: Any, kind: type, parts: list[bytes]) -> None:
        if kind is partial:
            self._add_all("p", [value.func, value.args, value.keywords], parts)
        elif kind is FunctionType and value.__closure__ is None and "<lambda>" not in value.__qualname__:
            parts.append(f"f{value.__module__}.{value.__qualname__}".encode())
        elif own := getattr(value, "make_key", None):
            parts.append(b"k" + own())
        elif is_dataclass(value):
            self._add_all(_name(kind), [getattr(value, name) for name in _list_fields(kind)], parts)
        else:
            raise IndescribableError(kind.__qualname__)

    def _add_all(self, kind: str, values: Sequence[object], parts: list[bytes]) -> None:
        parts.append(f"{kind}{len(values)}".encode())
        for value in values:
            self._add(value, parts)

    def _describe_once(self, value: BaseModel | Names, describe: Callable[[], bytes]) -> bytes:
        found = self._known.get(id(value))
        if found is None:
            made = b"o" + digest(type(value).__qualname__, describe())
            found = self._known[id(value)] = (value, made)  # holding it, so that its id stays its own
        return found[1]


@cache
def _name(kind: type) -> str:
    return f"c{kind.__module__}.{kind.__qualname__} "


@cache
def _list_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
