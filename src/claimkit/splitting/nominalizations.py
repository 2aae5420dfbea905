"""Nouns that hold a clause, with the verb and the prepositions that bring it out again: the project's own lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody's noun says they do: the verb, and by each preposition of the noun that of the verb.

    An empty one is left out; ``to`` leads in an infinitive where it is a mark. ``past``: it is done, not a state;
    ``said``: it is a saying or a stance.
    """

    verb: str
    prepositions: Mapping[str, str]
    past: bool = False
    said: bool = True


def _actions(table: str, *, past: bool, said: bool = True) -> dict[str, Action]:
    """One noun a line: noun, verb, pairs of prepositions (``-``: none)."""
    found = {}
    for line in table.strip().splitlines():
        noun, verb, *pairs = (part.strip() for part in line.split(","))
        places = [pair.split() for pair in pairs]
        found[noun] = Action(
            verb=verb, prepositions={one: "" if two == "-" else two for one, two in places}, past=past, said=said
        )
    return found


ACTIONS: Final = {
    **_actions(
        """
        support, support, for -, of -
        opposition, oppose, to -
        desire, desire, for -, to to
        intention, intend, to to
        hope, hope, for for, to to
        wish, wish, for for, to to
        plan, plan, for -, to to
        willingness, be willing, to to
        readiness, be ready, to to
        reluctance, be reluctant, to to
        concern, be concerned, about about, over over, regarding about, at at
        worry, be worried, about about, over over
        fear, fear, of -
        doubt, doubt, about -
        belief, believe, in in
        interest, be interested, in in
        confidence, be confident, in of
        disdain, disdain, for -
        admiration, admire, for -
        respect, respect, for -
        """,
        past=False,
    ),
    **_actions(
        """
        criticism, criticize, of -
        condemnation, condemn, of -
        endorsement, endorse, of -
        denunciation, denounce, of -
        praise, praise, for -, of -
        refusal, refuse, to to
        promise, promise, to to, of -
        pledge, pledge, to to, of -
        vow, vow, to to
        threat, threaten, to to
        offer, offer, to to, of -
        proposal, propose, to to
        demand, demand, for -
        call, call, for for
        appeal, appeal, for for
        denial, deny, of -
        rejection, reject, of -
        dismissal, dismiss, of -
        announcement, announce, of -
        disclosure, disclose, of -
        warning, warn, of of, about about
        admission, admit, of -
        description, describe, of -
        """,
        past=True,
    ),
    **_actions("commitment, be committed, to to", past=False, said=False),
    **_actions(
        """
        agreement, agree, to to
        decision, decide, to to
        failure, fail, to to
        """,
        past=True,
        said=False,
    ),
    **_actions(
        """
        invasion, invade, of -
        annexation, annex, of -
        occupation, occupy, of -
        acquisition, acquire, of -
        purchase, purchase, of -
        seizure, seize, of -
        withdrawal, withdraw, from from
        resignation, resign, as as
        arrival, arrive, in in, at at
        visit, visit, to -
        """,
        past=True,
        said=False,
    ),
}
"""What *X's* noun says that X does."""

EVENTS: Final = dict(
    pair.split(":")
    for pair in """
    abduction:abduct annexation:annex appointment:appoint arrest:arrest assassination:assassinate closure:close
    conviction:convict demolition:demolish deployment:deploy destruction:destroy detention:detain dismissal:dismiss
    eviction:evict execution:execute expulsion:expel extradition:extradite imprisonment:imprison indictment:indict
    invasion:invade kidnapping:kidnap killing:kill murder:murder poisoning:poison rape:rape removal:remove seizure:seize
    shooting:shoot slaughter:slaughter slaying:slay theft:steal torture:torture
    """.split()  # noqa: SIM905  (one list, read as one)
)
"""What *the* noun *of* somebody says was done to them."""

NEEDS: Final = frozenset({"need", "necessity"})
"""*the need for*: that there is one."""
