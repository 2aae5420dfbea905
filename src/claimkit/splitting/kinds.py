"""What sort of statement a claim is, with the words that show it."""

from __future__ import annotations

import re

from claimkit.model.vocabulary import Kind
from claimkit.splitting.nominalizations import NEEDS
from claimkit.splitting.tree import Node

_NORMATIVE = frozenset({"should", "must", "ought", "shall"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_POSSIBLE = frozenset({"could", "may", "might"})
_EXPECTED = frozenset({"expect", "set", "likely", "go", "forecast", "project", "schedule", "predict"})
_OPINION = re.compile(
    r"""\b(I|we)\ (think|believe|feel|hope|love|hate|like|prefer)\b | \bin\ (my|our)\ (opinion|view)\b
    | \b(is|was|are|were)\ (so\ |very\ |truly\ |really\ )?(wonderful|terrible|awful|beautiful|disgusting|amazing|great
    | horrible|shameful|disgraceful|brilliant|stupid|evil)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def kind_of(
    text: str,
    head: Node | None = None,
    *,
    speech_act: str = "",
    is_saying: bool = False,
    is_reported: bool = False,
    modal: str = "",
) -> tuple[Kind, str]:
    """The kind of a claim with that text and that predicate, and the reason.

    ``speech_act`` is the verb that says it, where it tells of one; in reported speech *would* stands for *will*;
    ``modal`` is the one that the predicate shares with another.
    """
    if text.endswith("?"):
        return Kind.QUESTION, "it asks"
    judging = _OPINION.search(text)
    if judging:
        return Kind.OPINION, f"it judges: {judging[0].strip()!r}"
    if is_saying or speech_act:
        reason = f"it tells of a speech act: {speech_act!r}" if speech_act else "it says that somebody said something"
        return Kind.QUOTATION, reason
    return _by_verb(head, modal, is_reported=is_reported) if head else (Kind.FACT, "it states what is or was")


def _by_verb(head: Node, modal: str, *, is_reported: bool) -> tuple[Kind, str]:
    if head.pos == "NOUN" and head.lemma in NEEDS:
        return Kind.NORMATIVE, f"it says what ought to be: {head.text!r}"
    modals = [child.word for child in head.of("aux")] or [modal]
    ought = next((word for word in modals if word in _NORMATIVE), "") or _cue(head, frozenset({"need", "have"}))
    if ought:
        return Kind.NORMATIVE, f"it says what ought to be: {ought!r}"
    future = next((word for word in modals if word in _FUTURE or (is_reported and word == "would")), "")
    if future or (cue := _cue(head, _EXPECTED)):
        return Kind.PREDICTION, f"it speaks of the future: {future or cue!r}"
    possible = next((word for word in modals if word in _POSSIBLE), "")
    if possible:
        return Kind.OTHER, f"it speaks of what is possible: {possible!r}"
    return Kind.FACT, "it states what is or was"


def _cue(head: Node, verbs: frozenset[str]) -> str:
    """*has to*, *is expected to*, *is going to*: such a verb with its infinitive, as written; empty without."""
    bare = head.lemma == "go" and head.tag != "VBG"
    past = head.tag == "VBD" and (head.lemma in _EXPECTED or head.lemma == "have")
    if head.lemma not in verbs or bare or past:
        return ""
    after = [child for child in head.of("xcomp", "advcl", "ccomp") if child.index > head.index]
    infinitive = any(to.word == "to" for child in after for to in child.of("mark", "case"))
    yet = any(child.word == "yet" for child in head.of("advmod"))  # have yet to decide
    beside = (*head.of("aux"), *head.of("advmod"))
    unreal = any(child.tag == "MD" or child.word in {"not", "n't", "n’t"} for child in beside)  # would have to
    if not infinitive or yet or (unreal and head.lemma in {"need", "have"}):
        return ""
    return " ".join([*(child.text for child in head.of("aux", "aux:pass", "cop")), head.text, "to"])
