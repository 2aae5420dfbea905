"""What no schema says of claimkit.toml: settings that do not go together, and those that would do harm elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit.errors import WorkspaceError
from claimkit.model.config import Config
from claimkit.model.findings import ON_CLAIMS, Code, Severity
from claimkit.schemas import FileKind, violations

# Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9, section 2): left open, they reorder
# whatever is shown behind them. The marks of a single direction (U+200E, U+200F, U+061C) are harmless, and of use.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def refuse_unsound(config: Config, place: str) -> None:
    """Raise :class:`WorkspaceError` for the first setting of ``place`` that is valid by the schema and cannot be."""
    ids = [verdict.id for verdict in config.verdicts]
    if len(ids) > len(set(ids)):
        raise WorkspaceError("two verdicts have one id", place=place, remedy="rename one")
    if config.publisher.verification_fact_checking_policy and config.publisher.type != "NewsMediaOrganization":
        raise WorkspaceError(
            "schema.org has verificationFactCheckingPolicy for a NewsMediaOrganization only",
            place=place,
            remedy='under [publisher], set type = "NewsMediaOrganization", or give the page as publishingPrinciples',
        )
    if unknown := [code for code in config.gate.checks if code not in ON_CLAIMS]:
        raise WorkspaceError(
            f"no finding on a claim or a review has the code {', '.join(unknown)}, so the gate cannot ask for it",
            place=place,
            remedy=f"under [gate], checks can name {', '.join(ON_CLAIMS)}",
        )
    _refuse_severities(config.check.severity, place)
    _refuse_reordering(config, place)
    _refuse_pages(config.pages.url, place)


def _refuse_severities(given: dict[str, str], place: str) -> None:
    """Codes that there are not, and those that other commands rest on, which no file can make less grave."""
    if strangers := [code for code in given if code not in list(Code)]:
        remedy = "see 'claimkit explain' for all codes"
        raise WorkspaceError(f"no finding has the code {strangers[0]}", place=place, remedy=remedy)
    if firm := [code for code, severity in given.items() if code < "CK4" and severity != Severity.ERROR]:
        remedy = "take it out of [check.severity]; CK1, CK2 and CK3 are what every other command rests on"
        raise WorkspaceError(f"{firm[0]} cannot be made less grave", place=place, remedy=remedy)


def _refuse_reordering(config: Config, place: str) -> None:
    """Characters in labels and in the pages' address that make readers see another order of what follows."""
    for name, text in _shown(config):
        if found := _REORDERING.search(text):
            mark = f"U+{ord(found[0]):04X} at offset {found.start()}"
            raise WorkspaceError(
                f"{name} holds {mark}, which reorders what readers see behind it", place=place, remedy="take it out"
            )


def _shown(config: Config) -> Iterator[tuple[str, str]]:
    for verdict in config.verdicts:
        yield from ((f"the label ({tag}) of the verdict {verdict.id}", text) for tag, text in verdict.label.items())
    yield "url under [pages]", config.pages.url


def _refuse_pages(pattern: str, place: str) -> None:
    """A pattern that gives no address: the ledger would refuse it, when the desk publishes."""
    if pattern and "{claim}" not in pattern:
        remedy = (
            'put {claim} in it, as in "https://example.org/fact-checks/{slug}#{claim}", so that each address is its own'
        )
        raise WorkspaceError("url under [pages] does not have {claim} in it", place=place, remedy=remedy)
    page = pattern.replace("{slug}", "bridge-closed").replace("{claim}", "c1f3a9b2")
    if pattern and any(violations(FileKind.CONFIG, page, "url")):
        remedy = (
            'write it like "https://example.org/fact-checks/{slug}#{claim}": nothing else stands in braces, there is '
            "one # at most, [ and ] are written %5B and %5D, and a % that begins no escape %25"
        )
        raise WorkspaceError(f"url under [pages] gives {page!r}, which is no address", place=place, remedy=remedy)
