"""A gap: where the documents of a kit do not hold together – something is missing between two, or they contradict."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from policy_kit.documents import Acceptance, AnyDocument
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.links import Node, find_node_of
from policy_kit.kit.places import Place, Way
from policy_kit.kit.problems import Severity
from policy_kit.kit.rules import load_problem_rule

ACCEPTABLE = tuple(f"PK{number}" for number in range(140, 157))
"""The codes of gaps. Each may be accepted with a reason."""


@dataclass(frozen=True)
class Gap:
    """One gap, with its code and the part of a document at which one mends it."""

    code: str
    draft: Draft = field(repr=False)
    way: Way
    values: Mapping[str, object] = field(default_factory=dict)
    """What fills the blanks of its phrases."""
    offset: int | None = None
    """Of a gap inside a text: the character at which it stands."""

    acceptance: Acceptance | None = None
    """Who has accepted it, and why."""

    @property
    def document(self) -> AnyDocument:
        """The document that has the gap."""
        if self.draft.content is None:
            raise ValueError(f"{self.draft.path} holds no document")
        return self.draft.content

    @property
    def node(self) -> Node:
        """The part of the document that has it."""
        return find_node_of(self.document, self.way)

    @property
    def severity(self) -> Severity:
        """“error” where two documents contradict each other, “warning” where something is missing between them."""
        return load_problem_rule(self.code).severity

    @property
    def place(self) -> Place:
        """Where one mends it."""
        return self.draft.find_place(self.way, self.offset)

    def blame(self) -> Cause:
        """The same as a cause of a problem."""
        cause = self.draft.blame(self.code, self.way)
        values = dict(self.values)
        if self.offset is not None:
            cause = replace(cause, index=self.draft.find_index(self.way, self.offset), width=len(str(values["mine"])))
        return replace(cause, values=values)


def tell_place(draft: Draft, way: Way) -> dict[str, object]:
    """The other place of a contradiction, as values of its phrases."""
    place = draft.find_place(way)
    return {"file": place.file, "line": place.line}
