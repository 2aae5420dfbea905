"""Sayings inside a claim: in relative, adverbial and participial clauses that stay where they are in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimkit.splitting.clauses import Clause, clause_of
from claimkit.splitting.expansion import Draft, expanded
from claimkit.splitting.lexicon import ATTITUDES, CUES, OBJECT_CONTROL, QUOTING, UNASSERTED
from claimkit.splitting.participles import restored
from claimkit.splitting.relatives import restrictive
from claimkit.splitting.saying import GOING_ON, Saying, asserted, can_speak
from claimkit.splitting.speakers import is_speaker
from claimkit.splitting.subjects import antecedent, own_subject, phrase, separated
from claimkit.splitting.tree import Node, Tree, ancestors, is_finite, quoted, subject_of, subtree
from claimkit.splitting.verbs import Group, Tense, finite, group_of, is_inverted, is_negated, is_plural, span_of
from claimkit.splitting.wording import Word

RULE = "embedded-saying"

_UNREAL = frozenset({"if", "whether", "unless", "until", "lest", "till", "without", "instead", "from", "than"})
_FALSE = frozenset({"false", "impossible", "unlikely", "untrue", "wrong"})
_WHEN = frozenset({"when", "where", "why", "how"})
_BEFORE_GERUND = frozenset({"after", "by", "for", "in", "while"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def embedded(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The claims of the sayings that none of the ``drafts`` of the sentence tells of."""
    found: list[Draft] = []
    within = quoted(tree)
    for verb in _by_depth(tree):
        told = any(verb in saying.cue for draft in (*drafts, *found) for saying in draft.chain)
        if told or verb.index in within or _unreal(verb):
            continue
        found += _told(verb, chain_around(verb, [*drafts, *found]))
    return found


def _by_depth(tree: Tree) -> list[Node]:
    """The verbs that can be a cue, those nearest to the root first."""
    verbs = [node for node in tree.nodes if node.pos == "VERB" and node.lemma in CUES and node.head]
    return sorted(verbs, key=lambda verb: (sum(1 for _ in ancestors(verb)), verb.index))


def chain_around(verb: Node, drafts: Sequence[Draft]) -> tuple[Saying, ...]:
    """The sayings in whose content the verb stands, outermost first."""
    around: list[tuple[Saying, ...]] = [()]
    for draft in drafts:
        for depth, saying in enumerate(draft.chain, start=1):
            if verb in saying.content:
                around.append(draft.chain[:depth])
    return max(around, key=len)


def _told(verb: Node, chain: tuple[Saying, ...]) -> list[Draft]:
    """The claims of the verb's own clause where they tell of a saying; else those of what it says."""
    clause = _clause(verb)
    if clause:
        told = expanded(clause, chain, 1)
        if any(len(draft.chain) > len(chain) for draft in told) and _speaks(verb, told[0]):
            return told
    return list(_contents(verb, chain))


def _speaks(verb: Node, first: Draft) -> bool:
    """Whether the first claim, that of the clause itself, is told by somebody; *people seeking asylum* tell nothing."""
    if not first.acts:
        return True
    wish = verb.lemma in ATTITUDES and verb.relation == "acl"
    return not wish and is_speaker(first.chain[-1].source)


def _contents(verb: Node, chain: tuple[Saying, ...]) -> Iterator[Draft]:
    """*for saying that it failed*: a clause of saying that is no sentence, but what it says is one."""
    source = [word.node for word in speaker(verb) if word.node]
    for content in verb.of("ccomp") if source and can_speak(source, verb) else ():
        inner = clause_of(content, "reported-content")
        if inner and asserted(verb, content):
            saying = Saying(source=tuple(source), cue=_cue(verb), content=tuple(subtree(content)))
            yield from expanded(inner, (*chain, saying), 1)


def _cue(verb: Node) -> tuple[Node, ...]:
    """The verb group; *was quoted as saying* is one."""
    above = verb.head
    if above is None or above.lemma not in QUOTING or not above.of("aux:pass"):
        return tuple(span_of(verb))
    first = span_of(above)[0].index
    return tuple(node for node in subtree(above) if first <= node.index <= verb.index)


