"""What each deed asks a reviewer for, and the entries that come of it; no entries where they changed their mind.

Texts are lines. An empty one leaves all as it is, a lone hyphen takes away what is there.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from claimkit.errors import ReviewError
from claimkit.model.raw import Raw, to_raw
from claimkit.model.vocabulary import AttributionStatus, Disposition, Kind, Mode, SourceType, Stance
from claimkit.review.anchoring import anchored
from claimkit.review.dialogue import Dialogue, key, line, said
from claimkit.review.sitting.keys import Deed
from claimkit.review.sitting.queue import own
from claimkit.review.sitting.table import Table
from claimkit.review.words import one_line
from claimkit.rules.standing import Standing
from claimkit.schemas import FileKind, violations

TAKE_AWAY = "-"
SHOWN = 9
"""How many claims or pages are offered under a number."""

PAGE: tuple[str, ...] = ("url", "title", "publisher", "published", "accessed", "archive")
"""What of a piece of evidence describes its page."""

Question = Callable[[Table, Standing, str], Dialogue[list[Raw]]]
"""From the table, the claim and the day to the entries to record."""


def initials(words: type[Kind] | type[Stance] | type[Mode] | type[SourceType]) -> dict[str, str]:
    """A key for each word of a vocabulary: its first letter that no word before it has."""
    board: dict[str, str] = {}
    for word in words:
        board[next(letter for letter in word.value if letter not in board)] = word.value
    return board


def _chosen(question: str, words: type[Kind] | type[Stance] | type[Mode] | type[SourceType]) -> Dialogue[str]:
    board = initials(words)
    offered = ", ".join(f"{letter} {word}" for letter, word in board.items())
    return board[(yield from key(f"{question} ({offered})", board))]


def _asked(prompt: str, fault: Callable[[str], str], preset: str = "") -> Dialogue[str]:
    """A line that is asked for again until nothing is wrong with it, or it is left empty."""
    again = False
    while (text := (yield from line(prompt, preset, again=again))) and (wrong := fault(text)):
        yield from said(f"  {wrong}")
        preset, again = text, True
    return text


def _like(definition: str) -> Callable[[str], str]:
    """What is wrong with a text that must be as the schema's definition says."""
    return lambda text: "; ".join(
        violation.message.removeprefix("the file ") for violation in violations(FileKind.REVIEW, text, definition)
    )


def _words_of(table: Table, standing: Standing) -> Callable[[str], str]:
    """What is wrong with words that must stand in the article."""

    def fault(words: str) -> str:
        try:
            for part in _anchors(words).get("anchors", []):
                anchored(table.desk.text, part, table.desk.near(standing.claim))
        except ReviewError as error:
            return str(error)
        return ""

    return fault


