"""Which claims an export is asked for."""

from __future__ import annotations

from collections import Counter

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Refusal
from claimkit.rules.claims import misquoted
from claimkit.rules.standing import Standing, State, standings


def selected(dossier: Dossier, claims: frozenset[str] | None) -> tuple[list[Standing], list[Refusal]]:
    """The claims asked for as they stand, in the order of the text, and what cannot be had.

    Refused are ids of no claim, ids of two claims (nothing could then say which is meant), and claims whose words do
    not stand where they say: no export quotes what the article does not say. A retracted one is often retracted for
    just that; whoever renders it must quote nothing.
    """
    wanted = [item for item in standings(dossier) if claims is None or item.claim.id in claims]
    counts = Counter(item.claim.id for item in wanted)
    twice = [name for name, count in counts.items() if count > 1]
    refused = [Refusal(claim=name, reasons=("two claims have this id; give one another",)) for name in twice]
    unknown = sorted((claims or frozenset()) - set(counts))
    refused += [Refusal(claim=name, reasons=("there is no such claim",)) for name in unknown]
    single = [item for item in wanted if item.claim.id not in twice]
    quoted = [item for item in single if item.state is not State.ORPHANED and not item.retraction]
    misquoting = {item.claim.id: tuple(misquoted(item.claim.anchors, dossier.text)) for item in quoted}
    refused += [Refusal(claim=name, reasons=reasons) for name, reasons in misquoting.items() if reasons]
    return [item for item in single if not misquoting.get(item.claim.id)], refused
