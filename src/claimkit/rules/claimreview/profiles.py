"""The profiles: whose rules apply to what."""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.everybody import RULES
from claimkit.rules.claimreview.readers import OF_BING, OF_GOOGLE
from claimkit.rules.claimreview.rule import Rule
from claimkit.rules.claimreview.takers import OF_DATACOMMONS, OF_DUKE, OF_GOOGLE_API

PROFILES: dict[Profile, tuple[Rule, ...]] = {
    Profile.SCHEMA_ORG: RULES,
    Profile.GOOGLE: OF_GOOGLE,
    Profile.BING: OF_BING,
    Profile.DUKE: OF_DUKE,
    Profile.DATACOMMONS: OF_DATACOMMONS,
    Profile.GOOGLE_API: OF_GOOGLE_API,
}
"""The rules of each profile; those of schema.org are everybody's, and come first in each."""

ON_PAGES = (Profile.SCHEMA_ORG, Profile.GOOGLE, Profile.BING)
"""The profiles of those who read the object as it stands on a page; the others take files of their own shape."""


def page_rules(profiles: Iterable[Profile]) -> tuple[Rule, ...]:
    """Everybody's rules, and those of the profiles among ``profiles`` that read pages."""
    wanted = {Profile.SCHEMA_ORG, *profiles}
    return tuple(rule for profile in ON_PAGES if profile in wanted for rule in PROFILES[profile])
