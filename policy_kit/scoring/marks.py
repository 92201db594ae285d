"""Which marks a written form gets from the entries of its language: by the whole form, its stem, or how it ends."""

from dataclasses import dataclass, field

SHAPES = frozenset(("#", "#:", "#/", "#year"))
"""The marks of numbers, which no list can hold."""


@dataclass(slots=True)
class Marks:
    """The marks of all forms that a language lists."""

    exact: dict[str, set[str]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """By stem: a mark, and how long an ending may follow."""
    suffixes: dict[str, set[str]] = field(default_factory=dict)
    barred: dict[str, set[str]] = field(default_factory=dict)
    _longest_stem: int = 0
    _longest_suffix: int = 0
    """However long a word is, no more of it is looked at than the longest that are listed."""

    def add_stem(self, stem: str, mark: str, ending: int) -> None:
        """Lists a stem that `ending` letters at most may follow."""
        self.stems.setdefault(stem, []).append((mark, ending))
        self._longest_stem = max(self._longest_stem, len(stem))

    def add_suffix(self, suffix: str, mark: str) -> None:
        """Lists how words end."""
        self.suffixes.setdefault(suffix, set()).add(mark)
        self._longest_suffix = max(self._longest_suffix, len(suffix))

    def find(self, form: str) -> set[str]:
        """The marks of `form`."""
        size, stems, suffixes = len(form), self.stems, self.suffixes
        found = set(self.exact.get(form, ()))
        for length in range(1, min(size, self._longest_stem) + 1):
            if (stem := form[:length]) in stems:
                for mark, ending in stems[stem]:
                    if size - length <= ending:
                        found.add(mark)
        for length in range(1, min(size, self._longest_suffix + 1)):
            if (suffix := form[-length:]) in suffixes:
                found |= suffixes[suffix]
        if form in self.barred:
            found -= self.barred[form]
        return found | find_shape(form) if form[:1].isdigit() else found


def find_shape(form: str) -> set[str]:
    """The marks of a form that begins with a digit."""
    if "/" in form:
        return {"#/"}
    if ":" in form or (len(form) in (4, 5) and form[-3:-2] == "." and form[-2:].isdigit() and int(form[-2:]) < 60):
        return {"#:", "#"} if ":" not in form else {"#:"}
    year = len(form) == 4 and form.isdigit() and 1900 <= int(form) < 2100
    return {"#", "#year"} if year else {"#"}
