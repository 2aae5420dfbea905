"""The ClaimReviews for those who take files of their own shape: what all of these formats share."""

from __future__ import annotations

from collections.abc import Callable

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview.published import passing, told
from claimkit.export.jsonld import Node
from claimkit.model.config import Config
from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.profiles import PROFILES, page_rules
from claimkit.rules.claimreview.rule import Subject, breaches, errors


def shaped(
    dossier: Dossier,
    config: Config,
    claims: frozenset[str] | None,
    profile: Profile,
    shape: Callable[[Node], Node],
) -> tuple[dict[str, Node], tuple[LeftOut, ...], tuple[Refusal, ...]]:
    """The objects that may be written in the profile's ``shape``, by claim; what is left out of it; what is refused.

    Everybody's rules are asked of the object, the profile's of its shape; what readers of pages ask beyond does not
    matter here. What was retracted has no place in such a file: whoever took it is told otherwise.
    """
    kept = passing(dossier, config, claims, page_rules(()))
    rules = errors(PROFILES[profile])
    nodes: dict[str, Node] = {}
    left_out, refused = list(kept.left_out), list(kept.refused)
    for one in kept.found:
        name = one.standing.claim.id
        if retraction := one.standing.retraction:
            left_out.append(
                LeftOut(claim=name, reasons=(f"it was retracted on {retraction.date}; take it back there",))
            )
        elif reasons := told(breaches(Subject(node=shape(one.item), verdicts=config.verdicts), rules)):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            nodes[name] = one.item
    return nodes, tuple(left_out), tuple(refused)
