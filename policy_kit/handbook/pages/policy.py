"""The policy: the questions to leadership, one page each, with the answer and what stands behind it."""

from functools import partial

from policy_kit.documents import Questionnaire
from policy_kit.handbook.edition import Asked
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter, shorten
from policy_kit.handbook.ties import list_backing
from policy_kit.kit.connections import Node

_LONGEST_EXCERPT = 200


def write_policy_pages(writer: PageWriter, questionnaire: Questionnaire) -> tuple[Page, ...]:
    """The index of one questionnaire, then its questions."""
    edition = writer.edition
    policy = edition.policies[questionnaire.id]
    index_uri = edition.name_policy_index(questionnaire.id)
    index = writer.write(
        "policy_index.md.j2",
        index_uri,
        questionnaire.title,
        questionnaire.intro or "",
        meta=WITHOUT_CONTENTS,
        questionnaire=questionnaire,
        policy=policy,
        shorten=partial(shorten, most=_LONGEST_EXCERPT),
    )
    return (index, *(_write_question(writer, asked, len(policy), index_uri) for asked in policy))


def _write_question(writer: PageWriter, asked: Asked, count: int, index_uri: str) -> Page:
    return writer.write(
        "policy_question.md.j2",
        asked.uri,
        asked.question.text,
        asked.shown.words if asked.shown else "",
        asked=asked,
        count=count,
        index_uri=index_uri,
        backing=list_backing(writer.edition, Node("answers", asked.questionnaire.id, "answers", asked.question.id)),
        health_uri=None if writer.edition.public else writer.edition.name_health_page(asked),
    )
