"""claimkit annotate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimkit.cli.options import Confidence, as_option, at_option, choice, slug_argument
from claimkit.cli.session import Session, pass_session
from claimkit.model.vocabulary import Kind, Mode, SourceType, Stance

if TYPE_CHECKING:
    from claimkit.model.raw import Raw

EVIDENCE = ("stance", "title", "publisher", "published", "accessed", "archive", "capture", "sha256", "quote", "note")
"""The options that describe the page given by --evidence."""

SHOWN = 10
"""How many reviews the answer names one by one."""

PLAIN = ("text", "kind", "short", "verdict", "confidence", "rationale", "comment")
"""The options that are properties of a review as they stand."""

CLEARABLE = (
    "short",
    "attribution",
    "verdict",
    "confidence",
    "rationale",
    "evidence",
    "firstAppearance",
    "comment",
    "reviewBy",
    "ignored",
)
"""What a review can be without."""


@click.command()
@slug_argument
@click.argument("claim", required=False)
@click.option("--add", metavar="TEXT", help="Add a claim that the splitter missed; needs --words.")
@click.option("--words", metavar="QUOTE", multiple=True, help="The article's words that bear the claim.")
@click.option("--split", "parts", metavar="TEXT", multiple=True, help="Make several claims of it, each worded so.")
@click.option(
    "--merge", "others", metavar="ID", multiple=True, help="Make one claim of it and these, worded by --text."
)
@click.option("--text", metavar="TEXT", help="The claim in better words.")
@click.option("--kind", type=choice(Kind), help="What sort of statement it is.")
@click.option("--short", metavar="TEXT", help="A short wording approved for publication, without the verdict.")
@click.option("--accept", is_flag=True, help="Accept the wording; a first entry on the claim does so too.")
@click.option("--reject", is_flag=True, help="Reject the claim.")
@click.option("--confirm-attribution", "attribution", flag_value="confirmed", help="Who says it is right as proposed.")
@click.option("--no-attribution", "attribution", flag_value="none", help="The writer says it in their own voice.")
@click.option("--source", metavar="NAME", help="Who says it: corrects the last link of the attribution.")
@click.option(
    "--source-type",
    type=choice(SourceType),
    default=str(SourceType.PERSON),
    show_default=True,
)
@click.option("--role", metavar="TEXT", help="In which office the source speaks.")
@click.option("--cue", metavar="QUOTE", help="The article's words that show that it is said.")
@click.option("--said", metavar="QUOTE", multiple=True, help="The article's words for what is said; may be repeated.")
@click.option("--mode", type=choice(Mode), help="How it is given.  [default: as it was, else indirect]")
@click.option(
    "--verdict", metavar="ID", help="By default true, mostly-true, half-true, mostly-false, false, unproven, ..."
)
@click.option("--confidence", type=Confidence(), help="How sure you are.")
@click.option("--rationale", metavar="TEXT", help="Why this verdict, for the reader.")
@click.option("--evidence", metavar="URL", help="A page that bears on the claim; needs --stance, --title.")
@click.option("--stance", type=choice(Stance), help="What the page does to the claim.")
@click.option("--title", metavar="TEXT", help="The page's title.")
@click.option("--publisher", metavar="TEXT", help="Who published the page.")
@click.option("--published", metavar="DATE", help="When the page was published.")
@click.option("--accessed", metavar="DATE", help="When you saw it.")
@click.option("--archive", metavar="URL", help="An archived copy of the page.")
@click.option("--capture", metavar="NAME", help="Your copy of the page, as 'claimkit evidence capture' names it.")
@click.option("--sha256", metavar="DIGEST", help="The digest of your copy.  [default: that of --capture]")
@click.option("--quote", metavar="TEXT", help="The page's words that bear on the claim.")
@click.option("--note", metavar="TEXT", help="A remark on the page.")
@click.option("--first-appearance", metavar="URL", help="The first known page that has the claim, where you know it.")
@click.option("--first-published", metavar="DATE", help="When that page was published.")
@click.option("--first-archive", metavar="URL", help="An archived copy of that page.")
@click.option("--comment", metavar="TEXT", help="A remark for the desk; not published.")
@click.option("--review-by", metavar="DATE", help="By when the verdict must be looked at again.")
@click.option(
    "--ignore",
    "ignored",
    metavar="CODE=WHY",
    multiple=True,
    help="A finding that is none here (CK407), and why.",
)
@click.option("--clear", "cleared", type=click.Choice(CLEARABLE), multiple=True, help="Take it away; may be repeated.")
@click.option("--done/--draft", default=None, help="Whether the review is finished.  [default: as it was, else draft]")
@click.option("--from", "lines", metavar="FILE", help="Many at once: JSON lines; - is standard input.")
@at_option
@as_option
@pass_session
def annotate(
    session: Session, /, slug: str, claim: str | None, lines: str | None, at: str, reviewer: str | None, **options: Any
) -> None:
    """Record one reviewer's work on a claim, without prompts.

    The work goes to annotations/SLUG/reviews/ID.json; nobody else's file is read or written. What is not given stays as
    it was. With --from, each line is a JSON object with the properties of a review as in schemas/review.schema.json,
    places given by the article's words; all lines are recorded, or none:

    \b
    {"claim": "c1f3", "verdict": "unproven", "rationale": "Nothing found.", "stage": "done"}
    {"claim": "c2a4", "disposition": "rejected", "comment": "Twice."}
    {"add": {"text": "Ada Stone is the mayor.", "anchors": ["The mayor, Ada Stone"]}}
    {"claim": "c5d0", "split": [{"text": "It was closed."}, {"text": "It was sold."}]}
    {"claim": "c7e1", "merge": ["c8f2"], "text": "It was closed and sold."}

    \b
    Example: claimkit annotate bridge-closed c1f3 --as desk --verdict true --done
               --rationale "The council says so." --evidence https://example.org/minutes
               --title Minutes --stance supports --quote "the bridge is closed"
    """
    from claimkit.cli.reading import json_lines
    from claimkit.cli.terminal import say
    from claimkit.review.recording import record

    if (lines is None) == (claim is None and options["add"] is None):
        raise click.UsageError("Name a claim, or add one with --add, or give many with --from.")
    entries = json_lines(lines) if lines is not None else [("", _entry(claim, options))]
    who = session.reviewer(reviewer)
    reviews = record(session.workspace, slug, who, entries, at)
    for review in reviews[:SHOWN]:
        say(f"{who}: {review.claim} {review.disposition}, {review.verdict or 'not rated'}, {review.stage}")
    if len(reviews) > SHOWN:
        say(f"... and {len(reviews) - SHOWN} more, {len(reviews)} in all")


def _entry(claim: str | None, options: dict[str, Any]) -> Raw:
    """The options as an entry of :mod:`claimkit.review.annotate`."""
    entry = _without_none({name: options[name] for name in PLAIN})
    if options["accept"] and options["reject"]:
        raise click.UsageError("Either --accept or --reject.")
    if options["accept"] or options["reject"]:
        entry["disposition"] = "rejected" if options["reject"] else "accepted"
    entry |= _subject(claim, options)
    if options["review_by"] is not None:
        entry["reviewBy"] = options["review_by"]
    if options["done"] is not None:
        entry["stage"] = "done" if options["done"] else "draft"
    if (attribution := _attribution(options)) is not None:
        entry["attribution"] = attribution
    if (evidence := _evidence(options)) is not None:
        entry["evidence"] = [evidence]
    if (appearance := _first_appearance(options)) is not None:
        entry["firstAppearance"] = appearance
    if options["ignored"]:
        entry["ignored"] = [_ignored(given) for given in options["ignored"]]
    entry |= dict.fromkeys(options["cleared"])
    if set(entry) == {"claim"}:
        raise click.UsageError("Say what to record: --accept, --reject, --verdict, --comment, ...")
    return entry


def _subject(claim: str | None, options: dict[str, Any]) -> Raw:
    """The claim that the entry is about, and what it is made of or into."""
    words = list(options["words"])
    if options["add"] is not None:
        if claim is not None:
            raise click.UsageError("Either name a claim or add one.")
        if not words:
            raise click.UsageError("--add needs --words: the article's words that bear the claim.")
        return {"add": {"text": options["add"], "anchors": words}}
    parts = [{"text": text} for text in options["parts"]]
    made = {"anchors": words, "split": parts, "merge": list(options["others"])}
    return {"claim": claim} | {name: value for name, value in made.items() if value}


def _attribution(options: dict[str, Any]) -> Raw | None:
    if options["source"] is not None:
        if options["attribution"]:
            raise click.UsageError("Either --source, --confirm-attribution or --no-attribution.")
        source = {"name": options["source"], "type": options["source_type"], "role": options["role"]}
        link = {"source": _without_none(source), **_without_none({"mode": options["mode"]})}
        if options["cue"] is not None:
            link["cue"] = options["cue"]
        if options["said"]:
            link["content"] = list(options["said"])
        return {"amend": link}
    if options["cue"] is not None or options["said"] or options["role"] is not None:
        raise click.UsageError("--cue, --said and --role describe a --source; name it.")
    return {"confirmed": {"status": "confirmed"}, "none": {"status": "corrected"}}.get(options["attribution"])


def _evidence(options: dict[str, Any]) -> Raw | None:
    given = _without_none({name: options[name] for name in EVIDENCE})
    if options["evidence"] is None:
        if given:
            raise click.UsageError(f"--{next(iter(given))} describes a page of --evidence; name it.")
        return None
    if missing := [name for name in ("stance", "title") if name not in given]:
        raise click.UsageError(f"--evidence needs --{' and --'.join(missing)}.")
    return {"url": options["evidence"], **given}


def _first_appearance(options: dict[str, Any]) -> Raw | None:
    url = options["first_appearance"]
    more = _without_none({"published": options["first_published"], "archive": options["first_archive"]})
    if url is None and more:
        raise click.UsageError("--first-published and --first-archive describe a --first-appearance; name it.")
    return None if url is None else {"url": url, **more}


def _ignored(given: str) -> Raw:
    code, _, reason = given.partition("=")
    if not reason.strip():
        raise click.UsageError(f"--ignore {given!r} gives no reason; write CODE=WHY.")
    return {"code": code.strip(), "reason": reason.strip()}


def _without_none(raw: Raw) -> Raw:
    return {name: value for name, value in raw.items() if value is not None}
