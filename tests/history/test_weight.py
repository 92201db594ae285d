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
    ("language", "old", "new"),
    [
        ("en", "Answers within two days.", "Answers within three days."),
        ("en", "Answers within half an hour.", "Answers within an hour."),
        ("en", "Answers within a quarter of an hour.", "Answers within half an hour."),
        ("en", "Reports twice a week.", "Reports once a week."),
        ("en", "Reports every Monday.", "Reports every Tuesday."),
        ("en", "Reports on the first of March.", "Reports on the second of March."),
        ("en", "Reports by the third of March.", "Reports by the third of April."),
        ("en", "Must sign contracts.", "Must not sign contracts."),
        ("en", "May sign contracts.", "May never sign contracts."),
        ("en", "May sign contracts.", "May sign no contracts."),
        ("en", "May sign contracts.", "Cannot sign contracts."),
        ("en", "He can sign contracts.", "He can't sign contracts."),
        ("en", "Signs with approval.", "Signs without approval."),
        ("en", "May sign contracts.", "Must sign contracts."),
        ("en", "Should sign contracts.", "Must sign contracts."),
        ("en", "Pays at most 100 euros.", "Pays at least 100 euros."),
        ("en", "Calls before the delivery.", "Calls after the delivery."),
        ("en", "Dozens of clients.", "Hundreds of clients."),
        ("en", "A discount up to five percent.", "A discount up to fifteen percent."),
        ("en", "A discount of 1,000 euros", "A discount of 1.000 euros"),
        ("en", "A discount of 1.5 percent", "A discount of 15 percent"),
        ("en", "Answers the same day.", "Answers the next day."),
        ("en", "Answers immediately.", "Answers tomorrow."),
        ("en", "Answers daily.", "Answers weekly."),
        ("en", "Answers by noon.", "Answers by midnight."),
        ("en", "Answers by 9 am.", "Answers by 9 pm."),
        ("en", "Answers all clients.", "Answers some clients."),
        ("en", "Answers every client.", "Answers any client."),
        ("en", "Answers only key clients.", "Answers key clients."),
        ("en", "Answers clients.", "Answers clients unless it is a holiday."),
        ("en", "Answers clients.", "Answers clients except on holidays."),
        ("en", "Double pay.", "Triple pay."),
        ("en", "One third of the bonus.", "One half of the bonus."),
        ("en", "Works days.", "Works nights."),
        ("en", "Works in spring.", "Works in autumn."),
        ("en", "Works II shifts.", "Works III shifts."),
        ("en", "Pay 10 %", "Pay −10 %"),
        ("en", "Pay 10 EUR", "Pay 10 USD"),
        ("en", "Pay €10", "Pay $10"),
        ("en", "v1.2", "v1.3"),
        ("en", "Temperature ½ degree", "Temperature ¼ degree"),
        ("en", "Delay of 2² days", "Delay of 2³ days"),
        ("ru", "Отвечает за два дня.", "Отвечает за три дня."),
        ("ru", "Отвечает в течение двух дней.", "Отвечает в течение трёх дней."),
        ("ru", "Отвечает за полчаса.", "Отвечает за час."),
        ("ru", "Отвечает за полтора часа.", "Отвечает за два часа."),
        ("ru", "Отвечает в понедельник.", "Отвечает во вторник."),
        ("ru", "Отчёт первого марта.", "Отчёт второго марта."),
        ("ru", "Отчёт третьего марта.", "Отчёт третьего апреля."),
        ("ru", "Имеет право подписывать.", "Не имеет права подписывать."),
        ("ru", "Подписывает с согласия.", "Подписывает без согласия."),
        ("ru", "Подписывает договоры.", "Никогда не подписывает договоры."),
        ("ru", "Может подписывать договоры.", "Должен подписывать договоры."),
        ("ru", "Запрещено подписывать.", "Разрешено подписывать."),
        ("ru", "Отвечает ежедневно.", "Отвечает еженедельно."),
        ("ru", "Отвечает до обеда.", "Отвечает после обеда."),
        ("ru", "Отвечает сегодня.", "Отвечает завтра."),
        ("ru", "Не более ста евро.", "Не менее ста евро."),
        ("ru", "Скидка пять процентов.", "Скидка десять процентов."),
        ("ru", "Отвечает дважды в неделю.", "Отвечает трижды в неделю."),
        ("ru", "Десятки клиентов", "Сотни клиентов"),
        ("ru", "двухдневный срок", "трёхдневный срок"),
        ("ru", "Отвечает всем клиентам, кроме новых.", "Отвечает всем клиентам."),
        ("ru", "Отвечает только ключевым.", "Отвечает ключевым."),
        ("ru", "Треть премии", "Половина премии"),
        ("sl", "Odgovori v dveh dneh.", "Odgovori v treh dneh."),
        ("sl", "Odgovori v pol ure.", "Odgovori v eni uri."),
        ("sl", "Odgovori v ponedeljek.", "Odgovori v torek."),
        ("sl", "Poročilo prvega marca.", "Poročilo drugega marca."),
        ("sl", "Poročilo tretjega marca.", "Poročilo tretjega aprila."),
        ("sl", "Sme podpisati.", "Ne sme podpisati."),
        ("sl", "Podpiše pogodbe.", "Nikoli ne podpiše pogodb."),
        ("sl", "Podpiše s soglasjem.", "Podpiše brez soglasja."),
        ("sl", "Je odgovoren.", "Ni odgovoren."),
        ("sl", "Ima pravico.", "Nima pravice."),
        ("sl", "Lahko podpiše.", "Mora podpisati."),
        ("sl", "Dnevno poroča.", "Tedensko poroča."),
        ("sl", "Največ sto evrov.", "Najmanj sto evrov."),
        ("sl", "Popust pet odstotkov.", "Popust deset odstotkov."),
        ("sl", "Dvakrat na teden.", "Trikrat na teden."),
        ("sl", "Odgovori danes.", "Odgovori jutri."),
        ("sl", "Odgovori pred dostavo.", "Odgovori po dostavi."),
        ("sl", "Tretjina nagrade", "Polovica nagrade"),
        ("sl", "Vsem, razen novim.", "Vsem."),
    ],
)
@pytest.mark.parametrize("form", ["plain", "by language"])
def test_a_word_that_binds_is_more_than_wording(language: str, old: str, new: str, form: str) -> None:
    texts: list[Any] = [old, new] if form == "plain" else [{language: old}, {language: new}]
    assert list_substantive({"purpose": texts[0]}, {"purpose": texts[1]})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Answers the client politely.", "Answers clients in a polite way."),
        ("Looks after the freindly tone.", "Looks after the friendly tone."),
        ("Следит за вежливым тоном.", "Заботится о вежливом тоне."),
        ("Skrbi za vljuden ton.", "Pazi na vljuden ton."),
        ("Each client gets a reply.", "Every client gets a reply."),
        ("Within two days he answers.", "He answers within 2 days."),
        ("Отвечает каждому клиенту.", "Отвечает всем клиентам."),
        ("Утверждает первый заказ.", "Согласует первые заказы."),
    ],
)
def test_wording_in_which_no_word_binds_otherwise_is_editorial(old: str, new: str) -> None:
    assert not list_substantive({"purpose": old}, {"purpose": new})


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
