"""What matters to whoever signed a document is told from what is only a matter of wording."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from policy_kit.history import list_substantive

JOB: dict[str, Any] = {
    "kind": "job-description",
    "id": "client-manager",
    "title": {"en": "Client manager"},
    "effective": "2026-03-01",
    "reports_to": "director",
    "purpose": {"en": "Answers clients within two working days, politely."},
    "duties": [{"id": "complaints", "text": {"en": "Answers within 2 days"}}, {"id": "visits", "text": "Visits"}],
    "knowledge": ["Speaks English", "Knows the customs rules"],
    "measures": [{"what": "answered in time", "target": 95, "unit": "percent", "every": "month"}],
    "weekly_hours": 40,
}
Edit = Callable[[Any], object]


def matters(edit: Edit) -> bool:
    new = copy.deepcopy(JOB)
    edit(new)
    assert new != JOB
    return bool(list_substantive(JOB, new))


@pytest.mark.parametrize(
    "edit",
    [
        lambda job: job["title"].update(en="Client Manager!"),
        lambda job: job["title"].update(sl="Skrbnik strank"),
        lambda job: job.update(title="Client manager"),
        lambda job: job["purpose"].update(en="Answers customers within two working days, with a smile."),
        lambda job: job["duties"][0]["text"].update(en="Answers, within 2 days."),
        lambda job: job["duties"][0]["text"].update(sl="Odgovori v 2 dneh"),
        lambda job: job["duties"][0].update(id="claims"),
        lambda job: job["knowledge"].reverse(),
        lambda job: job.update(source="002"),
    ],
)
def test_wording_is_editorial(edit: Edit) -> None:
    assert not matters(edit)


@pytest.mark.parametrize(
    "edit",
    [
        lambda job: job.update(effective="2026-04-01"),
        lambda job: job.update(reports_to="owner"),
        lambda job: job.pop("reports_to"),
        lambda job: job.update(weekly_hours=38),
        lambda job: job.update(manages_people=True),
        lambda job: job["purpose"].update(en="Answers clients within one working day, politely."),
        lambda job: job["purpose"].update(en="Answers clients within two calendar days, politely."),
        lambda job: job["purpose"].update(en="Never answers clients within two working days, politely."),
        lambda job: job["duties"][0]["text"].update(en="Replies within 2 days"),
        lambda job: job["duties"][0]["text"].update(sl="Odgovori v 3 dneh"),
        lambda job: job["duties"][0].update(standard="complaint-handling"),
        lambda job: job["duties"].reverse(),
        lambda job: job["duties"].pop(),
        lambda job: job["measures"][0].update(target=90),
        lambda job: job.update(exceptions=[{"when": "At night", "do": "Call"}]),
        lambda job: job["measures"][0].update(every="quarter"),
        lambda job: job["knowledge"].append("Knows Incoterms"),
        lambda job: job.update(id="sales-manager"),
    ],
)
def test_what_one_works_by_is_substantive(edit: Edit) -> None:
    assert matters(edit)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Отвечает за два рабочих дня", "Отвечает за один рабочий день"),
        ("Отвечает клиентам в понедельник", "Отвечает клиентам в пятницу"),
        ("Берёт подарки", "Не берёт подарки"),
        ("Answers within two working days", "Answers within two days"),
        ("Answers within 2 hours and 3 days", "Answers within 3 days and 2 hours"),
        ("Odgovori v dveh urah", "Odgovori v treh urah"),
        ("Odgovori do petka", "Odgovori do srede"),
        ("Discounts up to 5 %", "Discounts up to 5 €"),
        ("A target above 90", "A target of >90"),
        ("Temperature of -5", "Temperature of 5"),
        ("Pays 1.5 times", "Pays 15 times"),
    ],
)
def test_deadlines_and_figures_are_seen_inside_of_texts(old: str, new: str) -> None:
    assert list_substantive({"rights": [old]}, {"rights": [new]})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Отчёт сдаёт вовремя", "Отчет сдает вовремя"),
        ("Встречи 2-5 раз", "Встречи 2–5 раз"),
        ("Pays 1.5 times", "Pays 1,5 times"),
        ("Answers within two days", "Answers in 2 days"),
        ("Отвечает не позднее чем за два дня", "Отвечает за 2 дня"),
        ("Odgovori v dveh delovnih dneh", "Odgovori v 2 delovnih dneh"),
        ("We may help, and we do", "We can help and we do"),
    ],
)
def test_another_spelling_of_the_same_is_none(old: str, new: str) -> None:
    assert not list_substantive({"rights": [old]}, {"rights": [new]})
