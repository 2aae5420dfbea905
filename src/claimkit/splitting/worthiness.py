"""How much a claim is worth checking: signs that can be named in words, each with a weight.

The signs are ours; the weights are those of a logistic regression on the ClaimBuster sentences (Arslan, Hassan, Li and
Tremayne 2020, CC BY 4.0), which people marked as check-worthy or not: ``training/worthiness.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path

from claimkit.model.claim import CheckWorthiness
from claimkit.splitting.tree import Node

WEIGHTS = Path(__file__).with_name("worthiness.json")

MAX_REASONS = 3
"""Reasons that are told: those that weigh most."""

SHORT = 8
"""Tokens below which a sentence is short."""

_TOLD = 0.2
"""What a sign must add or take away to be told, in log-odds."""

_SHOWN = 3
"""Words of the claim that a reason quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that makes a claim worth checking, or less so; ``reason`` says so in words, empty: it is not told."""

    name: str
    reason: str
    among: frozenset[str]
    read: Callable[[Node], str]
    """What of a token must be among those."""


_lemma, _tag, _entity = attrgetter("lemma"), attrgetter("tag"), attrgetter("entity")


def _lemmas(name: str, reason: str, words: str) -> Sign:
    return Sign(name=name, reason=reason, among=frozenset(words.split()), read=_lemma)


def _tags(name: str, reason: str, tags: str) -> Sign:
    return Sign(name=name, reason=reason, among=frozenset(tags.split()), read=_tag)


def _entities(name: str, reason: str, labels: str) -> Sign:
    return Sign(name=name, reason=reason, among=frozenset(labels.split()), read=_entity)


SIGNS: tuple[Sign, ...] = (
    _tags("number", "it gives a number", "CD"),
    _lemmas(
        "amount",
        "it gives an amount",
        """$ € £ % percent cent dollar euro pound million billion trillion thousand hundred half third quarter double
        triple twice rate number average total cost price tax deficit debt budget""",
    ),
    _lemmas(
        "time",
        "it says when",
        """year month week day decade century ago last since today yesterday january february march april june july
        august september october november december""",
    ),
    _lemmas(
        "quantity", "it says how many", "all every each most many few several none any no fewer much lot half only"
    ),
    _tags("comparison", "it compares", "JJR RBR JJS RBS"),
    _lemmas(
        "change",
        "it tells of a change",
        "than rise fall increase decrease grow drop double cut raise reduce gain lose decline",
    ),
    _lemmas(
        "cause", "it gives a cause", "because cause lead result due why reason effect create produce bring therefore"
    ),
    _lemmas(
        "vote",
        "it is about laws or votes",
        """vote veto bill law pass sign congress senate parliament elect legislation amendment act policy program
        programme court legislature""",
    ),
    _lemmas(
        "saying",
        "it tells what somebody said",
        "say tell claim announce report state call propose promise oppose support recommend ask",
    ),
    _lemmas("first-person", "it speaks of the speaker", "i me my mine myself"),
    _lemmas("we", "it speaks of us", "we us our ours let"),
    _lemmas("you", "it speaks to somebody", "you your yours"),
    _lemmas("others", "", "he she they him her them his their"),
    _lemmas("pointing", "", "this that it these those there"),
    _lemmas("possibility", "it says what could be", "would could can may might shall"),
    _lemmas("future", "it foretells", "will 'll ’ll going"),
    _lemmas("duty", "it says what ought to be", "should must ought need"),
    _lemmas(
        "opinion",
        "it gives an opinion or a wish",
        "think believe feel hope want like love know guess mean wish agree suppose sure",
    ),
    _lemmas(
        "courtesy",
        "it is a courtesy",
        """thank thanks sorry please welcome yes well okay oh good evening sir mr. mrs. senator governor president
        question minute""",
    ),
    _lemmas("condition", "it holds on a condition", "if whether unless"),
    _lemmas("denial", "it denies something", "not n't n’t never nobody nothing neither nor"),
    _lemmas(
        "judgement",
        "it judges",
        "good bad great terrible wrong right important best better worst strong weak wonderful fair true",
    ),
    _tags("past", "it tells what happened", "VBD"),
    _tags("participle", "it tells what was done", "VBN"),
    _lemmas("be", "", "be"),
    _lemmas("have", "", "have"),
    _tags("present", "it tells what is", "VBZ"),
    _tags("present-plural", "it tells what is", "VBP"),
    _tags("infinitive", "", "VB"),
    _tags("progressive", "", "VBG"),
    _tags("relative", "", "WP WRB WDT"),
    _tags("noun", "", "NN NNS"),
    _tags("name", "it names somebody or something", "NNP NNPS"),
    _tags("adjective", "", "JJ"),
    _tags("adverb", "", "RB"),
    _lemmas("question-mark", "it asks", "?"),
    _lemmas("quotation", "it quotes", '" “ ”'),
    _entities("person", "", "PERSON PER"),
    _entities("organization", "it names an organisation", "ORG"),
    _entities("place", "it names a place", "GPE LOC"),
    _entities("date", "it says when", "DATE TIME"),
)


def _names(read: Callable[[Node], str]) -> Mapping[str, list[str]]:
    """The signs that each lemma, tag or label bears."""
    signs = [sign for sign in SIGNS if sign.read is read]
    values = {value for sign in signs for value in sign.among}
    return {value: [sign.name for sign in signs if value in sign.among] for value in values}


_NAMED = {sign.name: sign for sign in SIGNS}
_LEMMAS, _TAGS, _ENTITIES = _names(_lemma), _names(_tag), _names(_entity)


def signs_of(nodes: Sequence[Node]) -> dict[str, float]:
    """How strongly each sign shows, by its name: the logarithm of one more than the tokens that bear it."""
    return dict.fromkeys((sign.name for sign in SIGNS), 0.0) | _strengths(_bearers(nodes), len(nodes))


def _bearers(nodes: Sequence[Node]) -> dict[str, list[Node]]:
    """The tokens that bear each sign that shows, by its name, in the order of :data:`SIGNS`."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        for names in (_LEMMAS.get(node.lemma), _TAGS.get(node.tag), _ENTITIES.get(node.entity)):
            for name in names or ():
                found.setdefault(name, []).append(node)
    return {name: found[name] for name in _NAMED if name in found}


