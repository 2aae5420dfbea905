"""Repairs around verbs of saying: the clause of saying after what is said, and what the speaker does besides."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.splitting.lexicon import (
    EVENT_PARTICIPLES,
    SAYING,
    SUBORDINATORS,
)
from claimkit.splitting.reported import after_quotation, make_past, mend_content, own_predicate
from claimkit.splitting.tree import NOMINAL, Node, Tree, ancestors, is_finite, subject_of, subtree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BOUNDS = frozenset({",", '"', "”", "''", "–", "—"})
_NO_SPEAKER = SUBORDINATORS | {"and", "but", "or", "it", "there", "this", "which", "whose", "whom"}


def mend_reporting(tree: Tree) -> None:
    """Repair the tree in place, where the words themselves show what the parser missed."""
    for node in tree.nodes:
        if node.lemma in SAYING and node.pos == "VERB" and not _compared(node):
            mend_content(node)
            _said_inverted(tree, node)
            _said_as_relative(node)
            _subject_of_said(tree, node)
            _said_within(node)
            _said_between(node)
            after_quotation(tree, node)
            _said_after(tree, node)
        if node.relation == "conj":
            own_predicate(node)


def _compared(verb: Node) -> bool:
    """*£9 million more than the council had estimated*: a measure that somebody gave, and nobody says the clause."""
    return any(mark.word == "than" for mark in verb.of("mark", "case")) and not verb.of("ccomp")


def _said_inverted(tree: Tree, verb: Node) -> None:
    """*Debates are not likely to matter, noted Dante Chinni*: who says it stands behind the verb, and nothing after."""
    said = verb.head
    subject = subject_of(verb) or _name_behind(tree, verb)
    if subject is None or said is None or verb.relation not in {"advcl", "parataxis", "conj", "acl"}:
        return
    comma = verb.before
    alone = comma is not None and comma.text in {",", '"', "”"} and verb.index < subject.index
    said = said if verb.relation != "acl" else next((node for node in ancestors(verb) if is_finite(node)), None)
    if not alone or said is None or said.head is not None or said.index > verb.index or verb.of("ccomp", "mark"):
        return
    make_past(verb)
    last = subtree(verb)[-1].index
    rest = (child for child in said.children if child.index > last)
    if is_finite(verb) and all(child.is_punctuation or child is subject for child in rest):
        subject.attach(verb, "nsubj")
        verb.attach(said, "parataxis")
        _as_main_clause(verb, said)


def _name_behind(tree: Tree, verb: Node) -> Node | None:
    """The name that is all that stands behind the verb."""
    rest = [node for node in tree.nodes[verb.index + 1 :] if not node.is_punctuation]
    inside = {node.index for node in rest}
    heads = [node for node in rest if not node.head or node.head.index not in inside]
    named = bool(rest) and all(node.pos == "PROPN" for node in rest)
    return heads[0] if named and len(heads) == 1 and not verb.of("obj", "obl", "xcomp") else None


def _said_as_relative(verb: Node) -> None:
    """*The museum, Mr Bush said, celebrated several heroes*: between commas, without a pronoun, it is no relative."""
    noun, subject = verb.head, subject_of(verb)
    clause = noun.head if noun and verb.relation == "acl" and noun.relation == "nsubj" else None
    if noun is None or clause is None or subject is None or not is_finite(verb) or verb.of("ccomp", "obj", "xcomp"):
        return
    branch = [node for node in subtree(verb) if not node.is_punctuation]
    first, last = branch[0].before, branch[-1].after
    plain = branch[0] in subtree(subject) and not any(node.tag in {"WDT", "WP", "WP$", "WRB"} for node in branch)
    if plain and first and last and first.text == last.text == "," and last.index < clause.index:
        verb.attach(clause, "parataxis")


def _said_after(tree: Tree, verb: Node) -> None:
    """*..., the board announced on Tuesday, ending ...*: whose words they are, told after them or between them."""
    source = _source_before(tree, verb)
    said = _clause_before(tree, source[0].index) if source else None
    if not said or (verb.head and (_says_more(verb) or _is_below(said, verb))):
        return
    noun = _head_of(source, verb)
    if noun is None or _is_below(said, noun) or (verb.head is None and said.head is not verb):
        return
    make_past(verb)
    if not is_finite(verb):
        return
    if verb.head:
        verb.attach(said, "parataxis")
    _gather(noun, source)
    noun.attach(verb, "nsubj")
    _ending(tree, verb, said)
    _as_main_clause(verb, said)


def _gather(noun: Node, source: Sequence[Node]) -> None:
    """Hang what the parser tore from the speaker's phrase under its noun again."""
    inside = {node.index for node in source}
    comma = next((node.index for node in source if node.text == "," and node.index > noun.index), source[-1].index)
    for part in source:
        if part is noun or (part.head and part.head.index in inside):
            continue
        named = part.pos == "PROPN"
        apart = "appos" if part.index > comma else "flat" if part.index > noun.index else "compound"
        part.attach(noun, apart if named else part.dep)


