"""The names that a published claim has on the web, the same in every format."""

from __future__ import annotations


def page(url: str) -> str:
    """The page of an address: the address without its fragment, so that a name below it has one ``#``."""
    return url.partition("#")[0]


def review_iri(url: str, claim: str) -> str:
    """The name of the review of a claim published at ``url``: stable, unique, never the page itself."""
    return f"{page(url)}#claimreview-{claim}"


def claim_iri(url: str, claim: str) -> str:
    """The name of the claim itself; TEI and ClaimReview tell of one claim by it."""
    return f"{page(url)}#claim-{claim}"
