"""Transcripts in Markdown pages: commands behind ``$``, and under each what it prints.

A comment before a transcript, ``<!-- keys: a1d -->``, is what standard input gives its first command; a backslash and n
is Enter.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from click.testing import CliRunner

from claimkit.cli import main

_TRANSCRIPT = re.compile(r"(?:^<!-- keys: (.*?) -->\n)?^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One command of a transcript: its line, what it is given, what it must print."""

    command: str
    given: str
    expected: str

    def printed(self, columns: int) -> str:
        """What the command prints; it must succeed."""
        given, program, *arguments = self._words()
        assert program == "claimkit"
        runner = CliRunner(env={"COLUMNS": str(columns), "CLAIMKIT_REVIEWER": ""})
        result = runner.invoke(main, arguments, input=given)
        assert result.exit_code == 0, result.output
        return result.output

    def _words(self) -> list[str]:
        """Standard input, then the words: ``echo TEXT | command`` gives it TEXT, others what comes before."""
        words = shlex.split(self.command.replace("\\\n", " "))
        return [words[1] + "\n", *words[3:]] if words[0] == "echo" else [self.given, *words]


def transcripts(page: str) -> list[list[Step]]:
    """The steps of each transcript of a page."""
    return [list(_steps(match[2], (match[1] or "").replace("\\n", "\n"))) for match in _TRANSCRIPT.finditer(page)]


def rewritten(page: str, columns: int) -> str:
    """The page with what its commands print now, run in its order."""

    def ran(match: re.Match[str]) -> str:
        steps = _steps(match[2], (match[1] or "").replace("\\n", "\n"))
        body = "".join(f"$ {step.command}\n{step.printed(columns)}" for step in steps)
        return match[0].replace(f"```console\n{match[2]}", f"```console\n{body}")

    return _TRANSCRIPT.sub(ran, page)


def _steps(transcript: str, given: str) -> list[Step]:
    parts = re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]
    return [_step(part, given if number == 0 else "") for number, part in enumerate(parts)]


def _step(part: str, given: str) -> Step:
    """The command with its continued lines, and the rest."""
    match = re.match(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", part, re.DOTALL)
    assert match
    return Step(command=match[1].rstrip("\n"), given=given, expected=match[2])
