"""Each piece of evidence looked up in the capture that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimkit import storage
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import Workspace
from claimkit.captures.reading import Reading, read_capture
from claimkit.errors import ClaimkitError
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Stage
from claimkit.rules.quotation import missing, nearest, plain

SHOWN = 100
"""Code points of a quote that a message shows."""

_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What came of one piece of evidence; ``verified``: its quote stands in the capture that was cited."""

    evidence: Evidence
    findings: tuple[Finding, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What a capture holds, its text made plain; ``failure`` says why it cannot be read."""

    sha256: str = ""
    reading: Reading = Reading()  # noqa: RUF009 - it is frozen
    failure: str = ""


def lookups(workspace: Workspace, dossier: Dossier) -> Iterator[Lookup]:
    """A lookup for each piece of evidence, in the order of files and reviews; a finding's file is an absolute path."""
    kept: dict[tuple[str, str], _Kept] = {}
    for document in dossier.reviews:
        for index, review in enumerate(document.item.reviews):
            for number, evidence in enumerate(review.evidence):
                if not evidence.capture:
                    yield Lookup(evidence=evidence)
                    continue
                key = (evidence.capture, evidence.url)
                if key not in kept:
                    kept[key] = _opened(workspace, dossier.slug, evidence)
                path = ("reviews", index, "evidence", number)
                lookup = _lookup(evidence, kept[key], review.stage)
                found = tuple(replace(item, file=str(document.path), path=path + item.path) for item in lookup.findings)
                yield replace(lookup, findings=found)


def _opened(workspace: Workspace, slug: str, evidence: Evidence) -> _Kept:
    """The capture as read; a failure is one of the file as such, or of what is in it (then its digest is known)."""
    digest = ""
    try:
        data = storage.read(workspace.capture_path(slug, evidence.capture))
        digest = storage.sha256(data)
        reading = read_capture(data, evidence.capture, evidence.url)
    except ClaimkitError as error:
        return _Kept(sha256=digest, failure=error.what)
    return _Kept(sha256=digest, reading=replace(reading, text=plain(reading.text)))


def _lookup(evidence: Evidence, kept: _Kept, stage: Stage) -> Lookup:
    findings = list(_of_file(evidence, kept))
    if kept.failure or kept.reading.unread or not evidence.quote:
        return Lookup(evidence=evidence, findings=tuple(findings))
    part = missing(evidence.quote, kept.reading.text)
    if part:
        severity = Severity.ERROR if stage is Stage.DONE else Severity.WARNING
        message = _not_there(evidence, part, kept.reading.text)
        findings.append(_finding(Code.QUOTE_NOT_IN_CAPTURE, message, "quote", severity))
    altered = bool(evidence.sha256) and evidence.sha256 != kept.sha256
    return Lookup(evidence=evidence, findings=tuple(findings), verified=not part and not altered)


def _of_file(evidence: Evidence, kept: _Kept) -> Iterator[Finding]:
    """What is wrong with the capture as such."""
    capture = f"the capture {evidence.capture!r}"
    if kept.failure:
        message = f"{capture} cannot be read: {kept.failure}; put it back, or save the page again and name that"
        yield _finding(Code.CAPTURE_MISSING, message, "capture")
    if kept.reading.unread:
        message = (
            f"{capture} is {kept.reading.unread}, which is not read here: nobody but a person can verify the quote; "
            "save the page's text beside it where that can be had"
        )
        yield _finding(Code.CAPTURE_MISSING, message, "capture", Severity.NOTE)
    if kept.sha256 and not evidence.sha256:
        message = f"{capture} has no digest, so that nobody would notice a change; add sha256 {kept.sha256}"
        yield _finding(Code.CAPTURE_ALTERED, message, "capture", Severity.WARNING)
    elif kept.sha256 and kept.sha256 != evidence.sha256:
        message = (
            f"{capture} is not the file that was cited (its SHA-256 is {kept.sha256}); put the old one back, or read "
            "the new one and cite it anew"
        )
        yield _finding(Code.CAPTURE_ALTERED, message, "sha256")


def _not_there(evidence: Evidence, part: str, text: str) -> str:
    place = f"in the capture {evidence.capture!r}"
    if not missing(part, text):
        return f"“{_cut(part)}” stands {place} only before the words that the quote has ahead of it; mend the order"
    found = nearest(part, text)
    if found is None:
        return f"“{_cut(part)}” does not stand {place}, nor anything like it; mend the quote, or capture the right page"
    return (
        f"“{_cut(part)}” does not stand {place}; nearest is “{_cut(found.words)}” ({found.likeness} % alike): mend the "
        "quote, or capture the right page"
    )


def _finding(code: Code, message: str, key: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code=code, message=message, file="", path=(key,), severity=severity)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
