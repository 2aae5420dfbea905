"""The rules on an article's files a second time, from the raw JSON: what must be found, by code and file.

It shares no code with claimkit and knows only rules that need no judgement: digests, quotes, ids, references, the ledger.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECOND = ("CK301", "CK302", "CK303", "CK305", "CK306", "CK405", "CK508")
"""The codes that are judged here. Of ids that stand twice only the plain case is: two in claims.json."""

Found = set[tuple[str, str]]


def expected(root: Path, slug: str) -> Found:
    """All (code, file) that files of which each is valid by its schema must give."""
    folder = f"annotations/{slug}"
    names = [
        f"{folder}/claims.json",
        *sorted(str(path.relative_to(root)) for path in (root / folder / "reviews").glob("*.json")),
    ]
    claims, *reviews = (_raw(root / name) for name in names)
    texts, found = _texts(root, slug, claims["article"])
    if found:
        return found
    known = {claim["id"] for claim in (*claims["claims"], *claims.get("retired", []))}
    found |= set(_of_claims(claims, slug, names[0], texts))
    for name, review in zip(names[1:], reviews, strict=True):
        found |= set(_of_review(review, slug, name, texts, known))
    known |= {claim["id"] for review in reviews for claim in review.get("added", [])}
    if (root / folder / "decisions.json").exists():
        found |= set(_of_decisions(_raw(root / folder / "decisions.json"), slug, known))
    return found


def _raw(path: Path) -> Any:
    """The file's JSON; 5.0 is an integer for JSON Schema, and an offset like any other."""
    return json.loads(
        path.read_bytes(), parse_float=lambda text: int(float(text)) if float(text).is_integer() else float(text)
    )


def _texts(root: Path, slug: str, article: dict[str, Any]) -> tuple[list[str], Found]:
    texts: list[str] = []
    found: Found = set()
    for version, record in enumerate([*article.get("earlier", []), article["text"]], 1):
        name = f"seeds/{slug}.txt" if version == 1 else f"seeds/{slug}.{version}.txt"
        if not (root / name).exists():
            found.add(("CK101", name))
            continue
        data = (root / name).read_bytes()
        texts.append(data.decode("utf-8", "replace"))
        if hashlib.sha256(data).hexdigest() != record["sha256"] or len(texts[-1]) != record["length"]:
            found.add(("CK301", name))
    return texts, found


def _of_claims(raw: dict[str, Any], slug: str, name: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    article = raw["article"]
    if article["slug"] != slug:
        yield "CK306", name
    for version, record in enumerate([*article.get("earlier", []), article["text"]], 1):
        if record["file"] != (f"seeds/{slug}.txt" if version == 1 else f"seeds/{slug}.{version}.txt"):
            yield "CK306", name
    structure = article.get("structure", {})
    blocks = sorted(
        [*structure.get("headings", []), *structure.get("paragraphs", [])], key=lambda one: (one["start"], one["end"])
    )
    for spans in (article.get("sentences", []), blocks):
        ends = [0, *(span["end"] for span in spans)]
        if any(
            span["start"] < max(ends[: at + 1]) or span["end"] <= span["start"] for at, span in enumerate(spans)
        ) or max(ends) > len(texts[-1]):
            yield "CK302", name
    ids = [claim["id"] for claim in raw["claims"]]
    if len(set(ids)) < len(ids):
        yield "CK304", name
    for claim in raw["claims"]:
        yield from (("CK303", name) for _ in _misplaced(claim, texts, claim.get("textVersion", 1)))


def _of_review(
    raw: dict[str, Any], slug: str, name: str, texts: list[str], known: set[str]
) -> Iterator[tuple[str, str]]:
    if raw["article"] != slug or raw["reviewer"]["id"] != Path(name).stem:
        yield "CK306", name
    known = known | {claim["id"] for claim in raw.get("added", [])}
    named = [review["claim"] for review in raw.get("reviews", [])]
    if set(named) - known:
        yield "CK305", name
    if len(set(named)) < len(named):
        yield "CK405", name
    for item in (*raw.get("added", []), *raw.get("reviews", [])):
        now = {key: value for key, value in item.items() if key not in {"history", "evidence"}}
        yield from (("CK303", name) for _ in _misplaced(now, texts, item.get("textVersion", 1)))


def _of_decisions(raw: dict[str, Any], slug: str, known: set[str]) -> Iterator[tuple[str, str]]:
    name = f"annotations/{slug}/decisions.json"
    if raw["article"] != slug:
        yield "CK306", name
    decided = [decision["claim"] for decision in raw.get("decisions", [])]
    if set(decided) - known or {line["claim"] for line in raw.get("ledger", [])} - known:
        yield "CK305", name
    if len(set(decided)) < len(decided):
        yield "CK405", name
    for claim in {line["claim"] for line in raw.get("ledger", [])}:
        lines = [line for line in raw["ledger"] if line["claim"] == claim]
        acts, dates = [line["act"] for line in lines], [line["date"] for line in lines]
        if acts[0] != "published" or acts.count("published") > 1 or dates != sorted(dates) or "retracted" in acts[:-1]:
            yield "CK508", name


def _misplaced(node: Any, texts: list[str], version: int) -> Iterator[Any]:
    """The anchors below that do not quote their text."""
    if isinstance(node, dict):
        if {"start", "end", "quote"} <= node.keys():
            if (
                not 1 <= version <= len(texts)
                or texts[version - 1][node["start"] : node["end"]] != node["quote"]
                or not node["quote"]
            ):
                yield node
            return
        for value in node.values():
            yield from _misplaced(value, texts, version)
    elif isinstance(node, list):
        for value in node:
            yield from _misplaced(value, texts, version)
