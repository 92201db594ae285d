"""Dates come in the order in which things happen."""

from collections.abc import Iterator
from datetime import date

from policy_kit.documents import Answers, InForce, People, Standard
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts


def check_dates(drafts: Drafts, today: date) -> Iterator[Cause]:
    """Every document or person that ends before the beginning, and every answer from the future."""
    begins = {standard.id: standard.effective for _, standard in drafts.of(Standard)}
    for draft in drafts.all:
        document = draft.content
        begin, end = getattr(document, "effective", None), getattr(document, "until", None)
        if isinstance(document, InForce | Answers) and begin and end and end < begin:
            yield draft.blame("PK115", ("until",), until=end, effective=begin)
        if isinstance(document, People):
            for number, person in enumerate(document.people):
                if person.since and person.until and person.until < person.since:
                    yield draft.blame("PK413", ("people", number, "until"), until=person.until, since=person.since)
        if isinstance(document, Answers):
            yield from _check_answers(draft, document, begins, today)


def _check_answers(draft: Draft, answers: Answers, begins: dict[str, date], today: date) -> Iterator[Cause]:
    for number, answer in enumerate(answers.answers):
        if answer.answered_on is None:
            continue
        if answer.answered_on > today:
            yield draft.blame("PK116", ("answers", number, "answered_on"), day=answer.answered_on, today=today)
        for place, name in enumerate(answer.standards):
            if name in begins and answer.answered_on < begins[name]:
                way = ("answers", number, "standards", place)
                yield draft.blame("PK117", way, id=name, day=answer.answered_on, effective=begins[name])
