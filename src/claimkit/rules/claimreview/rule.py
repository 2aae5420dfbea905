"""A rule as data: its code, whose it is, what it says, where it is mended, and a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from claimkit.model.config import Verdict
from claimkit.model.findings import Code, Severity

Node: TypeAlias = dict[str, Any]


class Place(StrEnum):
    """Where a person mends what breaks a rule."""

    WORDING = "wording"
    ATTRIBUTION = "attribution"
    ARTICLE = "article"
    VERDICT = "verdict"
    EVIDENCE = "evidence"
    LEDGER = "ledger"
    CONFIG = "config"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a rule looks at: one object, the desk's scale, and the ClaimReview objects of the article's other claims."""

    node: Node
    verdicts: tuple[Verdict, ...] = ()
    others: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. ``test`` yields what breaks it, which stands in ``message`` for ``{}``.

    ``source`` names who asks for it, and where.
    """

    code: Code
    source: str
    message: str
    place: Place
    test: Callable[[Subject], Iterator[str]]
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A rule that an object breaks, in words."""

    rule: Rule
    message: str


def breaches(subject: Subject, rules: tuple[Rule, ...]) -> list[Breach]:
    """What the object breaks, in the order of the rules; each message once, with the rule's source."""
    found = {
        f"{rule.message.replace('{}', wrong)} ({rule.source})": rule for rule in rules for wrong in rule.test(subject)
    }
    return [Breach(rule=rule, message=message) for message, rule in found.items()]
