"""What a sentence says of its names on the way: titles before them, nouns beside them, brackets behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimkit.splitting.brackets import MAX_BRACKET, bracket, noun_before
from claimkit.splitting.inflection import be, indefinite
from claimkit.splitting.lexicon import MENTIONS, TITLES
from claimkit.splitting.subjects import phrase, separated
from claimkit.splitting.tree import CLOSING, OPENING, Node, Tree, subtree
from claimkit.splitting.wording import Word, words_of

_SMALL = frozenset({"a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})
_PLACES_AND_DATES = frozenset({"GPE", "LOC", "DATE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """The words of a claim about that noun, with its subject."""

    noun: Node
    subject: tuple[Word, ...]
    words: tuple[Word, ...]
    rule: str
    spare: tuple[Node, ...] = ()
    """Tokens that the anchors hold besides: the brackets."""


def asides(tree: Tree) -> Iterator[Aside]:
    """The asides of a sentence, in the order of the text."""
    for node in tree.nodes:
        yield from _title(node)
        yield from _names(node)
        yield from _bracketed(node)


def _title(name: Node) -> Iterator[Aside]:
    """*production designer Robert Stromberg*: he is a production designer."""
    behind = [node for part in name.of("flat") for node in subtree(part)]
    if name.pos == "NOUN" and behind and name.number != "Plur" and all(node.pos == "PROPN" for node in behind):
        role = _bare(name, before=behind[0].index)
        if role[-1].after is behind[0]:
            yield _is(name, behind, role, "title")
    if name.pos != "PROPN" or name.relation in {"flat", "compound"}:
        return
    before = [child for child in name.children if child.index < name.index and not child.of("case")]
    titles = [child for child in before if child.pos == "NOUN" and child.dep in {"compound", "nmod:desc"}]
    if not titles or titles[-1].number == "Plur":
        return
    title = titles[-1]
    own = [child for child in before if child.index < title.index and child.relation in {"amod", "compound"}]
    said = sorted({node for top in (*own, title) for node in subtree(top)}, key=lambda node: node.index)
    rest = [node for node in subtree(name) if title.index < node.index <= name.index]
    full = [*rest, *behind]
    alone = said[-1].after is full[0] and not any(node.dep == "cc" for node in said) if full else False
    if alone and all(node.pos == "PROPN" and node.text[0].isupper() and node.word not in TITLES for node in full):
        yield _is(name, full, said, "title")


def _names(noun: Node) -> Iterator[Aside]:
    """*the 1979 film "Breaking Away"*: it is a 1979 film; *Ann Lee, the mayor*: she is that."""
    for other in noun.of("appos"):
        if not {noun.pos, other.pos} <= {"NOUN", "PROPN"} or "PROPN" not in {noun.pos, other.pos}:
            continue
        if {noun.entity, other.entity} & _PLACES_AND_DATES or noun.lemma in MENTIONS or "Plur" in {noun.number}:
            continue
        own, said = _bare(noun, before=subtree(other)[0].index), [word.node for word in phrase(other) if word.node]
        if not own or not said or any(node.text in "()[]:" for node in (*own, *said)):
            continue
        if own[-1].index + 3 < said[0].index:
            continue
        apart = separated(other)
        first, second = (own, said) if apart else (said, own)
        if apart or noun.pos == "NOUN":
            yield _is(noun, first, second, "apposition")


def _bare(noun: Node, *, before: int) -> list[Node]:
    """The noun with what stands before it and a name's other words, as far as ``before``."""
    kept = {"det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc"}
    without = {child.index for child in noun.children if child.dep not in kept and child.relation not in kept}
    return [node for node in subtree(noun, without=without) if node.index < before]


def _is(noun: Node, subject: Sequence[Node], said: Sequence[Node], rule: str) -> Aside:
    """*X is a Y*: the article that *Y* needs alone, where it has none or *the* for being X's."""
    apart = rule == "apposition" and said[0].index > subject[0].index
    drop = not apart and said[0].word == "the"
    rest = list(said[1:] if drop else said)
    bare = not apart and rest and rest[0].pos != "DET" and not any(node.dep == "nmod:poss" for node in rest)
    article = (Word(form=indefinite(rest[0].text)),) if bare and rest else ()
    name = words_of(subject)
    words = (*name, Word(form=be(is_past=False, plural=False)), *article, *words_of(rest))
    return Aside(noun=noun, subject=name, words=words, rule=rule)


def _bracketed(mark: Node) -> Iterator[Aside]:
    """*Breaking Away (1979)*: the text adds 1979 of it; *Ann Lee (born in 1954)*: she was born in 1954."""
    marks = bracket(mark)
    within, noun = marks[1:-1], noun_before(mark) if marks else None
    if not within or not noun:
        return
    name = _titled(mark) or _bare(noun, before=mark.index)
    if not name:
        return
    for part in _parts(within):
        participle = part[0].tag == "VBN"
        was = (*words_of(name), Word(form=be(is_past=True, plural=noun.number == "Plur")))
        adds = (Word(form="Of"), *words_of(name), Word(form="the text adds"), Word(form=":"))
        lead = was if participle else adds
        yield Aside(
            noun=noun,
            subject=words_of(name),
            words=(*lead, *words_of(part)),
            rule="bracket",
            spare=(marks[0], marks[-1]),
        )


def _parts(within: Sequence[Node]) -> list[list[Node]]:
    """What stands between semicolons."""
    parts: list[list[Node]] = [[]]
    for node in within:
        if node.text == ";":
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for part in parts if any(not node.is_punctuation for node in part)]


def _titled(mark: Node) -> list[Node]:
    """The title before a bracket, by its quotation marks or capitals: *"Breaking Away"*, *Far from Heaven*."""
    last = mark.before
    if last and last.text in CLOSING:
        found = [last]
        while (node := found[0].before) and len(found) < MAX_BRACKET:
            found.insert(0, node)
            if node.text in OPENING:
                return found
        return []
    found = []
    while last and (last.text[0].isupper() or last.text[0].isdigit() or last.word in _SMALL or last.tag == "POS"):
        found.insert(0, last)
        last = last.before
    while found and found[0].word in _SMALL - {"the"}:
        found.pop(0)
    return found if any(node.text[0].isupper() for node in found) else []
