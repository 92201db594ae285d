"""The section on clients: the page that leads there, the typology, the segments and the channels."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.documents import Channels, InForce, Segments, Text, Typology
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.segments import URI as SEGMENTS_URI
from policy_kit.handbook.pages.segments import write_segments_page
from policy_kit.handbook.wording import Wording

INDEX_URI = "clients/index.md"
TYPOLOGY_URI = "clients/typology.md"
CHANNELS_URI = "clients/channels.md"


@dataclass(frozen=True)
class ClientCard:
    """A document of this section, as the index shows it."""

    uri: str
    document: InForce
    owner: str
    about: Text | None
    counts: list[str]
    """What it holds, in words."""


def write_client_pages(writer: PageWriter) -> tuple[Page, ...]:
    """The index of the section, then its pages; none where the edition has no such document."""
    kit = writer.edition.kit
    cards = list(_list_cards(writer.edition))
    if not cards:
        return ()
    index = writer.write(
        "clients_index.md.j2",
        INDEX_URI,
        writer.say("clients.title"),
        writer.say("clients.lead"),
        meta=WITHOUT_CONTENTS,
        cards=cards,
    )
    pages = [index]
    if kit.typology:
        pages.append(_write_typology_page(writer, kit.typology))
    if kit.segments:
        pages.append(write_segments_page(writer, kit.segments))
    if kit.channels:
        pages.append(_write_channels_page(writer, kit.channels))
    return tuple(pages)


def _list_cards(edition: Edition) -> Iterator[ClientCard]:
    wording = Wording(edition.language, edition.first)
    kit = edition.kit

    def make_card(uri: str, document: Typology | Segments | Channels, **counts: int) -> ClientCard:
        told = [wording.say(f"clients.index.{key}", n=n) for key, n in counts.items()]
        return ClientCard(uri, document, document.owner, document.intro, told)

    if kit.typology:
        types = sum(len(criterion.types) for criterion in kit.typology.criteria)
        yield make_card(TYPOLOGY_URI, kit.typology, types=types)
    if kit.segments:
        counts = {"segments": len(kit.segments.segments), "levels": len(kit.segments.levels)}
        yield make_card(SEGMENTS_URI, kit.segments, **counts)
    if kit.channels:
        yield make_card(CHANNELS_URI, kit.channels, channels=len(kit.channels.channels))


def _write_typology_page(writer: PageWriter, typology: Typology) -> Page:
    return writer.write(
        "typology.md.j2", TYPOLOGY_URI, typology.title, typology.intro or "", document=typology, lead=typology.intro
    )


def _write_channels_page(writer: PageWriter, channels: Channels) -> Page:
    return writer.write(
        "channels.md.j2", CHANNELS_URI, channels.title, channels.intro or "", document=channels, lead=channels.intro
    )
