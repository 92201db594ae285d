"""Digests of what pages are made of: equal values have equal digests, from one run of the program to the next."""

import marshal
from collections.abc import Callable, Mapping, Set
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

_Told = tuple[Any, ...]
"""What a value amounts to, in nothing but texts, numbers, lists and tuples: first the word for its kind."""
_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))
"""What needs no word."""
_FORM = 2
"""Of marshal: the last one in which equal values are always written equally."""


class IndescribableError(Exception):
    """A value of which nobody can say whether another is the same."""


class Describer:
    """Makes digests; of a document that stands in many values only once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[BaseModel | Names, _Told]] = {}

    def describe(self, *values: object) -> bytes:
        """The digest of values. Raises `IndescribableError`."""
        return digest(marshal.dumps(self._tell_all(values), _FORM))

    def _tell_all(self, values: Any) -> list[Any]:
        return [value if type(value) in _PLAIN else self._tell(value) for value in values]

    def _tell(self, value: Any) -> _Told:
        """What tells a value from all others. The word in front keeps values of different kinds apart."""
        kind = type(value)
        if kind is tuple or kind is list:
            return ("list", self._tell_all(value))
        if kind is dict:
            return ("map", self._tell_all(value), self._tell_all(value.values()))
        if kind is Markup:
            return ("html", str(value))
        if kind is date or isinstance(value, Enum):
            return ("value", repr(value))
        if isinstance(value, BaseModel):
            return self._tell_once(value, value.model_dump_json)
        if isinstance(value, Names):
            return self._tell_once(value, lambda: self._tell_all(vars(value).values()))
        if isinstance(value, Mapping):
            return self._tell(dict(value))
        if isinstance(value, Set):
            return ("set", sorted(self.describe(one) for one in value))
        return self._tell_ours(value, kind)

    def _tell_ours(self, value: Any, kind: type) -> _Told:
        if kind is partial:
            return ("partial", self._tell_all([value.func, value.args, value.keywords]))
        if kind is FunctionType and value.__closure__ is None and "<lambda>" not in value.__qualname__:
            return ("function", value.__module__, value.__qualname__)
        if own := getattr(value, "make_key", None):
            return ("key", own())
        if is_dataclass(value):
            names = _list_fields(kind)
            return (_name(kind), self._tell_all([getattr(value, name) for name in names]))
        raise IndescribableError(kind.__qualname__)

    def _tell_once(self, value: BaseModel | Names, tell: Callable[[], Any]) -> _Told:
        found = self._known.get(id(value))
        if found is None:
            kind: Any = type(value)
            told = ("once", digest(_name(kind), marshal.dumps(tell(), _FORM)))
            found = self._known[id(value)] = (value, told)  # holding it, so that its id stays its own
        return found[1]


@cache
def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _list_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
