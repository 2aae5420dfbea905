"""Repairs of main clauses whose predicate or subject the parser took for another."""

from __future__ import annotations

from claimkit.splitting.tree import NOMINAL, VERBAL, Node, Tree, ancestors, is_finite, subject_of, subtree

_UNCHANGED = frozenset({"beat", "cast", "cost", "cut", "hit", "hurt", "let", "put", "read", "set", "shut", "spread"})
"""Verbs whose past looks like their infinitive."""


def mend_predicates(tree: Tree) -> None:
    """Repair the tree in place."""
    _finite_taken_for_infinitive(tree.root)
    _predicative_taken_for_subject(tree)
    _subject_taken_for_root(tree)
    _copula_below(tree)
    _noun_behind_predicate(tree)
    _adjectives_before_noun(tree)
    for node in tree.nodes:
        if node.tag == "NNS" and node.relation == "conj":
            _verb_taken_for_conjunct(node)


def _finite_taken_for_infinitive(verb: Node) -> None:
    """*it cost 3 million*: a verb with its subject and no auxiliary is none."""
    subject = subject_of(verb)
    if verb.tag != "VB" or verb.lemma not in _UNCHANGED or subject is None or verb.of("aux", "mark", "cop"):
        return
    if verb.before is subject or subject.of("expl") or subject.relation in {"expl", "csubj"}:
        verb.tag, verb.form = "VBD", "Fin"


def _subject_taken_for_root(tree: Tree) -> None:
    """*Heaven - the film - is a comedy* with *Heaven* as the root: what has the copula is, and *Heaven* is its subject.

    Where the predicate has a subject, the noun is told of that: *Peanut farmer, he was a member of the party*.
    """
    noun = tree.root
    if noun.pos not in NOMINAL or noun.of("cop", "nsubj", "aux", "case") or subtree(noun)[0].index < 0:
        return
    predicate = next(iter(noun.of("parataxis")), None)
    if predicate is None or predicate.index < noun.index or not is_finite(predicate):
        return
    subject = subject_of(predicate)
    start = subtree(predicate)[0]
    comma = start if start.text == "," else start.before
    beside = subject is not None and comma is not None and comma.text == "," and comma.before is noun
    if not beside and (subject is not None or not predicate.of("cop")):
        return
    predicate.attach(None, "ROOT")
    noun.attach(predicate, "advcl" if beside else "nsubj")
    for child in [child for child in noun.children if child.index > predicate.index]:
        child.attach(predicate, child.dep)


def _adjectives_before_noun(tree: Tree) -> None:
    """*It is a high, imperative and strong language* with *high* as the root: the last noun of the list is."""
    first = tree.root
    members = first.of("conj")
    last = members[-1] if members else None
    if last is None or last.pos != "NOUN" or not first.of("cop") or not first.of("det") or len(members) < 2:
        return
    adjective = next((child for child in last.of("amod") if child.index < last.index), None)
    others = [member for member in members if member is not last]
    apart = last.of("det", "nsubj", "cop", "case") or any(member.pos not in {"ADJ", "VERB"} for member in others)
    if adjective is None or apart:
        return
    last.attach(None, "ROOT")
    for child in list(first.children):
        if child.relation in {"nsubj", "cop", "det", "aux", "advmod"} or child.index > last.index:
            child.attach(last, child.dep)
    for tie in last.of("cc"):
        tie.attach(adjective, "cc")
    first.attach(last, "amod")
    adjective.attach(first, "conj")


def _verb_taken_for_conjunct(noun: Node) -> None:
    """*is based on a book and stars Ann Lee*: what has an object is a verb, beside the verb before it."""
    above = noun.head
    if not noun.of("obj") or noun.of("det", "case") or above is None:
        return
    verb = next((node for node in ancestors(noun) if node.pos in VERBAL and subject_of(node)), None)
    if verb is None or noun.before is None or noun.before.word != "and":
        return
    noun.tag, noun.pos, noun.form = "VBZ", "VERB", "Fin"
    noun.attach(verb, "conj")


def _predicative_taken_for_subject(tree: Tree) -> None:
    """*A former teacher, Ms Lee was elected* with *teacher* as the subject: the name after the comma is."""
    first = next((node for node in tree.nodes if node.pos == "NOUN" and node.relation == "nsubj"), None)
    verb = first.head if first else None
    if first is None or verb is None or subtree(first)[0].before is not None:
        return
    if not any(det.word in {"a", "an"} for det in first.of("det")):
        return
    others = [*first.of("appos"), *(child for child in verb.of("nsubj") if child is not first)]
    for other in others:
        branch = subtree(other)
        comma = branch[0] if branch[0].text == "," else branch[0].before
        start = min(
            [verb.index, *(child.index for child in verb.of("aux", "cop", "advmod") if child.index > other.index)]
        )
        if comma and comma.text == "," and branch[-1].index + 1 == start and other.pos in {"PROPN", "PRON"}:
            other.attach(verb, first.dep)
            first.attach(verb, "advcl")
            return


def _copula_below(tree: Tree) -> None:
    """*The F-35 is a capable aircraft* with *is* hung from *capable*: it belongs to the noun that is the root."""
    noun = tree.root
    if noun.pos not in NOMINAL or noun.of("cop"):
        return
    for copula in tree.nodes[: noun.index]:
        below = copula.head
        if copula.dep != "cop" or below is None or below.head is not noun or below.relation not in {"amod", "compound"}:
            continue
        copula.attach(noun, "cop")
        _subject_before(noun, copula)
        return


def _subject_before(noun: Node, copula: Node) -> None:
    before = [child for child in noun.of("nsubj", "compound", "nmod") if child.index < copula.index]
    if before and not noun.of("nsubj"):
        subject = before[-1]
        subject.attach(noun, "nsubj")
        for child in [child for child in noun.of("det", "amod", "compound") if child.index < subject.index]:
            child.attach(subject, child.dep)


def _noun_behind_predicate(tree: Tree) -> None:
    """*It is a crime thriller film* with *film* beside *thriller*: the last noun of the phrase is its head."""
    first = tree.root
    noun = first.after
    if noun is None or noun.relation != "appos" or noun.head is not first or not first.of("cop"):
        return
    if {first.pos, noun.pos} != {"NOUN"}:
        return
    noun.attach(None, "ROOT")
    for child in list(first.children):
        if child.index > noun.index or child.relation in {"nsubj", "cop", "det", "aux", "advmod"}:
            child.attach(noun, child.dep)
    first.attach(noun, "compound")
