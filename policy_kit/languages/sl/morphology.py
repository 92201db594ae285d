"""Slovenian verbs in the forms in which answers tell what is done, so that the lists hold each verb once."""

_IRREGULAR = {
    "pisati": "piše", "poslati": "pošlje", "slati": "šlje", "brati": "bere", "peljati": "pelje", "nesti": "nese",
    "vzeti": "vzame", "jeti": "jme", "dati": "da", "iti": "gre", "stati": "stane", "kazati": "kaže", "vezati": "veže",
    "rezati": "reže", "iskati": "išče", "mazati": "maže", "klati": "kolje", "vreči": "vrže", "reči": "reče",
    "peči": "peče", "teči": "teče", "striči": "striže", "leči": "leže", "brisati": "briše", "risati": "riše",
    "lagati": "laga", "klicati": "kliče", "javiti": "javi", "sesti": "sede", "vesti": "vede",
    "šteti": "šteje", "greti": "greje", "viti": "vije", "biti": "bije", "šiti": "šije", "liti": "lije",
    "kriti": "krije", "umiti": "umije", "odpreti": "odpre", "zapreti": "zapre", "opreti": "opre", "treti": "tre",
    "mleti": "melje", "orati": "orje", "najti": "najde", "priti": "pride", "oditi": "odide", "česati": "češe",
    "tesati": "teše", "plačati": "plača", "končati": "konča", "gnati": "žene", "zvati": "zove", "prati": "pere",
    "sprejeti": "sprejme", "prejeti": "prejme", "zajeti": "zajame", "najeti": "najame", "objeti": "objame",
    "začeti": "začne", "pripeti": "pripne", "odpeti": "odpne", "zakleniti": "zaklene", "leteti": "leti",
    "videti": "vidi", "sedeti": "sedi", "zbrati": "zbere", "izbrati": "izbere", "pobrati": "pobere",
    "prebrati": "prebere", "izdati": "izda", "prodati": "proda",
}  # fmt: skip
_PREFIXES = frozenset((
    "", "do", "iz", "na", "nad", "o", "ob", "od", "po", "pod", "pre", "pred", "pri", "pro", "raz", "s", "u",
    "v", "vz", "z", "za", "prepo", "razpo", "odpo", "pona", "izpo", "spre",
))  # fmt: skip


def inflect(base: str) -> tuple[str, ...]:
    """A verb's forms: “pregledati” → pregleda, pregledam, pregledamo, pregledajo, pregledata, pregledal …"""
    present = _find_present(base)
    forms = [base, present, *(present + ending for ending in ("m", "mo", "te", "ta", "va"))]
    forms.append(present + "jo" if present[-1] in "aei" else present)
    past = base[:-2] + "l"
    forms += [past, *(past + ending for ending in ("a", "i", "o", "e"))]
    return tuple(dict.fromkeys(forms))


def _find_present(base: str) -> str:
    """The third person: “evidentira”, “popravi”, “obvešča”, “potrjuje”, “dvigne”."""
    for length in range(len(base), 2, -1):
        known = _IRREGULAR.get(base[-length:])
        if known and base[:-length] in _PREFIXES:
            return base[:-length] + known
    if base.endswith(("ovati", "evati")) and len(base) > 6:
        return base[:-5] + "uje"
    if base.endswith("niti"):
        return base[:-3] + "e"
    if base.endswith("eti"):
        return base[:-3] + "i"
    return base[:-2]
