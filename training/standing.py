"""How many claims of GUM's documents do not stand alone: ``python -m training.standing [TREEBANK] [--genre news]``.

Shares of the claims: with any third-person ``pronoun`` in their words; with one whose antecedent (GUM's coreference)
the claim does not name, ``unresolved``; with such a one ``outside`` quotation marks; with words ``completed``.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator

from claimkit.model.article import Structure
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.splitter import split_article
from training.coreference import Printed, printed
from training.treebanks import documents

PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "them",
        "her",
        "his",
        "its",
        "their",
        "hers",
        "theirs",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
_WORD = re.compile(r"[A-Za-z]+")


def main() -> None:
    """Print both shares, for each granularity."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", nargs="?", default="gum-dev", choices=["gum-dev", "gum-test", "gum-train"])
    parser.add_argument("--genre", default="news")
    parser.add_argument("--show", action="store_true", help="the claims that do not stand alone")
    given = parser.parse_args()
    nlp = load_pipeline()
    found = [doc for doc in documents(given.treebank) if re.search(f"_({given.genre})_", doc.name)]
    for granularity in Granularity:
        counts = Counter[str]()
        for document in map(printed, found):
            structure = Structure(paragraphs=tuple(span for span in document.paragraphs if span.start < span.end))
            for claim in split_article(document.text, structure, nlp, granularity=granularity).claims:
                words = [word for word in _WORD.findall(claim.text.lower()) if word in PRONOUNS]
                found_ = list(_hanging(claim, document, Counter(words)))
                hanging = [word for word, quoted in found_ if not quoted]
                counts.update(
                    claims=1,
                    pronoun=bool(words),
                    unresolved=bool(found_),
                    outside=bool(hanging),
                    completed=bool(claim.antecedents),
                )
                if hanging and given.show:
                    print(f"{hanging} {claim.text}")
        shares = ", ".join(
            f"{100 * counts[name] / counts['claims']:.1f} % {name}" for name in counts if name != "claims"
        )
        print(f"{granularity}: {counts['claims']} claims, {shares}")


def _hanging(claim: Claim, document: Printed, written: Counter[str]) -> Iterator[tuple[str, bool]]:
    """The pronouns of the claim whose antecedent it does not name, and whether each stands in quotation marks."""
    spans = [*claim.anchors, *claim.antecedents]
    named = {
        mention.entity
        for mention in document.mentions
        if document.text[mention.start : mention.start + 10].split()[0].lower().strip(",.") not in PRONOUNS
        and any(span.start <= head < span.end for span in spans for head in mention.heads)
    }
    for anchor in claim.anchors:
        for match in _WORD.finditer(document.text, anchor.start, anchor.end):
            word = match[0].lower()
            if word not in PRONOUNS or not written[word]:
                continue
            own = document.narrowest(match.start())
            if own and own not in named:
                yield word, _quoted(document, match.start())


def _quoted(document: Printed, place: int) -> bool:
    """Whether quotation marks stand around the place, in its paragraph."""
    paragraph = next(span for span in document.paragraphs if span.start <= place < span.end)
    before = document.text[paragraph.start : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


if __name__ == "__main__":
    main()
