"""Motivation: how pay is made up, what is given and said for good work, and how much each product counts."""

from markupsafe import Markup

from policy_kit.documents import Motivation
from policy_kit.handbook.drawings import PayBar, WeightBar, draw_pay, draw_weights
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.handbook.wording import Wording

URI = "work/motivation.md"


def write_motivation_page(writer: PageWriter, motivation: Motivation) -> Page:
    """The page of motivation."""
    wording = Wording(writer.edition.language, writer.edition.first)
    return writer.write(
        "motivation.md.j2",
        URI,
        motivation.title,
        motivation.intro or "",
        document=motivation,
        lead=motivation.intro,
        pay_chart=_draw_pay(writer, motivation, wording) if motivation.pay else "",
        products_chart=_draw_weights(motivation, wording) if motivation.products else "",
        weight_unit=find_weight_unit(motivation),
    )


def find_weight_unit(motivation: Motivation) -> str:
    """In which unit the weights of products are told."""
    return "percent" if motivation.weights == "shares" else "count"


def _draw_pay(writer: PageWriter, motivation: Motivation, wording: Wording) -> Markup:
    bars = [
        PayBar(
            wording.words(writer.edition.find_role_title(pay.post)),
            pay.fixed,
            f"{wording.amount(pay.fixed, 'percent')} {wording.say('work.motivation.fixed')}",
            f"{wording.amount(pay.by_result, 'percent')} {wording.say('work.motivation.by_result')}",
        )
        for pay in motivation.pay
    ]
    return draw_pay(bars, wording.say("work.motivation.pay_chart"))


def _draw_weights(motivation: Motivation, wording: Wording) -> Markup:
    unit = find_weight_unit(motivation)
    bars = [
        WeightBar(
            wording.words(product.title), product.weight, wording.amount(product.weight, unit), product.locomotive
        )
        for product in motivation.products
    ]
    return draw_weights(bars, wording.say("work.motivation.products_chart"))