def _subject_of_said(tree: Tree, verb: Node) -> None:
    """*Renters "will feel it too," Dunn told reporters*: of two subjects the first belongs to what is said."""
    source = _source_before(tree, verb)
    for said in verb.of("ccomp"):
        first = next(iter(verb.of("nsubj")), None)
        bare = first is not None and first.index < said.index and not subject_of(said) and is_finite(said)
        if first and bare and source and said.index < source[0].index and len(verb.of("nsubj")) == 1:
            first.attach(said, "nsubj")  # her lawyer, Mark Bell, told reporters: who says it stands after it
            continue
        subjects = sorted([*verb.of("nsubj"), *said.of("nsubj")], key=lambda node: node.index)
        if len(subjects) == 2 and subjects[0].index < said.index < subjects[1].index < verb.index and is_finite(said):
            subjects[0].attach(said, "nsubj")
            subjects[1].attach(verb, "nsubj")


def _said_within(verb: Node) -> None:
    """*The bridge, police said, was closed*: the saying between the words that it reports is the aside in them."""
    for said in verb.of("ccomp"):
        subject, end = subject_of(said), verb.after
        own = [child for child in verb.children if child is not said and not child.is_punctuation]
        start = subtree(own[0])[0].before if own else None
        if subject is None or not is_finite(said) or not subject.index < verb.index < said.index:
            continue
        if start and end and start.text == end.text == "," and subject.index < start.index:
            said.attach(verb.head, verb.dep)
            verb.attach(said, "parataxis")
            for child in [child for child in verb.children if child.index > said.index]:
                child.attach(said, child.dep)
            return


def _said_between(verb: Node) -> None:
    """*The bridge, the council said, will close*: the noun before the commas is the subject of the verb after them."""
    mark = verb.after
    nouns = [child for child in verb.of("obl", "obj", "dislocated", "nsubj", "vocative") if child.index < verb.index]
    if verb.head or len(nouns) != 2 or mark is None or mark.text != ",":
        return
    topic, source = nouns
    clauses = [child for child in verb.of("conj", "ccomp", "advcl", "parataxis") if child.index > mark.index]
    clause = clauses[0] if clauses else None
    if clause is None or subject_of(clause) or clause.of("cc") or not is_finite(clause) or topic.of("case"):
        return
    comma = subtree(source)[0].before
    if comma is None or comma.text != "," or source.relation != "nsubj" or subtree(topic)[-1].index > comma.index:
        return
    clause.attach(None, "ROOT")
    topic.attach(clause, "nsubj")
    for child in [child for child in verb.children if child.index > clause.index]:
        child.attach(clause, child.dep)
    verb.attach(clause, "parataxis")


