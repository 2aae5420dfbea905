"""The events of a story in lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from claimkit.review.story import Change, Event, Happening

UNDATED = "no date"

SIMPLE = frozenset(
    {"disposition", "kind", "verdict", "confidence", "stage", "textVersion", "version", "length", "review", "how"}
)
"""Properties whose values are short enough for an arrow between them."""

NAMES = {
    "claims": "claims changed",
    "textVersion": "text version",
    "derivedFrom": "made of",
    "replacedBy": "replaced by",
    "review": "rests on",
}


def log_view(events: Sequence[Event]) -> Iterator[str]:
    """One line an event: date and time, who, which claim, what; its details indented below."""
    whens = [event.when or UNDATED for event in events]
    width = max(map(len, whens), default=0)
    names = max((len(event.who) for event in events), default=0)
    for event, when in zip(events, whens, strict=True):
        subject = f"{event.claim}  " if event.claim else ""
        yield f"{when:<{width}}  {event.who:<{names}}  {subject}{_what(event)}".rstrip()
        for change in event.changes:
            yield from (f"    {line}" for line in _details(change, event.happening))


def _what(event: Event) -> str:
    by_name = {change.name: change for change in event.changes}
    match event.happening:
        case Happening.PROPOSED | Happening.ADDED:
            origin = by_name["derivedFrom"].after if "derivedFrom" in by_name else ()
            made = f", {'split' if len(origin) == 1 else 'merged'} from {', '.join(origin)}" if origin else ""
            return f"{event.happening}{made}"
        case Happening.TEXT:
            return f"the article has a new text, version {by_name['version'].after}"
        case Happening.REVIEWED:
            return _reviewed(by_name)
        case Happening.CHANGED:
            return _reshaped(by_name) or f"changed {', '.join(NAMES.get(name, name) for name in by_name)}"
        case Happening.SETTLED:
            return _settled(by_name)
        case _:
            verdict = by_name.get("verdict")
            return f"{event.happening}{f' as {_arrow(verdict)}' if verdict else ''}"


def _reviewed(by_name: dict[str, Change]) -> str:
    if shaped := _reshaped(by_name):
        return shaped
    told = [str(by_name[name].after) for name in ("disposition", "verdict", "stage") if name in by_name]
    return f"reviewed: {', '.join(told)}"


def _reshaped(by_name: dict[str, Change]) -> str:
    after = by_name["replacedBy"].after if "replacedBy" in by_name else None
    if not after:
        return ""
    return f"{'merged' if len(after) == 1 else 'split'} into {', '.join(after)}"


def _settled(by_name: dict[str, Change]) -> str:
    verdict = by_name.get("verdict")
    if verdict is None or verdict.after is None:
        return "settled: the claim is rejected"
    again = f", no longer {verdict.before}" if verdict.before not in {None, verdict.after} else ""
    return f"settled as {verdict.after}{again}"


def _details(change: Change, happening: Happening) -> Iterator[str]:
    """What changed, in words; what the event's own line has told already is left out."""
    told = {
        Happening.REVIEWED: {"disposition", "verdict", "stage", "replacedBy"},
        Happening.CHANGED: {"replacedBy"} if change.after else set(),
        Happening.SETTLED: {"verdict"},
        Happening.TEXT: {"version"},
    }.get(happening, {"verdict", "derivedFrom"})
    if change.name in told:
        return
    if change.name == "evidence":
        yield from _evidence(change.before or [], change.after or [])
        return
    name, show = NAMES.get(change.name, change.name), WORDS.get(change.name, _line)
    if change.name in SIMPLE:
        yield f"{name}: {_arrow(change)}"
    elif change.before is None:
        yield f"{name}: {show(change.after)}"
    else:
        yield f"{name} was: {show(change.before)}"
        yield f"{name} is: {show(change.after) if change.after is not None else 'nothing'}"


def _arrow(change: Change) -> str:
    before, after = ("nothing" if value is None else str(value) for value in (change.before, change.after))
    return after if change.before in {None, change.after} else f"{before} → {after}"


def _evidence(before: list[Any], after: list[Any]) -> Iterator[str]:
    """Page by page: what came, what went, what is told of it otherwise."""
    old, new = ({(page["url"], page.get("quote", "")): page for page in pages} for pages in (before, after))
    for key in old | new:
        if old.get(key) != new.get(key):
            page = new.get(key) or old[key]
            done = "taken away" if key not in new else "changed" if key in old else page["stance"]
            quote = f" “{_line(page['quote'])}”" if "quote" in page else ""
            yield f"evidence {done}: {_line(page['title'])} {page['url']}{quote}"


def _line(value: Any) -> str:
    return " ".join(str(value).split())


def _quotes(anchors: list[Any]) -> str:
    return " … ".join(f"“{_line(anchor['quote'])}”" for anchor in anchors)


def _attribution(review: dict[str, Any]) -> str:
    """Confirmed, or who says it now."""
    names = " > ".join(_line(link["source"]["name"]) for link in review.get("chain", []))
    return f"corrected to {names or 'the writer'}" if review["status"] == "corrected" else review["status"]


WORDS: dict[str, Callable[[Any], str]] = {
    "anchors": _quotes,
    "claims": ", ".join,
    "attribution": _attribution,
    "derivedFrom": ", ".join,
    "replacedBy": ", ".join,
}
