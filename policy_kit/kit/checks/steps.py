"""The steps of a standard or a process lead only to steps that exist, and every step is reached."""

from collections.abc import Iterator, Sequence

from policy_kit.documents import Process, ProcessStep, Standard, Step
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole


def check_steps(drafts: Drafts) -> Iterator[Cause]:
    """Every step that leads nowhere; and where all lead somewhere, every step to which no other leads."""
    for draft in drafts.all:
        if isinstance(draft.content, Standard | Process):
            yield from _check_document(draft, draft.content.steps)


def _check_document(draft: Draft, steps: Sequence[Step | ProcessStep]) -> Iterator[Cause]:
    ids = tuple(step.id for step in steps)
    known = frozenset(ids)
    # Two steps with one id are a problem already, and of a broken document the paths are not known.
    broken = draft.document is None or len(known) < len(ids)
    for number, step in enumerate(steps):
        for place, following in enumerate(step.then or ()):
            if following.step not in known and not is_hole(following.step):
                broken = True
                way = ("steps", number, "then", place, "step")
                yield draft.blame("PK108", way, meant=(following.step, ids), id=following.step, steps=ids)
    if not broken:
        reached = _reach(steps)
        for number, name in enumerate(ids):
            if name not in reached:
                yield draft.blame("PK118", ("steps", number, "id"), id=name)


def _reach(steps: Sequence[Step | ProcessStep]) -> set[str]:
    """The steps that some path reaches from the first one."""
    following: dict[str, list[str]] = {}
    for number, step in enumerate(steps, 1):
        after = steps[number : number + 1] if step.then is None else ()
        following[step.id] = [each.id for each in after] + [each.step for each in step.then or ()]
    reached: set[str] = set()
    waiting = [step.id for step in steps[:1]]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(following[name])
    return reached
