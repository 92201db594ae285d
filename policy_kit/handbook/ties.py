"""Where the parts of documents stand in the handbook, so that one page can name what backs it and what it backs."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_kit.documents import MoralCode, Text
from policy_kit.handbook.edition import Edition, name_page
from policy_kit.kit.links import Node

SORTS: dict[tuple[str, str], tuple[str, str]] = {
    ("answers", "answers"): ("answers", ""),
    ("standard", ""): ("standards", ""),
    ("standard", "steps"): ("standards", ""),
    ("post", ""): ("posts", ""),
    ("post", "duties"): ("duties", "#duty-{part}"),
    ("moral-code", ""): ("principles", "moral-code.md"),
    ("moral-code", "principles"): ("principles", "moral-code.md#principle-{part}"),
    ("guide", ""): ("guide", "guide.md"),
    ("typology", "types"): ("types", "clients/typology.md#type-{part}"),
    ("segments", "levels"): ("levels", "clients/segments.md#level-{part}"),
    ("typology", ""): ("types", "clients/typology.md"),
    ("segments", ""): ("levels", "clients/segments.md"),
    ("channels", ""): ("channels", "clients/channels.md"),
    ("channels", "channels"): ("channels", "clients/channels.md#channel-{part}"),
    ("process", ""): ("processes", "work/process-{id}.md"),
    ("process", "steps"): ("processes", "work/process-{id}.md#step-{part}"),
    ("role-matrix", ""): ("activities", "work/role-matrix.md"),
    ("role-matrix", "activities"): ("activities", "work/role-matrix.md#activity-{part}"),
    ("toolkit", ""): ("tools", "work/toolkit.md"),
    ("toolkit", "tools"): ("tools", "work/toolkit.md#tool-{part}"),
    ("toolkit", "control_points"): ("tools", "work/toolkit.md#point-{part}"),
}
"""For each sort of node under which heading it is listed, and its page; without a page it is looked up by its id."""


@dataclass(frozen=True)
class Tie:
    """A link to something that backs, or is backed."""

    title: Text
    uri: str
    """Empty for a post that has no page."""


@dataclass(frozen=True)
class TieGroup:
    """Ties of one sort: the key of its heading, and the links."""

    sort: str
    ties: tuple[Tie, ...]


def group_ties(edition: Edition, nodes: Iterable[Node]) -> list[TieGroup]:
    """The nodes that have a page in this edition, by sort; of one post or one page each once."""
    found: dict[str, dict[object, Tie]] = {}
    for node in nodes:
        tie = find_tie(edition, node)
        if tie is not None:
            sort, _ = SORTS[node.kind, node.field]
            found.setdefault(sort, {}).setdefault(str(tie.title), tie)
    order = dict.fromkeys(sort for sort, _ in SORTS.values())
    return [TieGroup(sort, tuple(found[sort].values())) for sort in order if sort in found]


def find_tie(edition: Edition, node: Node) -> Tie | None:
    """The link to a node; None where this edition does not show it."""
    if (node.kind, node.field) not in SORTS:
        return None
    if node.kind == "answers":
        asked = edition.find_asked(node.id, node.part)
        return Tie(asked.question.text, asked.uri) if asked and asked.shown else None
    if node.kind == "standard":
        standard = edition.kit.standards.get(node.id)
        return Tie(standard.title, name_page("standards", node.id)) if standard else None
    _, page = SORTS[node.kind, node.field]
    if node.kind == "post":
        uri = name_page("jobs", node.id) if node.id in edition.kit.jobs else ""
        return Tie(edition.find_role_title(node.id), uri + page.format(part=node.part) if uri else "")
    title = edition.kit.connections.find_title(node)
    return Tie(title, page.format(id=node.id, part=node.part)) if title else None


def list_backing(edition: Edition, node: Node) -> list[TieGroup]:
    """Who backs a node: what it names itself, and the duties by which the standards that it names are kept."""
    connections = edition.kit.connections
    named = connections.list_named(node)
    duties = [each for one in named for each in connections.list_naming(one) if one.kind == "standard"]
    return group_ties(edition, (*named, *(each for each in duties if each.field == "duties" and each != node)))


def list_principle_backing(edition: Edition, code: MoralCode) -> dict[str, list[TieGroup]]:
    """By principle, the posts that keep it; the standards stand on the page already."""
    nodes = {each.id: Node("moral-code", "moral-code", "principles", each.id) for each in code.principles}
    return {
        id: [group for group in list_backing(edition, node) if group.sort == "duties"] for id, node in nodes.items()
    }


def list_backed_answers(edition: Edition, standard: str) -> list[TieGroup]:
    """The answers that rest on a standard, and so on every duty under it."""
    return [group for group in list_backed(edition, Node("standard", standard)) if group.sort == "answers"]


def list_backed(edition: Edition, node: Node) -> list[TieGroup]:
    """What a node backs: everything that names it; duties stand elsewhere on the page."""
    naming = edition.kit.connections.list_naming(node)
    return [group for group in group_ties(edition, naming) if group.sort != "duties"]