def _text(name: str, question: str) -> Question:
    """A question for one property of the review that is a text."""

    def ask(_table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
        old = str(to_raw(own(standing)).get(name, "")) if own(standing) else ""
        text = yield from line(f"{question} (Enter: as it is, -: take it away):" if old else f"{question}:")
        if text in {"", one_line(old)}:
            return []
        return [_on(standing, **{name: None if text == TAKE_AWAY else text})]

    return ask


def _edit(table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    text = yield from line("Better words (change the line):", one_line(standing.claim.text))
    words = yield from _asked("The article's words that bear it (Enter: as before):", _words_of(table, standing))
    entry = ({} if text in {"", one_line(standing.claim.text)} else {"text": text}) | _anchors(words)
    return [_on(standing, **entry)] if entry else []


def _split(table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    parts: list[Raw] = []
    for number in count(1):
        text = yield from line(f"Claim {number} of it (Enter: no more):")
        if not text:
            break
        prompt = "The article's words that bear it (Enter: those of the whole):"
        words = yield from _asked(prompt, _words_of(table, standing))
        parts.append({"text": text} | _anchors(words))
    return [_on(standing, split=parts)] if parts else []


def _merge(table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    place = table.claims.index(standing)
    near = sorted(
        (item for item in table.claims if item is not standing),
        key=lambda item: abs(table.claims.index(item) - place),
    )[:SHOWN]
    claims = [f"{item.claim.id}  {one_line(item.claim.text)}" for item in near]
    yield from said(*(f"  {number}  {claim}" for number, claim in enumerate(claims, 1)))
    ids = {str(number): item.claim.id for number, item in enumerate(near, 1)}
    ids |= {item.claim.id: item.claim.id for item in table.claims}

    def strangers(given: str) -> str:
        unknown = [name for name in given.replace(",", " ").split() if name not in ids]
        return f"{', '.join(unknown)} is none of the numbers above, and no claim's id" if unknown else ""

    others = yield from _asked("Merge with which (numbers or ids, Enter: none)?", strangers)
    if not others:
        return []
    text = yield from line("The one wording (change the line):", one_line(standing.claim.text))
    names = [ids[name] for name in others.replace(",", " ").split()]
    return [_on(standing, merge=names, text=text)] if text else []


def _kind(_table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    kind = yield from _chosen("What sort of statement?", Kind)
    return [_on(standing, kind=kind)] if kind != standing.claim.kind else []


def _speaker(table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    there = _words_of(table, standing)
    prompt = "Who says it, in the article's words (-: the writer, in their own voice):"
    words = yield from _asked(prompt, lambda text: "" if text == TAKE_AWAY else there(text))
    if not words:
        return []
    if words == TAKE_AWAY:
        return [_on(standing, attribution={"status": str(AttributionStatus.CORRECTED)})]
    kind = yield from _chosen("What is it?", SourceType)
    name = yield from line(f"Their full name (Enter: {words}):")
    role = yield from line("In which role (Enter: none):")
    cue = yield from _asked("The article's words that show that it is said (Enter: none):", there)
    mode = yield from _chosen("In whose words?", Mode)
    source = {"name": name or words, "type": kind, "anchor": words} | ({"role": role} if role else {})
    link: Raw = {"source": source, "mode": mode} | ({"cue": cue} if cue else {})
    return [_on(standing, attribution={"amend": link})]


def _evidence(table: Table, standing: Standing, day: str) -> Dialogue[list[Raw]]:
    pages = table.pages()[:SHOWN]
    if pages:
        yield from said(*(f"  {number}  {page.title} {page.url}" for number, page in enumerate(pages, 1)))
    address = _like("url")
    prompt = "Address of the page" + (" (or its number above):" if pages else ":")
    url = yield from _asked(prompt, lambda text: "" if _number(text, len(pages)) else address(text))
    if not url:
        return []
    if _number(url, len(pages)):
        page = to_raw(pages[int(url) - 1])
        found = {name: page[name] for name in PAGE if name in page}
    else:
        found = yield from _page(url, day)
    stance = yield from _chosen("What does it do to the claim?", Stance)
    quote = yield from line("Its words that bear on the claim (Enter: none):")
    return [_on(standing, evidence=[found | {"stance": stance} | ({"quote": quote} if quote else {})])]


def _page(url: str, day: str) -> Dialogue[Raw]:
    found = {"url": url, "title": (yield from line("Its title (Enter: its address):")) or url}
    found["publisher"] = yield from line("Who published it (Enter: unknown):")
    found["published"] = yield from _asked("When, as 2025-05-09 (Enter: unknown):", _like("date"))
    found["accessed"] = (yield from _asked(f"When you saw it (Enter: {day}):", _like("date"))) or day
    found["archive"] = yield from _asked("Address of an archived copy (Enter: none):", _like("url"))
    return {name: value for name, value in found.items() if value}


def _confidence(_table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    board = {str(tenth % 10): f"{tenth}0 %" for tenth in range(1, 11)} | {TAKE_AWAY: "not said"}
    hit = yield from key("How sure are you (1 is 10 % to 9 is 90 %, 0 is 100 %, - takes it away)?", board)
    return [_on(standing, confidence=None if hit == TAKE_AWAY else (int(hit) or 10) / 10)]


def _sentence(table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
    yield from ()
    return [_on(item, disposition=str(Disposition.ACCEPTED)) for item in table.of_sentence(standing)]


def _fixed(**entry: object) -> Question:
    """A deed that asks nothing."""

    def ask(_table: Table, standing: Standing, _day: str) -> Dialogue[list[Raw]]:
        yield from ()
        return [_on(standing, **entry)]

    return ask


QUESTIONS: dict[Deed, Question] = {
    Deed.ACCEPT: _fixed(disposition=str(Disposition.ACCEPTED)),
    Deed.EDIT: _edit,
    Deed.SPLIT: _split,
    Deed.MERGE: _merge,
    Deed.REJECT: _fixed(disposition=str(Disposition.REJECTED)),
    Deed.KIND: _kind,
    Deed.SHORT: _text("short", "Short wording, under 75 characters"),
    Deed.CONFIRM: _fixed(attribution={"status": str(AttributionStatus.CONFIRMED)}),
    Deed.SPEAKER: _speaker,
    Deed.EVIDENCE: _evidence,
    Deed.RATIONALE: _text("rationale", "Why, for the reader"),
    Deed.CONFIDENCE: _confidence,
    Deed.COMMENT: _text("comment", "For the desk, not published"),
    Deed.SENTENCE: _sentence,
}
"""The deeds that record something."""


def verdict(standing: Standing, verdict_id: str) -> list[Raw]:
    """The entry of a verdict."""
    return [_on(standing, verdict=verdict_id)]


def _on(standing: Standing, **entry: object) -> Raw:
    return {"claim": standing.claim.id, **entry}


def _anchors(words: str) -> Raw:
    """The anchors of words that a reviewer typed; places apart from one another are joined by an ellipsis."""
    parts = [part.strip() for part in words.replace("...", "…").split("…")]
    return {"anchors": [part for part in parts if part]} if any(parts) else {}


def _number(text: str, most: int) -> bool:
    return text in {str(number) for number in range(1, most + 1)}
