"""The role matrix: activities in rows, posts in columns, and in each cell what the post does there."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.documents import Activity, RoleMatrix
from policy_kit.handbook.drawings import draw_part
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.post_work import PARTS

URI = "work/role-matrix.md"


@dataclass(frozen=True)
class Row:
    """An activity, and its part for each column; empty where the post has none."""

    activity: Activity
    parts: list[str]


def write_role_matrix_page(writer: PageWriter, matrix: RoleMatrix) -> Page:
    """The page of the matrix; the table takes all the room that there is."""
    posts = list_columns(matrix)
    rows = [_make_row(activity, posts) for activity in matrix.activities]
    pillars = dict.fromkeys(activity.pillar for activity in matrix.activities)
    return writer.write(
        "role_matrix.md.j2",
        URI,
        matrix.title,
        matrix.intro or "",
        meta=WITHOUT_CONTENTS,
        document=matrix,
        lead=matrix.intro,
        posts=posts,
        groups=[(pillar, [row for row in rows if row.activity.pillar == pillar]) for pillar in pillars],
        marks={part: draw_part(part) for part in PARTS},
    )


def list_columns(matrix: RoleMatrix) -> list[str]:
    """The posts of the matrix: first the team, then the others in the order in which they come up."""
    return list(dict.fromkeys([member.post for member in matrix.team] + list(_walk_posts(matrix))))


def _walk_posts(matrix: RoleMatrix) -> Iterator[str]:
    for part in PARTS:
        for activity in matrix.activities:
            yield from getattr(activity, part)


def _make_row(activity: Activity, posts: list[str]) -> Row:
    return Row(activity, [next((part for part in PARTS if post in getattr(activity, part)), "") for post in posts])
