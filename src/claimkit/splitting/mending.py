"""Repairs of faults that the parser makes often and that the words themselves show to be faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from claimkit.splitting.conjuncts import mend_lists
from claimkit.splitting.inflection import past
from claimkit.splitting.lexicon import SAYING
from claimkit.splitting.misreading import mend_misreadings
from claimkit.splitting.predicates import mend_predicates
from claimkit.splitting.reporting import mend_reporting
from claimkit.splitting.subjects import follows
from claimkit.splitting.tree import NOMINAL, VERBAL, Node, Tree, ancestors, is_clause, is_finite, subject_of, subtree

_CONJUNCTIONS = frozenset({"after", "before", "because", "since", "as", "until"})
_CIRCUMSTANTIAL = frozenset({"amid", "despite", "during", "following", "after", "before", "since", "until"})


def mend(tree: Tree) -> None:
    """Repair the tree in place. Each repair is told by its function; one that does not fit changes nothing."""
    mend_predicates(tree)
    mend_lists(tree)
    mend_misreadings(tree)
    _verb_taken_for_aside(tree)
    for node in tree.nodes:
        if node.dep == "amod":
            _verb_taken_for_participle(node)
    for node in tree.nodes:
        if node.pos == "VERB":
            _preposition_for_conjunction(tree, node)
            _lost_subject(tree, node)
        if len(node.children) > 1:
            _two_subjects(node)
        for repair in _BY_RELATION.get(node.relation, ()):
            repair(node)
    mend_reporting(tree)


def _verb_taken_for_participle(node: Node) -> None:
    """*The US and India have deepened ties* read as *deepened ties*: a modifier with an auxiliary is the verb.

    So is *Bees pollinate crops*: a modifier with a subject of its own, in a sentence that has no other verb.
    """
    noun = node.head
    if not noun or noun.index < node.index or not node.of("nsubj"):
        return
    bare = noun.head is None and not node.of("aux") and not noun.of("cop", "aux", "nsubj") and node.tag == "JJ"
    if bare:
        node.tag, node.pos, node.form, node.lemma = "VBP", "VERB", "Fin", node.word
    elif not node.of("aux"):
        return
    node.attach(noun.head, noun.dep)
    for child in [child for child in noun.children if child.index < node.index]:
        child.attach(node, child.dep)
    later = ("acl", "advcl", "obl", "nmod", "punct")
    for child in [child for child in noun.of(*later) if child.index > noun.index]:
        relation = {"acl": "advcl", "nmod": "obl"}.get(child.relation, child.dep)
        child.attach(node, relation)
    noun.attach(node, "obj")


def _two_subjects(node: Node) -> None:
    """*Federico* and *Fellini*, *designer* and *Fellini* read as two subjects of one verb: they are one name."""
    subjects = node.of("nsubj")
    for first, second in pairwise(subjects):
        if first.pos in {"NOUN", "PROPN"} and second.pos == "PROPN" and second.before is first:
            second.attach(first, "flat")


def _circumstance(node: Node) -> None:
    """*..., amid escalating tensions*: after a comma it belongs to the clause, not to the noun before it."""
    case = node.of("case")
    if not case or case[0].word not in _CIRCUMSTANTIAL:
        return
    before = case[0].before
    verb = next((above for above in ancestors(node) if is_clause(above)), None)
    if verb and before and before.text == ",":
        node.attach(verb, "obl")


def _verb_taken_for_aside(tree: Tree) -> None:
    """*Biden, who is in Warsaw, called on ...* read as a noun with two asides: the second is the verb."""
    noun = tree.root
    if noun.pos not in NOMINAL or noun.of("cop", "nsubj", "cc"):
        return
    relatives = [child for child in noun.children if child.dep == "acl:relcl"]
    for verb in noun.of("acl"):
        after = bool(relatives) and verb.index > relatives[0].index and follows(verb, marks=",")
        if after and verb.tag in {"VBN", "VBD"} and verb.word == past(verb.lemma, verb.word) and not verb.of("aux"):
            verb.tag, verb.form = "VBD", "Fin"
            verb.attach(None, "ROOT")
            noun.attach(verb, "nsubj")
            return


def _preposition_for_conjunction(tree: Tree, verb: Node) -> None:
    """*after the newspaper had published* read as *after the newspaper*: a finite verb follows, so it is a clause."""
    if verb.dep == "ROOT" or not is_finite(verb):
        return
    first = min([verb.index, *(child.index for child in verb.of("aux"))])
    noun = next(iter(verb.of("nsubj")), None) or _noun_before(tree, first)
    case = noun.of("case")[0] if noun and noun.of("case") else None
    if noun is None or case is None or case.word not in _CONJUNCTIONS or noun.index > verb.index:
        return
    if any(above is noun for above in ancestors(verb)):
        return
    if verb.of("nsubj") and noun.head is not verb:
        return
    noun.attach(verb, "nsubj")
    case.attach(verb, "mark")
    if verb.relation == "ccomp":
        verb.attach(verb.head, "advcl")


def _speech_in_speech(node: Node) -> None:
    """*said that she would resign, adding that ...*: who adds is who said, not who resigns."""
    if node.tag != "VBG" or node.lemma not in SAYING or not node.of("ccomp"):
        return
    above = node.head
    while above and above.relation not in {"ccomp", "ROOT"}:
        above = above.head
    verb = above.head if above else None
    if verb and verb.lemma in SAYING and verb.index < node.index:
        node.attach(verb, "advcl")


def _lost_subject(tree: Tree, node: Node) -> None:
    """*During his call with Rubio, Prime Minister Sharif reaffirmed*: the name after the comma is the subject."""
    if node.relation not in {"ROOT", "root", "ccomp", "parataxis"} or subject_of(node):
        return
    if not is_finite(node):
        return
    first = min([node.index, *(child.index for child in node.of("aux"))])
    name = _noun_before(tree, first)
    if not name or not name.head or name.head.index >= name.index:
        return
    start = _start_after_comma(tree, name)
    if start is None or any(above is name for above in ancestors(node)):
        return
    for part in tree.nodes[start : name.index]:
        if part.head and not start <= part.head.index <= name.index:
            part.attach(name, part.dep)
    name.attach(node, "nsubj")


def _noun_before(tree: Tree, index: int) -> Node | None:
    index -= 1
    while index >= 0 and tree.nodes[index].pos == "ADV":
        index -= 1
    found = tree.nodes[index] if index >= 0 else None
    return found if found and found.pos in NOMINAL else None


def _start_after_comma(tree: Tree, name: Node) -> int | None:
    """Where the noun phrase that ends with ``name`` starts, if a comma stands right before it."""
    start = name.index
    while start > 0 and tree.nodes[start - 1].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
        start -= 1
    return start if start > 0 and tree.nodes[start - 1].text == "," else None


def _second_oblique(node: Node) -> None:
    """*spoken with A and B* read as two obliques: the second has *and* and no preposition, so it is a conjunct."""
    if node.pos not in NOMINAL or not node.head or node.head.pos not in VERBAL or is_clause(node) or node.of("case"):
        return
    branch = subtree(node)
    if branch[0].word != "and":
        return
    for sister in node.head.of("obl", "obj"):
        if sister.index < node.index and subtree(sister)[-1].index == branch[0].index - 1:
            branch[0].attach(node, "cc")
            node.attach(sister, "conj")
            return


_BY_RELATION: Mapping[str, tuple[Callable[[Node], None], ...]] = {
    "advcl": (_speech_in_speech,),
    "conj": (_second_oblique,),
    "nmod": (_circumstance,),
    "obj": (_second_oblique,),
    "obl": (_second_oblique,),
}
"""The repairs of a word that hangs from its head by that relation, in their order."""
