"""How the scores went, for a preview: read from git when a page asks for it, and again only when an answer changed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from policy_kit.actions.building import list_score_marks
from policy_kit.actions.scores import AnswerScore
from policy_kit.handbook.edition import ScoreMark, ScoreMarks
from policy_kit.kit import Kit

Key = tuple[str, str, str]


def follow_scores(marks: ScoreMarks, kit: Kit, scores: Sequence[AnswerScore]) -> ScoreMarks:
    """The marks of the kit as it is now: the same while its answers are, for a commit alone changes no score."""
    same = isinstance(marks, LateMarks) and marks.answers == _list_answers(scores)
    return marks if same else LateMarks(kit, scores)


class LateMarks(Mapping[Key, Sequence[ScoreMark]]):
    """What `list_score_marks` says of a kit, once it is wanted."""

    def __init__(self, kit: Kit, scores: Sequence[AnswerScore]) -> None:
        self._kit = kit
        self.answers = _list_answers(scores)
        """What the marks belong to: the texts that were scored."""

    @cached_property
    def _marks(self) -> dict[Key, list[ScoreMark]]:
        return list_score_marks(self._kit)

    def __getitem__(self, key: Key) -> Sequence[ScoreMark]:
        return self._marks[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


def _list_answers(scores: Sequence[AnswerScore]) -> list[tuple[Key, str]]:
    return [((each.questionnaire, each.language, each.question.id), each.text) for each in scores]
