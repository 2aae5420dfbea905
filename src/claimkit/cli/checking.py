"""What a check is made of: the articles one by one, each with its exports, and what only the whole workspace shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.checks.caching import Cache
    from claimkit.model.findings import Finding


def checked(workspace: Workspace, slugs: list[str], given: dict[str, Any], *, whole: bool) -> list[Finding]:
    """All that is found on these articles, as grave as the desk sees it."""
    from functools import partial

    from claimkit.checks.addresses import taken_addresses
    from claimkit.checks.judging import judged
    from claimkit.checks.running import Check, jobs_for
    from claimkit.cli.terminal import progress
    from claimkit.export.left_behind import left_behind
    from claimkit.model.findings import Severity, worst

    as_of = given["as_of"] or ""
    check_one = Check(work=partial(_findings, workspace, as_of=as_of), cache=_cache(workspace, len(slugs), given))
    found: dict[str, list[Finding]] = {}
    with progress("articles") as shown:
        for slug, of_article in check_one.all(slugs, jobs_for(len(slugs), given["jobs"])):
            found[slug] = of_article
            if shown:
                shown(len(found), len(slugs))
    findings = [finding for slug in slugs for finding in found[slug]]
    sound = worst(findings) is not Severity.ERROR
    if whole:
        findings += [*taken_addresses(workspace), *left_behind(workspace)]
    if whole and sound:
        findings += _feeds(workspace)
    return list(judged(findings, workspace.config.check))


def _cache(workspace: Workspace, articles: int, given: dict[str, Any]) -> Cache | None:
    """Where answers are kept: as given, else in the user's folder for such things, where it is worth its while."""
    import os

    from claimkit.checks.caching import Cache
    from claimkit.checks.running import MANY

    if given["fresh"] or (given["place"] is None and articles < MANY):
        return None
    usual = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "claimkit"
    try:
        return Cache.of(workspace, (given["place"] or usual.expanduser()).absolute(), given["as_of"] or "")
    except RuntimeError:  # nobody's home
        return None


def _findings(workspace: Workspace, slug: str, as_of: str) -> list[Finding]:
    """What is wrong with the article's files, with what is published of it and, once all is right, with its exports."""
    from claimkit.checks.articles import check_article
    from claimkit.checks.freshness import stale_exports
    from claimkit.checks.placing import in_order, placed
    from claimkit.errors import ClaimkitError
    from claimkit.export import exported, exporter
    from claimkit.export.claimreview.findings import profile_findings
    from claimkit.model.findings import Code, Finding, Severity, worst

    dossier, findings = check_article(workspace, slug, as_of)
    if dossier is not None:
        findings += placed(workspace, dossier, profile_findings(dossier, workspace.config))
    if dossier is not None and worst(findings) is not Severity.ERROR:
        for name, present in exported(workspace.export_path(slug), slug, dossier.known).items():
            try:
                rendered = exporter(name)(dossier, workspace.config)
            except ClaimkitError as error:
                message = f"{name} cannot be exported: {error.message}"
                findings.append(Finding(code=Code.STALE_EXPORT, message=message, file=f"exports/{slug}"))
                continue
            findings += stale_exports(workspace, slug, name, rendered.files, present)
    return in_order(findings)


def _feeds(workspace: Workspace) -> list[Finding]:
    """Whether the feeds of the whole workspace, where there are any, are what the annotations give."""
    from claimkit.checks.freshness import stale_feed, stale_feeds
    from claimkit.errors import RefusalError
    from claimkit.export.feeds.workspace import Feeds, present

    found = present(workspace)
    if not found:
        return []
    try:
        return stale_feeds(workspace, Feeds.of(found, workspace).files(), found)
    except RefusalError:  # nothing is published any more
        return [stale_feed(workspace, path, nothing=True) for path in found.values()]
