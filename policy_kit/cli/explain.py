"""`policy-kit explain`: the catalogue of problems and findings."""

import click

from policy_kit.actions import Explanation, explain_code, list_codes
from policy_kit.cli.help import language_option, make_command
from policy_kit.cli.screen import paint, show
from policy_kit.languages import Phrases


def make_explain_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("explain", phrases)
    @language_option(phrases)
    @click.argument("code", required=False, metavar="[CODE]")
    def explain(code: str | None) -> None:
        if code:
            _show_explanation(explain_code(code, phrases.language), phrases)
            return
        for each in list_codes():
            show(f"{paint(each, bold=True)}  {paint(explain_code(each, phrases.language).title)}")

    return explain


def _show_explanation(explanation: Explanation, phrases: Phrases) -> None:
    show(paint(f"{explanation.code}  {explanation.title}", bold=True))
    show(f"\n{paint(explanation.why)}")
    for key, example in (("bad", explanation.bad), ("good", explanation.good)):
        if not example:
            continue
        show(f"\n{paint(phrases(f'commands.explain.{key}'), bold=True)}")
        for line in example.rstrip().splitlines():
            show(f"  {paint(line)}".rstrip())
