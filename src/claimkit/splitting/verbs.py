"""The verb group of a clause: its tense, its auxiliaries, and a finite form for one of its participles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from claimkit.splitting import inflection
from claimkit.splitting.lexicon import INTRANSITIVE, STATIVE
from claimkit.splitting.tree import Node, subject_of, subtree
from claimkit.splitting.wording import Word

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})


class Tense(Enum):
    """What a participle takes over from the clause that it hangs from."""

    PRESENT = auto()
    PAST = auto()
    PERFECT = auto()
    PLUPERFECT = auto()
    PROGRESSIVE = auto()
    MODAL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The finite frame of a clause: tense, the number of its subject, and the modal where there is one."""

    tense: Tense
    plural: bool
    modal: str = ""


def group_of(head: Node, subject: Sequence[Word]) -> Group | None:
    """The frame of the clause; None where it has none (an infinitive, a lost auxiliary)."""
    verbs = [*head.of("aux", "cop"), head]
    first = next((verb for verb in verbs if verb.tag in {"VBD", "VBZ", "VBP", "MD"}), None)
    if first is None:
        return None
    plural = _plural(first, subject)
    if first.tag == "MD":
        return Group(tense=Tense.MODAL, plural=plural, modal=first.word)
    past = first.tag == "VBD"
    if first.lemma == "have" and first is not head:
        return Group(tense=Tense.PLUPERFECT if past else Tense.PERFECT, plural=plural)
    if first.lemma == "be" and head.tag == "VBG" and not past:
        return Group(tense=Tense.PROGRESSIVE, plural=plural)
    return Group(tense=Tense.PAST if past else Tense.PRESENT, plural=plural)


def is_negated(head: Node) -> bool:
    """Whether the clause is denied."""
    subject = subject_of(head)
    first = subject.index if subject and subject.index < head.index else -1  # is not, she wrote
    found = [child for child in head.children if child.word in _NEGATIONS]
    return any(child.index > first or child.word not in {"not", "n't", "n’t"} for child in found)


def is_inverted(head: Node) -> bool:
    """*Had the mayor said so, ...*, *should it rain*: an *if* without the word."""
    subject, first = subject_of(head), next(iter(head.of("aux", "cop")), None)
    if first is None or subject is None:
        return False
    return first.index < subject.index and first.word in {"had", "should", "were"}


def finite(participle: Node, group: Group) -> tuple[Word, ...] | None:
    """A participle as the finite verb of a clause of its own; None where that cannot be told."""
    auxiliaries = participle.of("aux", "cop")
    if is_negated(participle) or len(auxiliaries) > 1:
        return None
    if auxiliaries:
        return _auxiliary_form(auxiliaries[0], group)
    if participle.tag == "VBN":
        return _passive(participle, group)
    return _active(participle, group) if participle.tag == "VBG" else None


def replaced(participle: Node) -> Node:
    """The token whose place the finite form takes: the auxiliary where there is one."""
    return next(iter(participle.of("aux", "cop")), participle)


def _plural(verb: Node, subject: Sequence[Word]) -> bool:
    """The number of the subject: what the verb shows, else what the words show."""
    if verb.word in {"are", "were", "have", "do"} or verb.tag == "VBP":
        return True
    if verb.tag == "VBZ" or verb.word == "was":
        return False
    return is_plural(subject)


def is_plural(subject: Sequence[Word]) -> bool:
    """The number of a noun phrase, as its words show it."""
    nodes = [word.node for word in subject if word.node]
    inside = {node.index for node in nodes}
    head = next((node for node in nodes if not node.head or node.head.index not in inside), None)
    if head is None or head.text in {"States", "Nations"}:
        return False
    joined = any(child.index in inside for child in head.of("conj"))
    return joined or head.number == "Plur" or head.word in {"they", "we", "you", "i"}


