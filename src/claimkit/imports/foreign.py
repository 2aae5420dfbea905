"""What others' files say of an article, as far as all of them can say it: claims, who makes them, what was found."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.article import Metadata
from claimkit.model.attribution import Link
from claimkit.model.review import Evidence, Reviewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of the article, as W3C selectors say them. ``start`` is their first code point, None where not known."""

    quote: str
    start: int | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A verdict as others word it: ``label``, and (worst, value, best) where it has numbers; no id of our scale."""

    label: str
    numbers: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim that somebody marked or wrote elsewhere, with what they say of it. Empty is unknown.

    ``text`` is the claim as a sentence, empty where it is just the words of the ``stretches``; without stretches the
    claim's own words are all that is known of the article. ``when`` is a date, or a date and time with its zone. ``id``
    and ``url`` name it where it comes from; ``licence`` is what it says of its use, an address or words.
    """

    text: str = ""
    short: str = ""
    stretches: tuple[Stretch, ...] = ()
    attribution: tuple[Link, ...] = ()
    rating: Rating | None = None
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    comment: str = ""
    reviewer: Reviewer | None = None
    when: str = ""
    id: str = ""
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What was mended or could not be taken over, in words that say what and why, and where in the file.

    ``refused``: something is missing in the workspace because of it, so that a person must look.
    """

    message: str
    where: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What a file says of one article: its text where the file has it, what is known of it, the statements in order.

    ``name`` is what the article is called there, to make a slug of.
    """

    name: str
    metadata: Metadata
    text: str = ""
    statements: tuple[Statement, ...] = ()
    remarks: tuple[Remark, ...] = ()
