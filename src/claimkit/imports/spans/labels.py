"""Which labels of others mark claims, those who say them, and verdicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claimkit.errors import DataError

_SPEAKER = re.compile(r"(?<![a-z])(source|speaker|claimant|claimer)(?![a-z])")
_NO_CLAIM = re.compile(r"(no|non|not|un) ?(an? )?claim")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\W_]+")
_VERDICT_FIELD = re.compile(r"(?<![a-z])(verdict|veracity|rating|truth|truthfulness|truth value)(?![a-z])")
_VERDICT = re.compile(
    r"((mostly|half|partly|partially|largely|mainly|barely|completely|likely|probably) )?"
    r"(true|false|correct|incorrect|accurate|inaccurate)|mixture|mixed|pants on fire|(mostly |partly )?misleading|"
    r"supported|supports|refuted|refutes|unproven|unproved|unverified|unverifiable|not verifiable|not checkable|"
    r"not enough (evidence|info|information)|nei|insufficient evidence|"
    r"conflicting evidence( cherry ?picking)?|cherry ?picking|"
    r"missing context|lacks context|out of context|outdated|satire|disputed|debunked|fake|hoax|fabricated|altered|"
    r"exaggerated|no evidence|baseless|unfounded|legit|four pinocchios|distorted|untrue"
)


def spoken(label: str) -> str:
    """A label as words in small letters: ``MostlyTrue`` and ``mostly_true`` are *mostly true*."""
    return " ".join(_CAMEL.sub(" ", label).lower().split())


def is_speaker(label: str) -> bool:
    """Whether a label marks those who say something."""
    return bool(_SPEAKER.search(spoken(label)))


def is_verdict(label: str) -> bool:
    """Whether a label is one of the verdicts that fact-checkers and their data sets give."""
    return bool(_VERDICT.fullmatch(spoken(label)))


def asks_verdict(field: str) -> bool:
    """Whether a field, an attribute or a question is for verdicts, whatever the values are called."""
    return bool(_VERDICT_FIELD.search(spoken(field)))


def marking(seen: Iterable[str], wanted: Sequence[str], place: str) -> frozenset[str]:
    """The labels that mark claims: those wanted, else those that have *claim* in them, those of speakers not.

    Raises :class:`DataError`, which lists all labels, where there is none.
    """
    counts = Counter(seen)
    found = frozenset(wanted) & counts.keys() if wanted else frozenset(filter(_says_claim, counts))
    if found:
        return found
    if not counts:
        raise DataError("no span in it has a label", place=place, remedy="export it with its labelled spans")
    listed = ", ".join(f"{label!r} ({times})" for label, times in counts.most_common(20))
    asked = f"has the label {' or '.join(map(repr, wanted))}" if wanted else "has a label with 'claim' in it"
    raise DataError(
        f"no span in it {asked}; its labels are {listed}",
        place=place,
        remedy="--label names the label that marks claims",
    )


def _says_claim(label: str) -> bool:
    return "claim" in label.lower() and not is_speaker(label) and not _NO_CLAIM.match(spoken(label))
