"""Each activity of the role matrix is led by one post, and no post has two parts in it."""

from collections.abc import Iterator

from policy_kit.documents import Activity, RoleMatrix
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.places import Way

PARTS = ("leads", "supports", "told")


def check_matrix(drafts: Drafts) -> Iterator[Cause]:
    """Every activity that nobody leads, or more than one post; and every post that an activity names twice."""
    for draft, matrix in drafts.of(RoleMatrix):
        for number, activity in enumerate(matrix.activities):
            way: Way = ("activities", number)
            if not activity.leads and draft.lacks(way, "leads"):
                yield draft.blame("PK130", (*way, "id"), id=activity.id)
            elif len(activity.leads) > 1:
                yield draft.blame("PK131", (*way, "leads", 1), id=activity.id, posts=activity.leads)
            yield from _find_second_parts(draft, activity, way)


def _find_second_parts(draft: Draft, activity: Activity, way: Way) -> Iterator[Cause]:
    first: set[str] = set()
    for part in PARTS:
        for place, post in enumerate(getattr(activity, part)):
            if post in first:
                yield draft.blame("PK132", (*way, part, place), id=post, activity=activity.id)
            first.add(post)
