"""Offering the nearest name that exists where somebody has typed one that does not."""

from collections.abc import Iterable
from difflib import get_close_matches

from policy_kit.languages import Phrases


def suggest(typed: str, known: Iterable[str], phrases: Phrases) -> str:
    """“ Did you mean …?”, with a blank before it, to stand behind a sentence; empty where nothing is near."""
    near = get_close_matches(typed, list(known), n=1)
    return " " + phrases("commands.did-you-mean", name=near[0]) if near else ""
