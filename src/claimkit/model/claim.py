"""A claim: one predicate, one truth value, stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.article import Article
from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Granularity, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWorthiness:
    """How much it is worth checking, 0 to 1, with the reasons in words."""

    score: float
    reasons: tuple[str, ...] = ()


KEPT_WHOLE = "rule:kept-whole"
"""What proposes a claim that is a sentence as it stands, since it was not split."""

TOO_LONG = "kept whole: too long to parse"
"""Why, in its ``kind_reason``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as proposed by a rule or a model, or as added by a reviewer.

    ``antecedents`` are the words elsewhere in the article that its text has for pronouns, short names, bare
    descriptions and *there*; a date in brackets comes from the day of publication and has none. What people then say
    of it (accept, edit, reject) stands in their review files, never here. ``derived_from`` are the claims that a
    reviewer split or merged to make it. ``text_version`` is the version of the article's text that the anchors point
    into, ``changed_in`` the one that last changed the claim's words; both count from 1.
    """

    id: str
    text: str
    anchors: tuple[Anchor, ...]
    kind: Kind
    kind_reason: str = ""
    short: str = ""
    antecedents: tuple[Anchor, ...] = ()
    proposed_by: str
    derived_from: tuple[str, ...] = ()
    check_worthiness: CheckWorthiness | None = None
    attribution: tuple[Link, ...] = ()
    text_version: int = 1
    changed_in: int = 1

    @property
    def voices(self) -> tuple[Link, ...]:
        """The sayings by which the claim is made, outermost first; empty where the writer makes it.

        A claim *that* somebody says something holds the words that say so; whoever said it does not claim to have said
        it.
        """
        return tuple(link for link in self.attribution if not self.reports(link))

    @property
    def claimant(self) -> Link | None:
        """The innermost of the claim's voices; None where the writer makes it."""
        return next(reversed(self.voices), None)

    def reports(self, link: Link) -> bool:
        """Whether the saying is part of the claim: its cue stands in the claim's words; without a cue, by its kind."""
        if link.cue is None:
            return self.kind is Kind.QUOTATION
        return any(anchor.span.overlaps(link.cue) for anchor in self.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitter:
    """What made the claims: the name and version of the rules, and those of the pipeline below them.

    ``confidence`` is the parser's, from 0 to 1, where it was so low that the text is hardly English prose.
    """

    name: str
    version: str
    pipeline: str
    granularity: Granularity = Granularity.COARSE
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFile:
    """``annotations/<slug>/claims.json``.

    ``retired`` are claims that were proposed once and no longer are, since nobody had touched them. On another branch
    somebody may have: merged, the review finds its claim here.
    """

    article: Article
    splitter: Splitter
    claims: tuple[Claim, ...]
    retired: tuple[Claim, ...] = ()

    @property
    def every(self) -> tuple[Claim, ...]:
        """All claims that were ever proposed."""
        return (*self.claims, *self.retired)
