"""The role matrix: who leads each activity, who supports it and who is told, and how the team holds together."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from policy_kit.documents.pillars import Pillar
from policy_kit.documents.text import Document, Id, InForce, Text, Words


def _accept_single_post(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)  # what has gone through here is no longer JSON, where a list may stand for a tuple
    return (value,) if isinstance(value, str) else value


Posts = Annotated[tuple[Id, ...], BeforeValidator(_accept_single_post, json_schema_input_type=Id | tuple[Id, ...])]
"""Posts by their short names; a single one may be written without brackets."""


class TeamMember(Document):
    """A post of the team, and on what it puts the emphasis."""

    post: Id
    """The short name of the post."""
    emphasis: Text
    """What this post puts first in its work with clients, in a sentence or two."""


class Activity(Document):
    """One activity, and who does what in it."""

    id: Id
    """The short name of the activity, unique within the matrix."""
    text: Text
    """What is done, in a few words, for example “Tenders”."""
    leads: Posts = ()
    """The short name of the one post that leads the activity and answers for its result."""
    supports: Posts = ()
    """The posts that help with it, by their short names."""
    told: Posts = ()
    """The posts that are told how it stands, by their short names."""
    pillar: Pillar | None = None
    """The pillar that it serves: win (new clients), keep (existing ones) or hold (the dissatisfied)."""
    standard: Id | None = None
    """The short name of the standard by which it is done."""


class RoleMatrix(InForce):
    """Who leads, who supports and who is told, activity by activity. Lives in standards/role-matrix.yml."""

    kind: Literal["role-matrix"]
    """Always “role-matrix”."""
    id: Id = "role-matrix"
    """The short name of the matrix."""
    owner: Id
    """The short name of the post that keeps the matrix up to date."""
    intro: Text | None = None
    """How the team works together, in a few sentences."""
    obligation: Text | None = None
    """The first obligation that everyone in the team shares."""
    disagreement: Text | None = None
    """What happens when the team cannot agree: who decides, by what, and by when."""
    team: tuple[TeamMember, ...] = ()
    """The posts that work with the client as one team, each with its emphasis; their columns come first."""
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
    """The activities, in the order in which they usually happen."""
    source: Words | None = None
    """Where the matrix comes from, if not from the company itself."""
