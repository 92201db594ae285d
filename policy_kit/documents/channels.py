"""The channels: by which ways a client reaches us, what each is for, and the one standard that holds on all of them."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.duration import Duration
from policy_kit.documents.text import Document, Id, InForce, Text


class Channel(Document):
    """One way by which clients and the company reach each other."""

    id: Id
    """The short name of the channel; service levels call it by this name."""
    title: Text
    """The name of the channel, as staff and clients know it."""
    purpose: Text
    """What the channel is for."""
    not_for: Text | None = None
    """What it is not for, and where that goes instead."""
    within: Duration | None = None
    """How soon a client has the first answer on this channel: number and unit."""
    hours: Text | None = None
    """When the channel is open."""
    answered_by: tuple[Id, ...] = ()
    """The posts that answer on this channel, by their short names; the first of them answers first."""
    standard: Id | None = None
    """The short name of the standard that holds on this channel; left out, that of all channels holds."""
    step: Id | None = None
    """The short name of the step of that standard that sets the time, if there is one."""
    recorded: Text | None = None
    """Where it is written down what was said, so that the client need not repeat it on another channel."""


class Channels(InForce):
    """The channels of the company. Lives in standards/clients/channels.yml."""

    kind: Literal["channels"]
    """Always “channels”."""
    id: Id = "channels"
    """The short name of the document."""
    owner: Id
    """The short name of the post that answers for the channels."""
    intro: Text | None = None
    """Why there are these channels, and what a client may expect on all of them."""
    standard: Id | None = None
    """The short name of the one standard that holds on every channel."""
    portfolio: Text | None = None
    """How the whole of what the company offers is at hand on every channel."""
    common: tuple[Text, ...] = ()
    """What holds on every channel, point by point."""
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    """The channels, the most used first."""
    source: Text | None = None
    """Where the division comes from, if not from the company itself."""
