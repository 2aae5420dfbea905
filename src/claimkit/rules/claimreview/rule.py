"""A rule as data: its code, whose it is, what it says, where it is mended, and a test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from claimkit.model.config import Verdict
from claimkit.model.findings import Code, Severity
from claimkit.rules.claimreview.reading import Node, leaves, own_names, page, text_at


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
class Among:
    """How often the names, addresses and pages of ClaimReview objects occur in all of an article's."""

    names: Counter[str] = field(default_factory=Counter)
    addresses: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Among:
        """Those of the objects."""
        among = cls()
        for node in nodes:
            url = text_at(node, "url")
            among.names.update(own_names(node))
            among.addresses[url] += 1
            among.pages[page(url)] += 1
        return among


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a rule looks at: one object, the desk's scale, and what the article's ClaimReview objects share."""

    node: Node
    verdicts: tuple[Verdict, ...] = ()
    among: Among = field(default_factory=Among)

    @cached_property
    def leaves(self) -> list[tuple[str, object]]:
        """All values of the object that hold no others, with their paths: most rules ask for them."""
        return leaves(self.node)

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """The texts among them."""
        return [(path, value) for path, value in self.leaves if isinstance(value, str)]


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


def errors(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules whose breach is an error: what breaks one is not exported."""
    return tuple(rule for rule in rules if rule.severity is Severity.ERROR)


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
