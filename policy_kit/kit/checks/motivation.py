"""What is given in percent adds up to the whole, and what counts at all counts more than nothing."""

from collections.abc import Iterator

from policy_kit.documents import Motivation
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts

WHOLE = 100
ROUNDED = 0.1
"""So much may be missing: three thirds are written as 33.33."""


def check_motivation(drafts: Drafts) -> Iterator[Cause]:
    """Every pay whose parts are not the whole, weights of nothing, and shares that are not the whole together."""
    for draft, motivation in drafts.of(Motivation):
        yield from _check_pay(draft, motivation)
        yield from _check_weights(draft, motivation)


def _check_pay(draft: Draft, motivation: Motivation) -> Iterator[Cause]:
    for number, pay in enumerate(motivation.pay):
        parts = (pay.fixed, pay.by_result)
        if not _may_be_filled(draft, parts) and (min(parts) < 0 or not _is_whole(sum(parts))):
            way = ("pay", number, "fixed")
            yield draft.blame("PK136", way, post=pay.post, fixed=f"{pay.fixed:g}", rest=f"{pay.by_result:g}")


def _check_weights(draft: Draft, motivation: Motivation) -> Iterator[Cause]:
    products = motivation.products
    weights = [product.weight for product in products]
    wrong = [number for number, weight in enumerate(weights) if weight < 0 or (weight == 0 and draft.document)]
    for number in wrong:
        yield draft.blame("PK138", ("products", number, "weight"), id=products[number].id)
    countable = motivation.weights == "shares" and products and not wrong and not _may_be_filled(draft, weights)
    if countable and not _is_whole(sum(weights)):
        yield draft.blame_key("PK137", ("products",), total=f"{sum(weights):g}")


def _is_whole(total: float) -> bool:
    return abs(total - WHOLE) < ROUNDED


def _may_be_filled(draft: Draft, numbers: tuple[float, ...] | list[float]) -> bool:
    """Whether a nought may stand for a number that could not be read: that has been told already."""
    return draft.document is None and 0 in numbers
