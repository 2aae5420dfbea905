"""Bare descriptions of what was named before: *the spokesperson* Tammy Bruce, *the attack* in Pahalgam."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.model.spans import Anchor
from claimkit.splitting.antecedents.completions import Completion, Sort, owning
from claimkit.splitting.antecedents.mentions import Mention, Nature, Thing
from claimkit.splitting.antecedents.wordings import said_again
from claimkit.splitting.lexicon import EVENTS, ORGANIZATION_WORDS, TITLES, UNNAMED
from claimkit.splitting.tree import Node, subtree

_ROLES = TITLES | UNNAMED
MAX_PLACE = 4
"""Words of a place that tells one event from others."""


@dataclass(slots=True, kw_only=True)
class Described:
    """What one noun has been said of: named persons and things, and how often somebody or something without a name."""

    things: list[Thing] = field(default_factory=list)
    others: int = 0

    def add(self, thing: Thing) -> None:
        """One that is named, once."""
        if thing not in self.things and len(self.things) < 2:
            self.things.append(thing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """*the Pahalgam attack*, *the attack in Pahalgam*: a noun with a name beside it."""

    words: tuple[str, ...]
    name: str
    anchor: Anchor


@dataclass(slots=True, kw_only=True)
class Descriptions:
    """By the noun: who and what it was said of in the article so far."""

    nouns: dict[str, Described] = field(default_factory=dict)
    events: dict[str, Event | None] = field(default_factory=dict)
    """None: two of that noun have been told apart."""

    def read(self, mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, Completion]]:
        """What the bare descriptions of the next sentence stand for; then what the sentence names is known."""
        for mention in mentions:
            bare = _is_bare(mention)
            completion = self._completion(mention, text) if bare else None
            if completion:
                yield mention.words[0].index, completion
        for mention in mentions:
            self._note(mention, text)

    def _completion(self, mention: Mention, text: str) -> Completion | None:
        noun, own = mention.head, _owns(mention.head)
        described = self.nouns.get(_key(noun, len(mention.words) - 2))
        if described and len(described.things) == 1 and not described.others and not mention.plural:
            phrase = described.things[0].phrase
            if phrase is None or not phrase.named:
                return None
            person = phrase.nature is Nature.PERSON
            name = tuple(node.text for node in phrase.words) if person else said_again(phrase)
            role = tuple(node.text for node in mention.words[1:])
            words = (*role, *name) if person else ("the", *name) if name[:1] != ("the",) else name
            if not name:
                return None
            return Completion(
                sort=Sort.DESCRIPTION,
                words=owning(words) if own else words,
                size=len(mention.words) + own,
                anchors=(_anchor(phrase, text),),
                told=frozenset({phrase.words[-1].word}),
            )
        event = self.events.get(noun.lemma) if len(mention.words) == 2 else None
        if event and not own and not (described and described.others):
            return Completion(
                sort=Sort.DESCRIPTION, words=event.words, size=2, anchors=(event.anchor,), told=frozenset({event.name})
            )
        return None

    def _note(self, mention: Mention, text: str) -> None:
        noun = mention.head
        roles = list(_roles(mention))
        for role, thing in roles:
            for modifiers in (0, 1):
                self.nouns.setdefault(_key(role, modifiers), Described()).add(thing)
        if (
            mention.named
            and mention.nature is not Nature.PERSON
            and noun.word in ORGANIZATION_WORDS
            and len(mention.words) > 1
        ):
            self.nouns.setdefault(noun.word, Described()).add(mention.thing)
        if mention.named or noun.pos != "NOUN":
            return
        event = _event(mention, text)
        if event and not mention.plural:
            old = self.events.setdefault(noun.lemma, event)
            if old and old.name != event.name:
                self.events[noun.lemma] = None
        elif not _is_bare(mention) and not roles:
            for modifiers in (0, 1):
                self.nouns.setdefault(_key(noun, modifiers), Described()).others += 1


def _is_bare(mention: Mention) -> bool:
    """*the minister*, *the prime minister*: the article and the noun, and nothing after it that tells who."""
    words, noun = mention.words, mention.head
    bare = 2 <= len(words) <= 3 and words[0].word == "the" and noun.pos == "NOUN" and words[-1] is noun
    plain = all(node.pos in {"NOUN", "ADJ"} for node in words[1:])
    tells = any(child.relation in {"nmod", "acl", "appos", "conj", "flat", "cop"} for child in noun.children)
    return bare and plain and not tells and noun.relation != "conj"


def _key(noun: Node, modifiers: int) -> str:
    """*minister*, and with the word before it *prime minister*."""
    before = noun.before if modifiers else None
    return f"{before.word} {noun.lemma}" if before and before.pos in {"NOUN", "ADJ", "PROPN"} else noun.lemma


def _owns(noun: Node) -> bool:
    return noun.dep == "nmod:poss" and noun.after is not None and noun.after.tag == "POS"


def _anchor(mention: Mention, text: str) -> Anchor:
    return Anchor.at(text, mention.words[0].start, mention.words[-1].end)


def _roles(mention: Mention) -> Iterator[tuple[Node, Thing]]:
    """The nouns that a named person is given: before the name, beside it, or by *is*."""
    noun = mention.head
    if mention.nature is Nature.PERSON and mention.named and mention.words:
        first = mention.words[0].index
        titles = [node for node in subtree(noun) if node.index < first and node.lemma in _ROLES]
        beside = [child for part in (noun, *noun.of("flat")) for child in part.of("appos")]
        is_ = noun.head if noun.relation == "nsubj" and noun.head and noun.head.of("cop") else None
        for node in (*titles[-1:], *beside, *((is_,) if is_ else ())):
            if node.lemma in _ROLES:
                yield node, mention.thing


def _event(mention: Mention, text: str) -> Event | None:
    noun = mention.head
    if noun.lemma not in EVENTS:
        return None
    names = [node for node in mention.words if node.pos == "PROPN" and node.head is noun]
    words = said_again(mention)
    if names and words:
        return Event(words=words, name=names[-1].word, anchor=_anchor(mention, text))
    for place in noun.of("nmod"):
        run = subtree(place)
        solid = noun.after is run[0] and run[-1].index - run[0].index == len(run) - 1 <= MAX_PLACE
        if place.pos == "PROPN" and solid and run[0].word in {"in", "at", "near", "on"} and words:
            anchor = Anchor.at(text, mention.words[0].start, run[-1].end)
            return Event(words=(*words, *(node.text for node in run)), name=place.word, anchor=anchor)
    return None
