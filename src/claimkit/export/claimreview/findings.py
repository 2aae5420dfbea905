"""What published ClaimReviews break of the rules of the configured profiles, and where to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export.claimreview.published import Published, Reviewed, published
from claimkit.export.duke import for_duke
from claimkit.export.feeds.datafeed import alone
from claimkit.export.google_api import body
from claimkit.export.jsonld import Node
from claimkit.model.config import Config
from claimkit.model.findings import Finding
from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.places import place_of
from claimkit.rules.claimreview.profiles import PROFILES, page_rules
from claimkit.rules.claimreview.rule import Breach, Place, Subject, breaches

SHAPES: dict[Profile, Callable[[Node], Node]] = {
    Profile.DUKE: for_duke,
    Profile.DATACOMMONS: alone,
    Profile.GOOGLE_API: lambda node: body([node]),
}
"""How an object is written for those who take files of their own shape."""

SHARED = (Place.ARTICLE, Place.CONFIG)
"""The places that all claims of an article have in common."""


def profile_findings(dossier: Dossier, config: Config) -> Iterator[Finding]:
    """A finding for each rule of the configured profiles that a published claim breaks; each place and message once.

    What fails the gate is found by other rules, and is not looked at. A file is named as the dossier names it.
    """
    every = published(dossier, config)
    seen: set[tuple[object, ...]] = set()
    for one in every.found:
        for breach in _breaches(one, every, config):
            file, path = place_of(breach.rule.place, one.standing, dossier)
            shared = breach.rule.place in SHARED
            message = breach.message if shared else f"{one.standing.claim.id}: {breach.message}"
            key = (breach.rule.code, file, path, message)
            if key not in seen:
                seen.add(key)
                yield Finding(
                    code=breach.rule.code, message=message, file=file, path=path, severity=breach.rule.severity
                )


def _breaches(one: Reviewed, every: Published, config: Config) -> Iterator[Breach]:
    profiles = config.claimreview.profiles
    yield from every.breaches(one, config, page_rules(profiles))
    for profile, shape in SHAPES.items():
        if profile in profiles and one.live:
            yield from breaches(Subject(node=shape(one.item), verdicts=config.verdicts), PROFILES[profile])
