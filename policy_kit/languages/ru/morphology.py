"""Russian verbs in the forms in which answers tell what is done, so that the lists hold each verb once."""

_SECOND = frozenset((
    "гнать", "держать", "дышать", "слышать", "смотреть", "видеть", "терпеть", "вертеть", "зависеть", "лежать",
    "стоять",
))  # fmt: skip
"""Verbs of the second conjugation that do not end in -ить."""
_FIRST = frozenset(("брить", "стелить"))
_IRREGULAR = {
    "брать": "беру берет берем берут", "везти": "везу везет везем везут вез везла везли",
    "вести": "веду ведет ведем ведут вел вела вели", "взять": "возьму возьмет возьмем возьмут",
    "дать": "дам даст дадим дадут", "есть": "ем ест едим едят", "ехать": "еду едет едем едут",
    "ждать": "жду ждет ждем ждут", "звать": "зову зовет зовем зовут", "идти": "иду идет идем идут шел шла шли",
    "искать": "ищу ищет ищем ищут", "класть": "кладу кладет кладем кладут клал клала клали",
    "мыть": "мою моет моем моют", "шить": "шью шьет шьем шьют", "лить": "лью льет льем льют",
    "нести": "несу несет несем несут нес несла несли", "писать": "пишу пишет пишем пишут",
    "сказать": "скажу скажет скажем скажут", "казать": "кажу кажет кажем кажут", "слать": "шлю шлет шлем шлют",
    "стричь": "стригу стрижет стрижем стригут стриг стригла стригли",
    "печь": "пеку печет печем пекут пек пекла пекли", "резать": "режу режет режем режут",
    "вязать": "вяжу вяжет вяжем вяжут", "мазать": "мажу мажет мажем мажут", "сесть": "сяду сядет сядем сядут",
    "сечь": "секу сечет сечем секут", "честь": "чту чтет чтем чтут чел чла чли", "брить": "брею бреет бреем бреют",
    "стелить": "стелю стелет стелем стелют", "стать": "стану станет станем станут", "крыть": "крою кроет кроем кроют",
    "греть": "грею греет греем греют", "гнать": "гоню гонит гоним гонят", "йти": "йду йдет йдем йдут шел шла шли",
    "дти": "ду дет дем дут", "давать": "даю дает даем дают", "тереть": "тру трет трем трут тер терла терли",
    "слышать": "слышу слышит слышим слышат",
}  # fmt: skip
_HUSHED = {"б": "бл", "в": "вл", "м": "мл", "п": "пл", "ф": "фл", "д": "ж", "з": "ж", "с": "ш", "т": "ч"}
"""How the last consonant of -ить changes before -у: “готовить – готовлю”."""


def inflect(base: str) -> tuple[str, ...]:
    """A verb's forms: “проверить” → проверить, проверю, проверит, проверим, проверят, проверил …"""
    body, reflexive = (base[:-2], True) if base.endswith(("ться", "чься", "тись")) else (base, False)
    forms = [body, *_conjugate(body)]
    if reflexive:
        return tuple(dict.fromkeys(form + ("сь" if form[-1] in "аеиоуюя" else "ся") for form in forms))
    return tuple(dict.fromkeys(forms))


def _conjugate(body: str) -> list[str]:
    """Present (or future) and past of an infinitive without -ся."""
    for length in range(min(len(body), 8), 2, -1):
        known = _IRREGULAR.get(body[-length:])
        if known and not (body.endswith("вать") and body[-length:] != "давать"):
            front = body[:-length]
            present = [front + form for form in known.split()]
            return present if len(present) > 4 else [*present, *_form_past(body)]
    return [*_form_present(body), *_form_past(body)]


def _form_present(body: str) -> list[str]:
    if body.endswith(("овать", "евать")) and len(body) > 6:
        stem = body[:-5] + ("ю" if body.endswith("евать") and body[-6] not in "жшчщц" else "у")
        return [stem + ending for ending in ("ю", "ет", "ем", "ют")]
    if body.endswith("нуть"):
        return [body[:-3] + ending for ending in ("у", "ет", "ем", "ут")]
    if (body.endswith("ить") and body not in _FIRST) or body in _SECOND:
        stem = body[:-3]
        hushed = stem[:-2] + "щ" if stem.endswith("ст") else stem[:-1] + _HUSHED.get(stem[-1:], stem[-1:])
        first = hushed + ("у" if hushed[-1:] in "жшчщ" else "ю")
        last = "ат" if stem[-1:] in "жшчщ" else "ят"
        return [first, stem + "ит", stem + "им", stem + last]
    return [body[:-2] + ending for ending in ("ю", "ет", "ем", "ют")]


def _form_past(body: str) -> list[str]:
    return [body[:-2] + ending for ending in ("л", "ла", "ло", "ли")] if body.endswith("ть") else []
