"""What published ClaimReviews break of the rules of the configured profiles, and where to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export.claimreview.published import Published, broken, published
from claimkit.export.datacommons import feed
from claimkit.export.duke import for_duke
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
    Profile.DATACOMMONS: lambda node: feed([node], ""),
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
    for name, standing in every.standings.items():
        for breach in _breaches(name, every, config):
            file, path = place_of(breach.rule.place, standing, dossier)
            message = breach.message if breach.rule.place in SHARED else f"{name}: {breach.message}"
            key = (breach.rule.code, file, path, message)
            if key not in seen:
                seen.add(key)
                yield Finding(
                    code=breach.rule.code, message=message, file=file, path=path, severity=breach.rule.severity
                )


def _breaches(name: str, every: Published, config: Config) -> Iterator[Breach]:
    profiles = config.claimreview.profiles
    yield from broken(name, every, config, page_rules(profiles))
    for profile, shape in SHAPES.items():
        if profile in profiles:
            subject = Subject(node=shape(every.reviews[name]), verdicts=config.verdicts)
            yield from breaches(subject, PROFILES[profile])
