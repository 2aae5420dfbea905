"""One line of the benchmark interface: claims as spans of the text, for the benchmarks' scorers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimkit.model.article import Structure
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.splitter import split_article

if TYPE_CHECKING:
    from spacy.language import Language


def record(record_id: str, text: str, structure: Structure, nlp: Language, granularity: Granularity) -> dict[str, Any]:
    """``{"id", "claims"}`` ready for JSON; spans are ``[start, end)`` in code points of ``text``.

    A claim's ``attribution`` is its innermost link, ``checkworthy`` its score from 0 to 1, null where it has none. The
    interface has room for one link: a claim of a chain stands there again for an outer link that no other claim shows.
    """
    splitting = split_article(text, structure, nlp, granularity=granularity)
    shown = {_key(claim.attribution[-1]) for claim in splitting.claims if claim.attribution}
    claims = []
    for claim in splitting.claims:
        claims.append(_claim(claim, claim.attribution[-1] if claim.attribution else None))
        for link in claim.attribution[:-1]:
            if _key(link) not in shown:
                shown.add(_key(link))
                claims.append(_claim(claim, link))
    return {"id": record_id, "claims": claims}


def _key(link: Link) -> tuple[Anchor | None, Anchor | None]:
    return link.source.anchor, link.cue


def _claim(claim: Claim, link: Link | None) -> dict[str, Any]:
    return {
        "text": claim.text,
        "spans": [[anchor.start, anchor.end] for anchor in claim.anchors],
        "attribution": _attribution(link) if link else None,
        "checkworthy": claim.check_worthiness.score if claim.check_worthiness else None,
    }


def _attribution(link: Link) -> dict[str, Any]:
    source, cue = link.source.anchor, link.cue
    return {
        "source": [source.start, source.end] if source else None,
        "cue": [cue.start, cue.end] if cue else None,
        "content": [[anchor.start, anchor.end] for anchor in link.content],
    }
