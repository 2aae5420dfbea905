"""Findings that a reviewer passed over, with a reason: on a claim anybody may, on a review only whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimkit.annotations.dossiers import Dossier
from claimkit.model.findings import IGNORABLE, Code, Finding, Severity
from claimkit.rules.about import claim_of, reviewer_of

Place = tuple[str, int, int]
"""Where one stands: its file, the place of its review, its own place in that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignores:
    """What the reviews of an article pass over, by claim and code, with who does and where."""

    dossier: Dossier
    given: dict[tuple[str, str], list[tuple[str, Place]]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Ignores:
        """All that stand in the reviewers' files."""
        found = cls(dossier=dossier)
        for document in dossier.reviews:
            for index, review in enumerate(document.item.reviews):
                for at, ignored in enumerate(review.ignored):
                    place = (str(document.path), index, at)
                    key = (review.claim, ignored.code)
                    found.given.setdefault(key, []).append((document.item.reviewer.id, place))
        return found

    def over(self, finding: Finding) -> list[Place]:
        """Where it is passed over; empty where it is not."""
        if not self.given or finding.code not in IGNORABLE:
            return []
        who = reviewer_of(self.dossier, finding)
        key = (claim_of(self.dossier, finding), str(finding.code))
        return [place for reviewer, place in self.given.get(key, []) if who in {"", reviewer}]

    def heeded(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that nobody passed over."""
        return (finding for finding in findings if not self.over(finding))

    def idle(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """A note for each that passes over nothing."""
        used = {place for finding in findings for place in self.over(finding)}
        for (_, code), reviews in self.given.items():
            for _, (file, index, at) in reviews:
                if (file, index, at) not in used:
                    message = (
                        f"nothing is found that has the code {code}; take it away, it would hide what comes"
                        if code in IGNORABLE
                        else f"no review can pass over {code}; take it away"
                    )
                    path = ("reviews", index, "ignored", at)
                    yield Finding(
                        code=Code.UNUSED_IGNORE, message=message, file=file, path=path, severity=Severity.NOTE
                    )
