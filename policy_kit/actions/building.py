"""Building the handbook of a kit: scores first, then pages, then the site."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policy_kit import handbook
from policy_kit.actions.locating import load_kit
from policy_kit.actions.score_history import read_score_history
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.errors import PolicyKitError
from policy_kit.handbook.edition import ScoreMark
from policy_kit.handbook.own_links import tell_warnings
from policy_kit.handbook.site.worker import get_ready
from policy_kit.kit import Kit
from policy_kit.languages import load_phrases
from policy_kit.scoring import Score

__all__ = ["Built", "build_handbook", "get_ready", "key_scores", "list_score_marks", "write_markdown"]

OUTPUT = Path("site", "public")


@dataclass(frozen=True)
class Built:
    """A handbook that has been built."""

    folder: Path
    """Where its pages are; `index.html` opens it."""
    kit: Kit
    scores: tuple[AnswerScore, ...]
    warnings: tuple[str, ...] = ()
    """What hand-written pages ask for that is not there, in the kit's language."""


def build_handbook(
    kit: Kit | Path | str,
    out: Path | str | None = None,
    *,
    strict: bool = False,
    public: bool = False,
    fresh: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Built:
    """Build the handbook of `kit` into `out` (left out: `site/public/` of the kit).

    Documents with problems are left out; with `strict` nothing is built until there are none. `public` leaves out
    the scores; `fresh` makes every page anew, also what has not changed. `tell` is called with each language when its
    pages are ready. Raises `PolicyKitError` where no handbook can be built; what stood in `out` before is kept then.
    """
    kit = _require_sound(kit, strict=strict)
    folder = Path(out) if out else kit.folder / OUTPUT
    scores = score_kit(kit)
    built = handbook.build_handbook(
        kit,
        key_scores(scores),
        folder,
        strict=strict,
        public=public,
        fresh=fresh,
        score_marks={} if public else list_score_marks(kit),
        tell=tell,
    )
    return Built(folder, kit, scores, tuple(tell_warnings(built.warnings, load_phrases(kit.language))))


def write_markdown(kit: Kit | Path | str, out: Path | str, *, strict: bool = False, public: bool = False) -> Built:
    """Write the handbook of `kit` into `out` as Markdown pages with a mkdocs.yml, for another generator of sites.

    Everything else is as with `build_handbook`.
    """
    from policy_kit.handbook.exporting import export_markdown

    kit = _require_sound(kit, strict=strict)
    scores = score_kit(kit)
    export_markdown(kit, key_scores(scores), Path(out), public=public)
    return Built(Path(out), kit, scores)


def _require_sound(kit: Kit | Path | str, *, strict: bool) -> Kit:
    """The kit, loaded, if a handbook can be built of it."""
    if not isinstance(kit, Kit):
        kit = load_kit(kit)
    phrases = load_phrases(kit.language)
    if kit.company is None:
        raise PolicyKitError(phrases("errors.no-company"))
    if strict and kit.problems:
        wrong = {cause.key for cause in kit.list_causes("error")}  # of a file with very many, not all are told
        raise PolicyKitError(phrases("errors.kit-has-problems", n=len(wrong)))
    return kit


def list_score_marks(kit: Kit) -> dict[tuple[str, str, str], list[ScoreMark]]:
    """How the scores went, as the handbook looks them up; what is not committed yet counts from today."""
    return {
        (past.questionnaire, past.language, past.question): [
            ScoreMark(point.when.date() if point.when else date.today(), point.score, point.verdict)
            for point in past.points
        ]
        for past in read_score_history(kit)
    }


def key_scores(scores: Sequence[AnswerScore]) -> dict[tuple[str, str, str], Score]:
    """The scores as the handbook looks them up: by questionnaire, language and question."""
    return {(each.questionnaire, each.language, each.question.id): each.score for each in scores}
