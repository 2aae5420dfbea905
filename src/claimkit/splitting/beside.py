"""What a sentence says of a noun by the noun beside it: titles, appositions, what stands before the subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from claimkit.splitting.asides import Aside, bare, is_a, name_of
from claimkit.splitting.inflection import be, indefinite
from claimkit.splitting.lexicon import HONORIFICS, MENTIONS, TITLES
from claimkit.splitting.subjects import own_subject, phrase, separated
from claimkit.splitting.tree import CLOSING, OPENING, Node, Tree, is_finite, subject_of, subtree
from claimkit.splitting.verbs import Tense, group_of
from claimkit.splitting.wording import Word, words_of

_PLACES_AND_DATES = frozenset({"GPE", "LOC", "DATE"})
_PERSONS = frozenset({"PERSON", "PER"})
_OFFICES = TITLES - HONORIFICS
_POINTING = frozenset({"the", "its", "his", "her", "their"})


def beside(tree: Tree) -> Iterator[Aside]:
    """Such asides of a sentence, in the order of the text."""
    for node in tree.nodes:
        if node.children and node.pos in {"NOUN", "PROPN"}:
            yield from _title(node)
            yield from _several(node)
            yield from _apposition(node)
        if node.relation == "advcl" and node.pos == "NOUN":
            yield from _before_subject(node)


def _title(name: Node) -> Iterator[Aside]:
    """*production designer Robert Stromberg*: he is a production designer."""
    behind = [node for part in name.of("flat") for node in name_of(part)]
    if name.pos == "NOUN" and behind and name.number != "Plur" and all(node.pos == "PROPN" for node in behind):
        role = bare(name, before=behind[0].index)
        if role[-1].after is behind[0] and not _glued(role[0]):
            yield is_a(name, behind, role, "title")
    if name.pos != "PROPN" or name.relation in {"flat", "compound"}:
        return
    before = [child for child in name.children if child.index < name.index and not child.of("case")]
    titles = [child for child in before if _is_title(child, name)]
    title = titles[-1] if titles else _nationality(name, before)
    if title is None or title.number == "Plur":
        return
    own = [child for child in before if child.index < title.index and child.relation in {"amod", "compound"}]
    own += [child for child in before if child.dep == "nmod:poss" and child.index < title.index]
    said = sorted({node for top in (*own, title) for node in subtree(top)}, key=lambda node: node.index)
    rest = [node for node in subtree(name) if title.index < node.index <= name.index]
    full = [*rest, *behind]
    if any(node.text in OPENING | CLOSING for node in said) or _glued(said[0]):
        return
    if full and said[-1].after is full[0] and not any(node.dep == "cc" for node in said) and all(map(_in_name, full)):
        yield is_a(name, full, said, "title")


def _glued(first: Node) -> bool:
    """*would-be president*, *then-President*: what stands before the title takes it back."""
    before = first.before
    hyphened = before is not None and (before.text.endswith("-") or (before.word == "be" and before.index > 0))
    return hyphened or (before is not None and before.word in {"then", "would-be", "ex"})


def _is_title(child: Node, name: Node) -> bool:
    """A common noun, or an office written with capitals: *Finance Secretary*, not *Mr*."""
    office = child.pos == "PROPN" and child.dep == "nmod:desc" and child.word in _OFFICES
    office = office and name.entity in _PERSONS
    hyphened = child.before is not None and child.before.text == "-"  # modern-day Germany
    return office or (child.pos == "NOUN" and child.dep in {"compound", "nmod:desc"} and not hyphened)


def _nationality(name: Node, before: list[Node]) -> Node | None:
    """*American Jason Dufner*."""
    last = before[-1] if before else None
    person = name.entity in _PERSONS and last is not None and last.after is name
    return last if last and person and last.tag == "JJ" and last.text[0].isupper() and last.text[1:].islower() else None


def _in_name(node: Node) -> bool:
    hyphen = node.is_punctuation and node.text == "-"
    return hyphen or (node.pos == "PROPN" and node.word not in TITLES)


def _several(noun: Node) -> Iterator[Aside]:
    """*actors Johnny Depp and Jude Law*: each of them is an actor."""
    first = next(iter(noun.of("appos")), None)
    if noun.pos != "NOUN" or noun.number != "Plur" or first is None or noun.of("nummod", "nmod:poss"):
        return
    names = [first, *first.of("conj")]
    role = bare(noun, before=first.index)
    if noun.after is not subtree(first)[0] or len(names) < 2 or any(name.pos != "PROPN" for name in names):
        return
    said = [node for node in role if node.dep != "det"]
    for name in names:
        full = [name, *(node for part in name.of("flat") for node in subtree(part))]
        own = [replace(word, form=noun.lemma) if word.node is noun else word for word in words_of(said)]
        words = (*words_of(full), Word(form="is"), Word(form=indefinite(own[0].form)), *own)
        told = frozenset(node.index for node in role)
        kept = frozenset(node.index for node in full)
        yield Aside(noun=name, subject=words_of(full), words=words, rule="title", told=told, kept=kept)


def _apposition(noun: Node) -> Iterator[Aside]:
    """*the 1979 film "Breaking Away"*: it is a 1979 film; *Ann Lee, the mayor*: she is that."""
    for other in noun.of("appos"):
        if not {noun.pos, other.pos} <= {"NOUN", "PROPN"} or other.of("cc", "case") or not _told_beside(noun, other):
            continue
        own, said = bare(noun, before=subtree(other)[0].index), [word.node for word in phrase(other) if word.node]
        if not own or not said or any(node.text in "()[]:" for node in (*own, *said)):
            continue
        if own[-1].index + 3 < said[0].index:
            continue
        apart = separated(other)
        said = said if apart else list(takewhile(lambda node: node.text != ",", said))
        if apart and said[-1].after and not said[-1].after.is_punctuation:
            continue
        first, second = (own, said) if apart else (said, own)
        if apart or noun.pos == "NOUN":
            yield is_a(noun, first, second, "apposition")


def _told_beside(noun: Node, other: Node) -> bool:
    """Whether the second noun tells what the first one is: a name is one of them, or both have their articles."""
    larger = _PLACES_AND_DATES - ({"GPE", "LOC"} if noun.pos == "NOUN" and separated(other) else set())
    if {noun.entity, other.entity} & larger or noun.lemma in MENTIONS or noun.number == "Plur":
        return False
    pointed = any(child.word in _POINTING for child in noun.of("det", "nmod:poss"))
    described = any(child.word in {"a", "an"} for child in other.of("det"))
    return "PROPN" in {noun.pos, other.pos} or (separated(other) and pointed and described)


def _before_subject(noun: Node) -> Iterator[Aside]:
    """*A former teacher, she was elected in 2010*: she was a former teacher."""
    verb = noun.head
    subject = subject_of(verb) if verb and is_finite(verb) else None
    if verb is None or subject is None or noun.of("case", "mark", "cop"):
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
    bare_noun = said[0].pos not in {"DET", "PRON"} and noun.number == "Sing" and said[0].tag != "PRP$"
    article = (Word(form=indefinite(said[0].text)),) if bare_noun else ()
    words = (*name, Word(form=be(is_past=past, plural=group.plural)), *article, *words_of(said))
    told = frozenset(node.index for node in (*said, comma))
    kept = frozenset(word.node.index for word in name if word.node)
    yield Aside(noun=subject, subject=name, words=words, rule="apposition", told=told, kept=kept)
