"""Which marks a written form gets from the entries of its language: by the whole form, its stem, or how it ends."""

from dataclasses import dataclass, field

LONGEST_STEM = 18
LONGEST_SUFFIX = 6
"""Longer ones are not looked for, so that the words of hostile texts stay cheap."""
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

    def find(self, form: str) -> set[str]:
        """The marks of `form`."""
        size, stems, suffixes = len(form), self.stems, self.suffixes
        found = set(self.exact.get(form, ()))
        for length in range(1, min(size, LONGEST_STEM) + 1):
            if (stem := form[:length]) in stems:
                for mark, ending in stems[stem]:
                    if size - length <= ending:
                        found.add(mark)
        for length in range(1, min(size, LONGEST_SUFFIX + 1)):
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
