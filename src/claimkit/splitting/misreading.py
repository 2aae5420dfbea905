"""Repairs of words that the parser took for other ones, so that a sentence lost its verb or a clause its noun."""

from __future__ import annotations

from claimkit.splitting.reporting import make_past
from claimkit.splitting.tree import NOMINAL, Node, Tree, is_finite, subject_of, subtree


def mend_misreadings(tree: Tree) -> None:
    """Repair the tree in place."""
    _verb_taken_for_noun(tree)
    _main_clause_lost(tree)
    _participle_taken_for_verb(tree)
    for node in tree.nodes:
        if node.word == "whose":
            _relative_lost(node)


def _verb_taken_for_noun(tree: Tree) -> None:
    """*The army shells the town*: after a noun, and right before another noun phrase, the word in -s is the verb."""
    verb = tree.root
    after = verb.after
    if verb.tag != "NNS" or verb.of("case", "cop", "nsubj", "acl:relcl") or not after or after.pos != "DET":
        return
    subject = next((child for child in verb.of("compound") if verb.before is child), None)
    thing = next((child for child in verb.of("appos", "obj", "nmod") if subtree(child)[0] is after), None)
    if subject is None or thing is None or not verb.word.endswith("s"):
        return
    verb.tag, verb.pos, verb.form = "VBZ", "VERB", "Fin"
    verb.lemma = verb.word.removesuffix("s")
    for child in [child for child in verb.children if child.index < subject.index]:
        child.attach(subject, child.dep)
    subject.attach(verb, "nsubj")
    thing.attach(verb, "obj")
    for child in verb.of("acl"):
        child.attach(verb, "advcl")


def _main_clause_lost(tree: Tree) -> None:
    """*Having won the vote, the party named Ms Lee*: the participle is no main clause, what follows its comma is."""
    first = tree.root
    if is_finite(first) or subject_of(first) or not any(node.tag == "VBG" for node in (first, *first.of("aux"))):
        return
    for verb in tree.nodes:
        noun = verb.head if verb.dep == "acl" else None
        if not noun or noun.pos not in NOMINAL or verb.before is not noun or verb.tag != "VBN":
            continue
        start = subtree(noun)[0]
        if start.text != "," and (start.before is None or start.before.text != ","):
            continue
        make_past(verb)
        if is_finite(verb):
            _exchange(first, noun, verb)
        return


def _participle_taken_for_verb(tree: Tree) -> None:
    """*The police chief, asked about it, declined*: between two commas, and with no *and* after it, no past tense."""
    first, noun = tree.root, subject_of(tree.root)
    comma = first.before
    if first.tag != "VBD" or first.of("aux", "cop") or noun is None or comma is None or comma.text != ",":
        return
    for verb in first.of("conj"):
        start = verb.before
        alone = not verb.of("cc") and not subject_of(verb) and is_finite(verb)
        if alone and start and start.text == "," and subtree(noun)[-1].index in {comma.index, comma.index - 1}:
            first.tag, first.form = "VBN", "Part"
            _exchange_aside(first, noun, verb)
            return


def _exchange_aside(first: Node, noun: Node, verb: Node) -> None:
    verb.attach(None, "ROOT")
    for child in [child for child in first.children if child.index > verb.index]:
        child.attach(verb, child.dep)
    noun.attach(verb, "nsubj")
    first.attach(noun, "acl")


def _exchange(first: Node, noun: Node, verb: Node) -> None:
    verb.attach(None, "ROOT")
    noun.attach(verb, "nsubj")
    for mark in first.of("punct"):
        if mark.index > verb.index:
            mark.attach(verb, "punct")
    for mark in noun.of("punct"):
        mark.attach(verb, "punct")
    first.attach(verb, "advcl")


def _relative_lost(pronoun: Node) -> None:
    """*said Maria Lopes, 29, whose baby is due*: nobody says the clause; it is about the name before it."""
    clause = pronoun.head.head if pronoun.head and pronoun.head.relation == "nsubj" else None
    comma = pronoun.before
    if clause is None or clause.relation not in {"ccomp", "parataxis", "conj", "advcl"} or not is_finite(clause):
        return
    noun = comma.before if comma and comma.text == "," else None
    while noun and noun.head and noun.relation in {"appos", "flat", "compound"} and noun.head.pos in NOMINAL:
        noun = noun.head
    if noun is None or noun.pos not in NOMINAL or subtree(clause)[0].index < noun.index or noun in subtree(clause):
        return
    clause.attach(noun, "acl:relcl")
