"""English verbs in all their forms, so that the lists hold each verb once."""

_IRREGULAR = {
    "become": "became become", "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
    "buy": "bought", "choose": "chose chosen", "come": "came come", "cut": "cut", "deal": "dealt", "do": "did done",
    "draw": "drew drawn", "fall": "fell fallen", "feel": "felt", "fill": "filled", "find": "found", "fly": "flew flown",
    "forgive": "forgave forgiven", "get": "got gotten", "give": "gave given", "go": "went gone", "grow": "grew grown",
    "have": "had", "hear": "heard", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid",
    "lead": "led", "learn": "learned learnt", "leave": "left", "let": "let", "lose": "lost", "make": "made",
    "mean": "meant", "meet": "met", "pay": "paid", "put": "put", "read": "read", "ring": "rang rung", "run": "ran run",
    "say": "said", "see": "saw seen", "sell": "sold", "send": "sent", "set": "set", "show": "showed shown",
    "sit": "sat", "speak": "spoke spoken", "spend": "spent", "stand": "stood", "stick": "stuck",
    "strive": "strove striven strived", "take": "took taken", "teach": "taught", "tell": "told", "think": "thought",
    "understand": "understood", "undertake": "undertook undertaken", "wear": "wore worn", "win": "won",
    "withdraw": "withdrew withdrawn", "write": "wrote written",
}  # fmt: skip
_DOUBLED = {
    "log", "plan", "ship", "stop", "tag", "chat", "flag", "scan", "submit", "refer", "permit", "commit", "admit",
    "control", "cancel", "enrol", "label", "model", "travel", "fit", "map", "pin", "ban", "swap", "drop", "step", "sum",
    "occur", "transfer", "format", "debug", "program", "defer", "let", "put", "set", "cut", "get", "run", "sit",
}  # fmt: skip


def inflect(base: str) -> tuple[str, ...]:
    """A verb's forms: “log” → log, logs, logging, logged."""
    root = base + base[-1] if base in _DOUBLED else base.removesuffix("e") if not base.endswith(("ee", "oe")) else base
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    past = _IRREGULAR.get(base, _form_past(base, root))
    return tuple(dict.fromkeys((base, third, root + "ing", *past.split())))


def _form_past(base: str, root: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return root + ("d" if root.endswith("e") else "ed")
