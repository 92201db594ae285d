"""Building the handbook of a kit: scores first, then pages, then the site."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from policy_kit import handbook
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.errors import PolicyKitError
from policy_kit.kit import Kit
from policy_kit.languages import load_phrases

OUTPUT = Path("site", "public")


@dataclass(frozen=True)
class Built:
    """A handbook that has been built."""

    folder: Path
    """Where its pages are; `index.html` opens it."""
    kit: Kit
    scores: tuple[AnswerScore, ...]


def build_handbook(
    kit: Kit | Path | str,
    out: Path | str | None = None,
    *,
    strict: bool = False,
    public: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Built:
    """Build the handbook of `kit` into `out` (left out: `site/public/` of the kit).

    Documents with problems are left out; with `strict` nothing is built until there are none. `public` leaves out
    the scores. `tell` is called with each language when its pages are ready. Raises `PolicyKitError` where no handbook
    can be built; what stood in `out` before is kept then.
    """
    if not isinstance(kit, Kit):
        kit = load_kit(kit)
    phrases = load_phrases(kit.language)
    if kit.company is None:
        raise PolicyKitError(phrases("errors.no-company"))
    if strict and kit.problems:
        raise PolicyKitError(phrases("errors.kit-has-problems", n=len(kit.problems)))
    folder = Path(out) if out else kit.folder / OUTPUT
    scores = score_kit(kit)
    keyed = {(each.questionnaire, each.language, each.question.id): each.score for each in scores}
    handbook.build_handbook(kit, keyed, folder, strict=strict, public=public, tell=tell)
    return Built(folder, kit, scores)
