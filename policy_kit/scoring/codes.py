"""The codes of everything that the scorer can find or miss. A code is never given to anything else."""

from policy_kit.documents import NeedKind

VAGUE: dict[str, str] = {
    "vague-time": "PK201",
    "vague-quality": "PK202",
    "vague-quantity": "PK203",
    "effort": "PK204",
    "absolute": "PK205",
    "impersonal": "PK206",
    "slogan": "PK207",
    "circular": "PK208",
    "vague-action": "PK209",
    "conditional": "PK210",
    "negated": "PK211",
    "pasted": "PK212",
    "off-topic": "PK213",
    "filler": "PK214",
    "repeated": "PK215",
    "keywords": "PK216",
    "stuffed": "PK217",
    "empty": "PK218",
    "hedge": "PK219",
    "gap": "PK220",
    "general": "PK221",
    "open": "PK222",
    "foreign": "PK223",
}
"""What makes an answer vague, by the name that the languages' rules use."""

EVIDENCE: dict[NeedKind, str] = {
    NeedKind.ACTOR: "PK251",
    NeedKind.ACTION: "PK252",
    NeedKind.TIME: "PK253",
    NeedKind.MEANS: "PK254",
    NeedKind.MEASURE: "PK255",
    NeedKind.NAMED_THING: "PK256",
    NeedKind.LIST: "PK257",
    NeedKind.EXCEPTION: "PK258",
    NeedKind.CONSEQUENCE: "PK259",
}
"""What makes an answer concrete, by the need that it meets."""

START = "PK250"
"""That there is an answer at all: what vague wording takes its points from."""
PLAN = "PK260"
"""An honest “we have none yet”, with who does it by when."""

MISSING: dict[NeedKind, str] = {kind: f"PK30{number}" for number, kind in enumerate(NeedKind, start=1)}
"""A need that an answer does not meet."""
