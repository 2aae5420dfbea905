"""What a sentence says of a noun by the noun beside it: titles, appositions, what stands before the subject."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.splitting.asides import Aside, bare, is_a
from claimkit.splitting.inflection import be
from claimkit.splitting.lexicon import MENTIONS, TITLES
from claimkit.splitting.subjects import own_subject, phrase, separated
from claimkit.splitting.tree import Node, Tree, is_finite, subject_of, subtree
from claimkit.splitting.verbs import Tense, group_of
from claimkit.splitting.wording import Word, words_of

_PLACES_AND_DATES = frozenset({"GPE", "LOC", "DATE"})
_POINTING = frozenset({"the", "its", "his", "her", "their"})


def beside(tree: Tree) -> Iterator[Aside]:
    """Such asides of a sentence, in the order of the text."""
    for node in tree.nodes:
        yield from _title(node)
        yield from _apposition(node)
        yield from _before_subject(node)


def _title(name: Node) -> Iterator[Aside]:
    """*production designer Robert Stromberg*: he is a production designer."""
    behind = [node for part in name.of("flat") for node in subtree(part)]
    if name.pos == "NOUN" and behind and name.number != "Plur" and all(node.pos == "PROPN" for node in behind):
        role = bare(name, before=behind[0].index)
        if role[-1].after is behind[0]:
            yield is_a(name, behind, role, "title")
    if name.pos != "PROPN" or name.relation in {"flat", "compound"}:
        return
    before = [child for child in name.children if child.index < name.index and not child.of("case")]
    titles = [child for child in before if child.pos == "NOUN" and child.dep in {"compound", "nmod:desc"}]
    if not titles or titles[-1].number == "Plur":
        return
    title = titles[-1]
    own = [child for child in before if child.index < title.index and child.relation in {"amod", "compound"}]
    own += [child for child in before if child.dep == "nmod:poss" and child.index < title.index]
    said = sorted({node for top in (*own, title) for node in subtree(top)}, key=lambda node: node.index)
    rest = [node for node in subtree(name) if title.index < node.index <= name.index]
    full = [*rest, *behind]
    alone = said[-1].after is full[0] and not any(node.dep == "cc" for node in said) if full else False
    if alone and all(node.pos == "PROPN" and node.text[0].isupper() and node.word not in TITLES for node in full):
        yield is_a(name, full, said, "title")


def _apposition(noun: Node) -> Iterator[Aside]:
    """*the 1979 film "Breaking Away"*: it is a 1979 film; *Ann Lee, the mayor*: she is that."""
    for other in noun.of("appos"):
        if not {noun.pos, other.pos} <= {"NOUN", "PROPN"} or not _told_beside(noun, other):
            continue
        own, said = bare(noun, before=subtree(other)[0].index), [word.node for word in phrase(other) if word.node]
        if not own or not said or any(node.text in "()[]:" for node in (*own, *said)):
            continue
        if own[-1].index + 3 < said[0].index:
            continue
        apart = separated(other)
        first, second = (own, said) if apart else (said, own)
        if apart or noun.pos == "NOUN":
            yield is_a(noun, first, second, "apposition")


def _told_beside(noun: Node, other: Node) -> bool:
    """Whether the second noun tells what the first one is: a name is one of them, or both have their articles."""
    if {noun.entity, other.entity} & _PLACES_AND_DATES or noun.lemma in MENTIONS or noun.number == "Plur":
        return False
    pointed = any(child.word in _POINTING for child in noun.of("det", "nmod:poss"))
    described = any(child.word in {"a", "an"} for child in other.of("det"))
    return "PROPN" in {noun.pos, other.pos} or (separated(other) and pointed and described)


def _before_subject(noun: Node) -> Iterator[Aside]:
    """*A former teacher, she was elected in 2010*: she was a former teacher."""
    verb = noun.head
    subject = subject_of(verb) if verb and is_finite(verb) else None
    if (
        noun.relation != "advcl"
        or noun.pos != "NOUN"
        or verb is None
        or subject is None
        or noun.of("case", "mark", "cop")
    ):
        return
    said = subtree(noun)
    while said and said[-1].is_punctuation:
        said.pop()
    comma = said[-1].after if said else None
    group = group_of(verb, own_subject(verb))
    if not said or said[0].before or comma is None or comma.text != "," or noun.index > subject.index or not group:
        return
    name = own_subject(verb)
    past = group.tense in {Tense.PAST, Tense.PLUPERFECT}
    words = (*name, Word(form=be(is_past=past, plural=group.plural)), *words_of(said))
    told = frozenset(node.index for node in (*said, comma))
    yield Aside(noun=subject, subject=name, words=words, rule="apposition", told=told)
