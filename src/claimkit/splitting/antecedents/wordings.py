"""A noun phrase said again: *a storm* is *the storm*; what cannot be said again without its first place is not."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.spans import Anchor
from claimkit.splitting.antecedents.completions import Completion, Sort, owning, possessive
from claimkit.splitting.antecedents.grammar import THEY, family_of
from claimkit.splitting.antecedents.mentions import Mention, Nature
from claimkit.splitting.lexicon import VAGUE
from claimkit.splitting.tree import OPENING, Node

_SORTS = {"he": Sort.PERSON, "it": Sort.THING, "they": Sort.THEM}
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "'re", "'ve", "’re", "’ve"})


def said_again(mention: Mention) -> tuple[str, ...]:
    """The words of the phrase for another sentence; empty where they would say something else there.

    *A storm* and *this storm* become *the storm*; *every storm*, *some storms*, *no storm* and *its storm* do not.
    """
    words: list[str] = []
    for node in mention.words:
        if node.pos == "PRON" or node.tag in {"PRP$", "WP$", "WDT", "PDT"}:
            return ()
        if node.pos == "DET" and node.word not in _ARTICLES:
            return ()
        article = node.pos == "DET" and node.head is mention.head
        words.append("the" if article else _within(node))
    if any(child.lemma in VAGUE for child in mention.head.of("amod", "nummod", "det")):
        return ()
    if not mention.group and any(node.text == "," or node.pos == "CCONJ" for node in mention.words):
        return ()
    if (
        not mention.named
        and not mention.plural
        and mention.nature is not Nature.THING
        and not _determined(mention.head)
    ):
        return ()
    return tuple(_joined(words, mention.words))


_PEOPLES = ("ian", "ean", "can", "ish", "ese", "ench", "utch", "eek", "aqi", "aeli", "ani", "man")
"""How the adjectives of most peoples end."""


def _determined(head: Node) -> bool:
    """*The major*, *Texas's major*; a bare *psychology major* is a headline's, and no sentence's."""
    return bool(head.of("det", "nmod:poss", "nummod"))


def _joined(words: list[str], nodes: tuple[Node, ...]) -> list[str]:
    """One word for what stands without a blank: *Lee's*, *all-girl*, *A, B*."""
    result: list[str] = []
    for index, word in enumerate(words):
        if index and not nodes[index - 1].space:
            result[-1] += word
        else:
            result.append(word)
    return result


def _within(node: Node) -> str:
    """The word inside a sentence: a sentence's first common word has no capital there, *Australian* keeps its own."""
    first = node.before is None or node.before.text in OPENING
    plain = node.text[1:] == node.text[1:].lower() and not (node.pos == "ADJ" and node.word.endswith(_PEOPLES))
    return node.text.lower() if first and plain and node.pos not in {"PROPN", "NUM"} else node.text


def completion_of(node: Node, mention: Mention, text: str) -> Completion | None:
    """What is written for the pronoun ``node`` where it stands for ``mention``; nothing where grammar forbids it."""
    phrase = mention.thing.phrase or mention
    words = said_again(phrase)
    plural = node.word in THEY
    if (
        (phrase.group and not plural)
        or not words
        or node.word in {"hers", "theirs"}
        or (plural and not phrase.plural and _agrees_as_plural(node))
    ):
        return None
    ends = phrase.head.tag in {"NNS", "NNPS"} or phrase.plural
    own = possessive(node)
    return Completion(
        sort=_SORTS[family_of(node)],
        words=owning(words, plural=ends) if own else words,
        anchors=(Anchor.at(text, phrase.words[0].start, phrase.words[-1].end),),
        told=_telling(phrase, words),
    )


def _telling(phrase: Mention, words: Sequence[str]) -> frozenset[str]:
    """The words that tell who or what is meant: a surname, a noun; all of a list."""
    if phrase.group:
        return frozenset(word.lower() for word in words)
    return frozenset({phrase.words[-1].word if phrase.nature is Nature.PERSON and phrase.named else phrase.head.word})


def _agrees_as_plural(node: Node) -> bool:
    """*They are* cannot become *the company are*."""
    verb = node.head
    if node.relation != "nsubj" or verb is None:
        return False
    verbs = [verb, *verb.of("aux", "cop")]
    return any(part.word in _PLURAL_VERBS or part.tag == "VBP" for part in verbs)
