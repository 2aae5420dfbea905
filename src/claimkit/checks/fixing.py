"""What in an article's files has one right answer, and the files with it: form, and offsets of quotes that moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from claimkit import storage
from claimkit.annotations.documents import Document, canonical, inspect, serialised
from claimkit.annotations.dossiers import Dossier, inspect_texts
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import ReviewFile
from claimkit.model.spans import Anchor

Kept = Document[ClaimsFile] | Document[ReviewFile] | Document[DecisionsFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A file as it is and as it is to be."""

    path: Path
    name: str
    before: str
    after: bytes

    @property
    def diff(self) -> list[str]:
        """The difference in unified form, a line an item."""
        new = self.after.decode("utf-8")
        return list(
            unified_diff(self.before.splitlines(), new.splitlines(), f"a/{self.name}", f"b/{self.name}", lineterm="")
        )

    def write(self) -> None:
        """Put it in place; raises :class:`claimkit.errors.ConflictError` where the file changed meanwhile."""
        storage.write(self.path, self.after, replaces=storage.sha256(self.before.encode("utf-8")))


def fixes(workspace: Workspace, slug: str) -> Iterator[Fix]:
    """The files of an article that can be mended. What cannot be read is left alone."""
    found = [
        *_document(workspace, workspace.claims_path(slug), ClaimsFile),
        *(document for path in workspace.review_paths(slug) for document in _document(workspace, path, ReviewFile)),
        *_document(workspace, workspace.decisions_path(slug), DecisionsFile),
    ]
    texts = _texts(workspace, slug, found)
    for document in found:
        item = document.item if texts is None else _moved(document.item, texts)
        after = serialised(workspace, document.path, item)
        if after != document.text.encode("utf-8"):
            name = workspace.relative(document.path)
            yield Fix(path=document.path, name=name, before=document.text, after=after)


def form_findings(workspace: Workspace, dossier: Dossier) -> Iterator[Finding]:
    """A note for each file that is not as claimkit writes it: a change of it shows more than was changed."""
    for document in dossier.documents:
        if canonical(workspace, document.path, document.item) != document.text.encode("utf-8"):
            message = "the file is not in the form in which claimkit writes it, so that its next change shows all of it"
            yield Finding(
                code=Code.FORM,
                message=f"{message}; 'claimkit check --fix' writes it",
                file=str(document.path),
                severity=Severity.NOTE,
            )


def _document(workspace: Workspace, path: Path, cls: type[Any]) -> list[Any]:
    try:
        document, _ = inspect(workspace, path, cls)
    except ClaimkitError:
        return []
    return [document] if document else []


def _texts(workspace: Workspace, slug: str, documents: list[Kept]) -> Texts | None:
    """The texts that the anchors point into; None where one of them cannot be trusted."""
    for document in documents:
        if isinstance(document.item, ClaimsFile):
            texts, wrong = inspect_texts(workspace, document.item.article, slug)
            return None if wrong else texts
    return None


def _moved(item: Any, texts: Texts) -> Any:
    """The item with the anchors whose quote moved, and stands once elsewhere, where it stands."""
    if isinstance(item, DecisionsFile):
        return item
    raw = to_raw(item)
    for key in ("claims", "retired", "added", "reviews"):
        for entry in raw.get(key, []):
            text = texts.of(entry.get("textVersion", 1))
            if text is not None:
                _mend(entry, text)
    return from_raw(type(item), raw)


def _mend(node: Any, text: str) -> None:
    """Mend the anchors in some raw data, in place; what a review was before is history."""
    if isinstance(node, dict):
        if {"start", "end", "quote"} <= node.keys():
            node |= _anchor(node, text)
            return
        for key, value in node.items():
            if key not in {"history", "evidence"}:
                _mend(value, text)
    elif isinstance(node, list):
        for value in node:
            _mend(value, text)


def _anchor(raw: Raw, text: str) -> Raw:
    """What is to be put right of an anchor; nothing where a person must say what is meant.

    The quote must stand once, as whole words, with what the anchor says stands beside it; and it must not be the quote
    that is wrong: where its context still stands around its offsets, only the words between are not those.
    """
    start, end, quote = raw["start"], raw["end"], raw["quote"]
    prefix, suffix = raw.get("prefix", ""), raw.get("suffix", "")
    first = text.find(quote)
    if text[start:end] == quote or first < 0 or text.find(quote, first + 1) >= 0:
        return {}
    last = first + len(quote)
    beside = text[:first].endswith(prefix) and text.startswith(suffix, last) and bool(prefix or suffix)
    whole = not _joined(text, first) and not _joined(text, last)
    return to_raw(Anchor.at(text, first, last)) if beside and whole else {}


def _joined(text: str, at: int) -> bool:
    """Whether a word goes on across an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