def _clause(verb: Node) -> Clause | None:
    """The clause of the verb as a sentence of its own."""
    if verb.dep == "acl:relcl" and verb.head:
        noun = () if verb.head.of("cop") else antecedent(verb.head, before=subtree(verb)[0].index)
        return _named(restrictive(verb, noun))
    if subject_of(verb):
        return _bare(clause_of(verb, RULE))
    above, subject = verb.head, speaker(verb)
    around = next((node for node in ancestors(verb) if is_finite(node)), None)
    group = group_of(around, subject) if around else None
    if above is None or group is None or verb.tag != "VBG" or verb.relation not in {"acl", "advcl"}:
        return None
    if any(mark.word in _BEFORE_GERUND for mark in verb.of("mark", "case")):
        return _gerund(verb, subject, group)
    if verb.relation == "advcl" and not separated(verb):
        return None
    if verb.relation == "acl":
        group = replace(group, plural=is_plural(subject))
    return _named(restored(verb, Clause(head=above, rule=RULE, subject=subject, group=group), subject))


def _gerund(verb: Node, subject: tuple[Word, ...], group: Group) -> Clause | None:
    """*was held in contempt for refusing to testify*: he refused to."""
    if any(mark.word == "for" for mark in verb.of("mark", "case")):
        things = verb.head.of("obj") if verb.head else []
        if things and any(node.pos == "PRON" or node.tag == "PRP$" for node in subtree(verb)):
            return None  # thanked him for backing his bill: whose?
        subject = phrase(things[0]) if things else subject
    words = finite(verb, group) if subject and not verb.of("aux") and group.tense is not Tense.MODAL else None
    if words is None:
        return None
    swap: dict[int, tuple[Word, ...]] = {mark.index: () for mark in verb.of("mark", "case")}
    swap[verb.index] = words[-1:]
    return Clause(head=verb, rule=RULE, subject=subject, group=group, lead=(*subject, *words[:-1]), swap=swap)


def _bare(clause: Clause | None) -> Clause | None:
    """Without what leads it in: *shortly after*, *when*."""
    if clause is None:
        return None
    subject = subject_of(clause.head)
    marks = [child for child in clause.head.of("mark", "advmod") if child.dep == "mark" or child.word in _WHEN]
    last = max((mark.index for mark in marks if subject and mark.index < subject.index), default=-1)
    gone: dict[int, tuple[Word, ...]] = {node.index: () for node in subtree(clause.head) if node.index <= last}
    return replace(clause, swap={**clause.swap, **gone})


def _named(clause: Clause | None) -> Clause | None:
    return replace(clause, rule=RULE) if clause else None


def speaker(verb: Node) -> tuple[Word, ...]:
    """The words of the one who acts, wherever the sentence names them; empty where it does not."""
    subject, above = subject_of(verb), verb.head
    if subject and not (subject.tag in _RELATIVE and verb.relation == "acl"):
        return () if subject.dep == "nsubj:pass" else own_subject(verb)
    if verb.of("aux:pass") or above is None:
        return ()
    if verb.relation == "acl":
        return antecedent(above, before=subtree(verb)[0].index) if subject or verb.tag == "VBG" else ()
    return _shared_subject(verb, above)


def _shared_subject(verb: Node, above: Node) -> tuple[Word, ...]:
    """The subject that the verb above shares with this one: its own, or its object where that one is told to act."""
    things = above.of("obj", "iobj") if verb.relation == "xcomp" and above.lemma in OBJECT_CONTROL else []
    if things:
        return phrase(things[0])
    subject = subject_of(above)
    if verb.tag == "VBG" and subject and subject.dep == "nsubj:pass":
        return own_subject(above)
    return speaker(above) if verb.relation in {"conj", "xcomp", "advcl"} and above.pos in {"VERB", "ADJ"} else ()


def _unreal(verb: Node) -> bool:
    """Whether the sentence does not say that the verb's clause holds: a condition, a question, what is denied."""
    held = True  # whether what the clause around says of it reaches down to the verb
    for node in (verb, *ancestors(verb)):
        modal = any(aux.tag == "MD" for aux in node.of("aux"))
        inverted = node.relation == "advcl" and is_inverted(node)
        unsure = inverted or any(mark.word in _UNREAL for mark in node.of("mark", "case"))
        if unsure or (held and (modal or is_negated(node))):
            return True
        held = node.relation in {"ccomp", "xcomp"} or (node.relation == "conj" and held)
        if node.head and node.relation in {"ccomp", "csubj"} and node.head.lemma in _FALSE:
            return True
        if held and node.head and (node.head.lemma in UNASSERTED or not _happens(node, node.head)):
            return True
    return False


def _happens(verb: Node, above: Node) -> bool:
    """Whether an infinitive is told as done: *went on to say*, not *refused to say* nor *threatened to*."""
    return verb.relation != "xcomp" or above.lemma in GOING_ON or verb.tag != "VB"
