"""claimkit explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from claimkit.cli.options import json_option
from claimkit.cli.terminal import printable

if TYPE_CHECKING:
    from claimkit.checks.explanations import Explanation


class CodeParam(click.ParamType[str]):
    """A code (``CK303``) or its name (``QUOTE_MOVED``), in any case; the code itself is what is given on."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code; where there is none such, wrong usage that names the nearest ones."""
        from difflib import get_close_matches

        from claimkit.model.findings import Code

        codes = {name: code.value for code in Code for name in (code.value, code.name)}
        given = str(value).upper()
        if given not in codes:
            near = [
                *(name for name in codes if name.startswith(given)),
                *get_close_matches(given, codes, n=5, cutoff=0.5),
            ]
            nearest = ", ".join(list(dict.fromkeys(codes[name] for name in near))[:5])
            said = f" Nearest: {nearest}." if nearest else ""
            self.fail(f"There is no code {printable(str(value))}.{said} All: claimkit explain", param, ctx)
        return codes[given]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that begin so."""
        from claimkit.model.findings import Code

        return [CompletionItem(code.value, help=code.name) for code in Code if code.startswith(incomplete.upper())]


@click.command()
@click.argument("code", type=CodeParam(), required=False)
@json_option
def explain(code: str | None, as_json: bool) -> None:
    """Say what the code of a finding means, and what to do.

    CODE is one that 'claimkit check' prints, or its name. What is shown is its section of docs/findings.md; without a
    CODE, all of them are listed with a sentence each.

    Example: claimkit explain CK303
    """
    from claimkit.checks.explanations import explanations
    from claimkit.cli.terminal import print_json, print_table

    told = [one for one in explanations().values() if code in {None, one.code}]
    if as_json:
        print_json(
            [{"code": one.code, "name": one.code.name, "sentence": one.sentence, "text": one.text} for one in told]
        )
    elif code:
        _show(told[0])
    else:
        print_table(("code", "name", "what is wrong"), [(one.code, one.code.name, one.sentence) for one in told])


def _show(told: Explanation) -> None:
    """The section: its paragraphs wrapped for the terminal, lists, tables and code as they stand."""
    from textwrap import fill

    from claimkit.cli.terminal import width

    click.echo(f"{told.code} {told.code.name}")
    for paragraph in told.text.split("\n\n"):
        kept = paragraph.startswith(("-", "*", "|", "```", "    ", "1."))
        click.echo(paragraph if kept else fill(paragraph, width(), break_long_words=False, break_on_hyphens=False))