def _auxiliary_form(auxiliary: Node, group: Group) -> tuple[Word, ...] | None:
    """*having won* as *has won* or *had won*, *being held* as *is held*."""
    if auxiliary.tag != "VBG" or group.tense is Tense.MODAL:
        return None
    past = group.tense in {Tense.PAST, Tense.PLUPERFECT}
    form = "had" if past and auxiliary.lemma == "have" else inflection.present(auxiliary.lemma, plural=group.plural)
    if past and auxiliary.lemma == "be":
        form = inflection.be(is_past=True, plural=group.plural)
    return (Word(form=form, node=auxiliary),)


def is_past(participle: Node, group: Group) -> bool:
    """Whether a passive participle tells what was: all but those of a state (*located*) in a clause of the present."""
    return participle.lemma not in STATIVE or group.tense in {Tense.PAST, Tense.PLUPERFECT}


def _passive(participle: Node, group: Group) -> tuple[Word, ...]:
    verb = inflection.be(is_past=is_past(participle, group), plural=group.plural)
    return (Word(form=verb), Word.of(participle))


def _active(participle: Node, group: Group) -> tuple[Word, ...]:
    lemma, gerund = participle.lemma, participle.word
    perfect = inflection.past_participle(lemma, gerund)
    forms = {
        Tense.PRESENT: (inflection.present(lemma, plural=group.plural),),
        Tense.PAST: (_past(lemma, gerund, plural=group.plural),),
        Tense.PERFECT: ("have" if group.plural else "has", perfect),
        Tense.PLUPERFECT: ("had", perfect),
        Tense.PROGRESSIVE: (inflection.be(is_past=False, plural=group.plural), gerund),
        Tense.MODAL: (group.modal, lemma),
    }[group.tense]
    return (*(Word(form=form) for form in forms[:-1]), Word(form=forms[-1], node=participle))


def _past(lemma: str, gerund: str, *, plural: bool) -> str:
    return inflection.be(is_past=True, plural=plural) if lemma == "be" else inflection.past(lemma, gerund)


def shared_auxiliaries(first: Node, conjunct: Node) -> tuple[Word, ...] | None:
    """The auxiliaries of ``first`` that a conjunct without its own needs; None where the two do not go together."""
    shared = [child for child in first.of("aux") if child.index < first.index]
    forms = [child for child in shared if child.lemma in {"have", "be"}]
    own_object = bool(conjunct.of("obj")) and not first.of("obj")  # was founded and joined the league
    active = conjunct.tag == "VBD" and (own_object or conjunct.lemma in INTRANSITIVE)
    participle = first.tag == "VBN" and forms and not active
    finite_already = conjunct.tag in {"VBZ", "VBP"} or (conjunct.tag == "VBD" and not participle)
    if conjunct.of("aux", "cop") or finite_already:
        return ()
    if is_negated(first) and shared:
        return None  # whether the negation reaches the conjunct is not told
    if conjunct.tag in {"VBN", "VBD"}:
        return _before_participle(first, conjunct, shared)
    progressive = conjunct.tag == first.tag == "VBG" and bool(forms)
    infinitive = conjunct.tag == first.tag == "VB" and any(child.tag == "MD" for child in shared)
    return tuple(map(Word.of, shared)) if progressive or infinitive else None


def _before_participle(first: Node, conjunct: Node, shared: list[Node]) -> tuple[Word, ...] | None:
    if not shared:
        return () if first.tag in {"VBD", "VBN"} else None
    if first.tag == "VBG":  # has been monitoring and advocated: only "has" goes on
        kept = [child for child in shared if child.lemma == "have"]
        return tuple(map(Word.of, kept)) if kept else ()
    active = conjunct.tag == "VBD" and conjunct.of("obj", "iobj") and first.of("aux:pass")  # was hit and lost a wheel
    return tuple(map(Word.of, shared)) if first.tag == "VBN" and not active else ()


def span_of(head: Node) -> list[Node]:
    """The verb with the auxiliaries and particles that touch it: what a cue is."""
    near = {
        node.index: node for node in [head, *head.of("aux"), *head.of("compound")] if node.pos in {"VERB", "AUX", "ADP"}
    }
    low = high = head.index
    while low - 1 in near:
        low -= 1
    while high + 1 in near:
        high += 1
    return [node for node in subtree(head) if low <= node.index <= high]
