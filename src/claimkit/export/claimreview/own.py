"""The ClaimReviews for those who take files of their own shape: what all of these formats share."""

from __future__ import annotations

from collections.abc import Callable

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview.published import passing, told
from claimkit.export.jsonld import Node
from claimkit.model.config import Config
from claimkit.model.findings import Severity
from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.profiles import PROFILES, page_rules
from claimkit.rules.claimreview.rule import Subject, breaches


def shaped(
    dossier: Dossier,
    config: Config,
    claims: frozenset[str] | None,
    profile: Profile,
    shape: Callable[[Node], Node],
) -> tuple[dict[str, Node], tuple[LeftOut, ...], tuple[Refusal, ...]]:
    """The objects in the profile's shape, by claim, what is left out of it, and what is refused.

    Everybody's rules are asked of the object, the profile's of its shape; what readers of pages ask beyond does not
    matter here. What was retracted has no place in such a file: whoever took it is told otherwise.
    """
    kept, found = passing(dossier, config, claims, page_rules(()))
    nodes, refused = {}, list(found.refused)
    for name, node in kept.items():
        shape_of_it = shape(node)
        subject = Subject(node=shape_of_it, verdicts=config.verdicts)
        rules = PROFILES[profile] if shape_of_it is not node else ()
        faults = [item for item in breaches(subject, rules) if item.rule.severity is Severity.ERROR]
        if faults:
            refused.append(Refusal(claim=name, reasons=tuple(told(item) for item in faults)))
        else:
            nodes[name] = shape_of_it
    gone = tuple(
        LeftOut(claim=item.claim.id, reasons=(f"it was retracted on {item.retraction.date}; take it back there",))
        for item in found.retracted
        if item.retraction
    )
    return nodes, (*found.left_out, *gone), tuple(refused)
