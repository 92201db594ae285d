"""The policy: the questions to leadership, one page each, with the answer and what stands behind it."""

from functools import partial

from policy_kit.documents import Answers, Questionnaire
from policy_kit.handbook.edition import Asked, Edition
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter, shorten
from policy_kit.handbook.past import find_state, has_changed
from policy_kit.handbook.ties import list_backing
from policy_kit.kit.links import Node
from policy_kit.kit.releases import ReleaseState

_LONGEST_EXCERPT = 200


def find_answers(edition: Edition, questionnaire: str) -> Answers | None:
    """The answers that this edition shows: those in its language, else in the company's own, else any."""
    found = {
        each.language or edition.first: each
        for each in reversed(edition.kit.answers)
        if each.questionnaire == questionnaire
    }
    return found.get(edition.language) or found.get(edition.first) or next(iter(found.values()), None)


def write_policy_pages(writer: PageWriter, questionnaire: Questionnaire) -> tuple[Page, ...]:
    """The index of one questionnaire, then its questions."""
    edition = writer.edition
    policy = edition.policies[questionnaire.id]
    index_uri = edition.name_policy_index(questionnaire.id)
    answers = find_answers(edition, questionnaire.id)
    index = writer.write(
        "policy_index.md.j2",
        index_uri,
        questionnaire.title,
        questionnaire.intro or "",
        meta=WITHOUT_CONTENTS,
        document=answers,
        questionnaire=questionnaire,
        policy=policy,
        shorten=partial(shorten, most=_LONGEST_EXCERPT),
    )
    state = find_state(edition, answers)
    return (index, *(_write_question(writer, asked, len(policy), index_uri, state) for asked in policy))


def _write_question(writer: PageWriter, asked: Asked, count: int, index_uri: str, state: ReleaseState | None) -> Page:
    release = state.current if state and asked.shown and asked.shown.language in state.title else None
    return writer.write(
        "policy_question.md.j2",
        asked.uri,
        asked.question.text,
        asked.shown.words if asked.shown else "",
        asked=asked,
        count=count,
        index_uri=index_uri,
        release=release,
        is_future=release is not None and writer.edition.is_future(release),
        is_changed=not writer.edition.public and state is not None and has_changed(state, asked.question.id),
        backing=list_backing(writer.edition, Node("answers", asked.questionnaire.id, "answers", asked.question.id)),
        health_uri=None if writer.edition.public else writer.edition.name_health_page(asked),
    )
