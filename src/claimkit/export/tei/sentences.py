"""The article's sentences, and why some have no claim."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from claimkit.export.tei.ids import Ids
from claimkit.export.tei.xml import add
from claimkit.model.article import Sentence


def add_sentences(parent: etree._Element, sentences: Iterable[Sentence], ids: Ids) -> None:
    """Add a span for each sentence. ``@n`` is its offsets in the text, in code points: a sentence is in no way marked.

    Segs are made of what is annotated. Cut at each sentence too they would say less, and mark all of the text.
    """
    every = list(sentences)
    if not every:  # an empty spanGrp is valid, but says nothing
        return
    group = add(parent, "spanGrp", type="sentences")
    for item in every:
        reason = ids.to(("no-claim", item.no_claim)) if item.no_claim else ""
        add(group, "span", n=f"{item.start}-{item.end}", ana=reason)