def _source_before(tree: Tree, verb: Node) -> Sequence[Node]:
    """The noun phrase between a mark and the verb, with its apposition; empty where there is none."""
    end = min([verb.index, *(child.index for child in verb.of("aux", "advmod") if child.index < verb.index)])
    last = end - 1 if end and tree.nodes[end - 1].text == "," else end
    start = _start(tree, last)
    if last < end:  # its president, Alan Reid, told
        if not all(node.pos == "PROPN" for node in tree.nodes[start:last]):
            return ()
        start = _start(tree, start - 1)
    phrase = tree.nodes[start:last]
    if start < 2 or not phrase or phrase[0].word in _NO_SPEAKER or phrase[0].pos in {"ADP", "ADV", "CCONJ", "SCONJ"}:
        return ()
    if phrase[-1].pos not in NOMINAL or any(node.tag in _FINITE for node in phrase):
        return ()
    return phrase


def _start(tree: Tree, end: int) -> int:
    """The index after the last mark before ``end``; 0 where there is none."""
    start = end
    while start > 0 and tree.nodes[start - 1].text not in _BOUNDS:
        start -= 1
    return max(start, 0)


def _clause_before(tree: Tree, end: int) -> Node | None:
    """The highest finite clause among the tokens before ``end`` that hangs from no other word."""
    found = [node for node in tree.nodes[:end] if node.children and is_finite(node) and subject_of(node)]
    found = [node for node in found if all(child.index < end for child in node.of("nsubj", "csubj"))]
    top = min(found, key=lambda node: sum(1 for _ in ancestors(node)), default=None)
    hangs = top is not None and (top.relation == "acl" or any(mark.index < top.index for mark in top.of("mark")))
    return None if hangs else top


def _says_more(verb: Node) -> bool:
    """Whether the verb has an object or a clause of its own, so that what stands before it is not what it says."""
    objects = verb.of("ccomp", "xcomp") if verb.lemma == "tell" else verb.of("ccomp", "xcomp", "obj")
    return any(child.index > verb.index for child in objects)


def _is_below(node: Node, above: Node) -> bool:
    return node is above or any(found is above for found in ancestors(node))


def _head_of(source: Sequence[Node], verb: Node) -> Node | None:
    """The noun of the phrase; None where another verb has it for its subject."""
    inside = {node.index for node in source}
    heads = [node for node in source if node.pos in NOMINAL and (not node.head or node.head.index not in inside)]
    noun = heads[0] if heads else None
    return noun if noun and noun.head and (noun.relation != "nsubj" or noun.head is verb) else None


def _ending(tree: Tree, verb: Node, said: Node) -> None:
    """What goes on behind the verb of saying, *..., ending 62 years of births* or *..., and fines will follow*."""
    quoted = any(node.text in {'"', "”", "''"} for node in tree.nodes[: verb.index])
    events = [child for child in verb.of("advcl") if child.tag == "VBG" and child.lemma in EVENT_PARTICIPLES]
    clauses = [child for child in verb.of("conj") if child.of("cc") and child.of("nsubj")]
    later = [child for child in [*events, *clauses] if child.index > verb.index and not child.of("ccomp")]
    if quoted or not later:
        return
    if said.head is verb:
        said.attach(None, "ROOT")
        for mark in verb.of("punct"):
            if mark.index > later[-1].index:
                mark.attach(said, "punct")
        verb.attach(said, "parataxis")
    for child in later:
        child.attach(said, child.dep)


def _as_main_clause(verb: Node, said: Node) -> None:
    """The saying is the main clause where nothing that is said comes after it."""
    later = [child for child in said.children if child.index > verb.index and not child.is_punctuation]
    if verb.head is not said or said.head is not None or not all(_goes_on(child) for child in later):
        return
    for child in [child for child in said.children if child.index > verb.index]:
        child.attach(verb, child.dep)
    verb.attach(None, "ROOT")
    said.attach(verb, "ccomp")


def _goes_on(child: Node) -> bool:
    """*..., adding that*: the speaker says more."""
    return child.relation == "advcl" and child.tag == "VBG" and child.lemma in SAYING
