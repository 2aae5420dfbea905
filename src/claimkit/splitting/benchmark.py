"""One line of the benchmark interface: claims as spans of the text, for the benchmarks' scorers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimkit.model.article import Structure
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.splitter import split_article

if TYPE_CHECKING:
    from spacy.language import Language


def record(record_id: str, text: str, structure: Structure, nlp: Language, granularity: Granularity) -> dict[str, Any]:
    """``{"id", "claims"}`` ready for JSON; spans are ``[start, end)`` in code points of ``text``.

    A claim's ``attribution`` is its innermost link, ``checkworthy`` its score from 0 to 1, null where it has none.
    """
    splitting = split_article(text, structure, nlp, granularity=granularity)
    return {"id": record_id, "claims": [_claim(claim) for claim in splitting.claims]}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "spans": [[anchor.start, anchor.end] for anchor in claim.anchors],
        "attribution": _attribution(claim),
        "checkworthy": claim.check_worthiness.score if claim.check_worthiness else None,
    }


def _attribution(claim: Claim) -> dict[str, Any] | None:
    if not claim.attribution:
        return None
    link = claim.attribution[-1]
    source, cue = link.source.anchor, link.cue
    return {
        "source": [source.start, source.end] if source else None,
        "cue": [cue.start, cue.end] if cue else None,
        "content": [[anchor.start, anchor.end] for anchor in link.content],
    }