def _strengths(bearers: Mapping[str, Sequence[Node]], length: int) -> dict[str, float]:
    found = {name: math.log1p(len(nodes)) for name, nodes in bearers.items()}
    found["length"], found["short"] = math.log1p(length), float(length < SHORT)
    return found


def worthiness(nodes: Sequence[Node]) -> CheckWorthiness:
    """The score from 0 to 1 of a claim with these tokens, to two places, and what made it, the weightiest first."""
    intercept, weights = _weights()
    bearers = _bearers(nodes)
    parts = {name: weights[name] * value for name, value in _strengths(bearers, len(nodes)).items()}
    score = 1 / (1 + math.exp(-intercept - sum(parts.values())))
    told = [sign for name in bearers if (sign := _NAMED[name]).reason and abs(parts[name]) >= _TOLD]
    told.sort(key=lambda sign: -abs(parts[sign.name]))
    reasons: dict[str, str] = {}
    for sign in told:
        if len(reasons) < MAX_REASONS and sign.reason not in reasons:
            reasons[sign.reason] = _reason(sign, bearers[sign.name], less=parts[sign.name] < 0)
    return CheckWorthiness(score=round(score, 2), reasons=tuple(reasons.values()))


def _reason(sign: Sign, bearers: Sequence[Node], *, less: bool) -> str:
    words = list(dict.fromkeys(node.text for node in bearers))
    quoted = ", ".join(f"“{word}”" for word in words[:_SHOWN])
    return f"{'less so: ' if less else ''}{sign.reason} ({quoted})"


@cache
def _weights() -> tuple[float, Mapping[str, float]]:
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return raw["intercept"], raw["weights"]
