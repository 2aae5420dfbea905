"""Short names made full ones: *Rubio* after *Marco Rubio*, *the IMF* after *International Monetary Fund (IMF)*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.model.spans import Anchor
from claimkit.splitting.antecedents.completions import Completion, Sort
from claimkit.splitting.antecedents.mentions import Mention, Nature, Thing
from claimkit.splitting.antecedents.persons import Namesakes
from claimkit.splitting.lexicon import ORGANIZATION_WORDS
from claimkit.splitting.tree import Node, Tree

MAX_LETTERS = 8
"""Letters of an abbreviation."""

_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "&", "to", "de", "la"})
"""Words of a name whose initials are no letter of its abbreviation."""


_FIRMS = frozenset(
    """a/s ab ag asa bhd co co. company corp corp. corporation gmbh group holding holdings inc inc. incorporated kg
    limited llc llp ltd ltd. motors nv oy plc sa se spa""".split()  # noqa: SIM905
)
"""What a company's name ends with."""


def firm_names(tree: Tree) -> Iterator[str]:
    """The words before *A/S* and *Corp*: *Halvorsen* alone is then the company as well as its founder."""
    for node in tree.nodes:
        split = node.text == "A" and node.after is not None and node.after.text == "/"  # Halvorsen A/S
        if (split or node.word in _FIRMS) and node.before and node.before.pos == "PROPN":
            yield node.before.word


def full_name(mention: Mention, people: Namesakes[Thing], text: str) -> Completion | None:
    """The full name of somebody who is called by a part of it; none where it is another one's name too."""
    phrase, name = mention.thing.phrase, tuple(node.word for node in mention.words)
    if not (mention.named and name and mention.nature is Nature.PERSON and phrase) or name in people.shared:
        return None
    if phrase.words and phrase.words[0].start > mention.words[0].start:
        return None
    full = tuple(node.word for node in phrase.words)
    before, after = mention.words[0].before, mention.words[-1].after
    cited = (after is not None and after.pos == "NUM") or (before is not None and before.text == "[")  # (Smith 1994)
    parts = not cited and len(full) > len(name) and (full[-len(name) :] == name or full[: len(name)] == name)
    if not parts or phrase.nature is not Nature.PERSON or not all(node.pos == "PROPN" for node in phrase.words):
        return None
    return Completion(
        sort=Sort.SHORT_NAME,
        words=tuple(node.text for node in phrase.words),
        size=len(name),
        anchors=(Anchor.at(text, phrase.words[0].start, phrase.words[-1].end),),
        told=frozenset(full),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Long:
    """What an abbreviation is short for."""

    words: tuple[str, ...]
    anchor: Anchor
    article: bool


@dataclass(slots=True, kw_only=True)
class Abbreviations:
    """Those that the article has introduced in brackets."""

    known: dict[str, Long] = field(default_factory=dict)

    def read(self, tree: Tree, text: str) -> Iterator[tuple[int, Completion]]:
        """What the abbreviations of the next sentence are short for; the one in its own brackets stays."""
        introduced = set()
        for node in tree.nodes:
            if node.text == "(" and (long := _long(node, text)) and node.after:
                introduced.add(node.after.index)
                self.known.setdefault(_letters(node.after.text), long)
        for node in tree.nodes:
            known = self.known.get(_letters(node.text)) if _is_short(node.text) else None
            indefinite = any(child.word in {"a", "an"} for child in node.of("det"))
            if known and node.index not in introduced and node.relation not in {"compound", "flat"} and not indefinite:
                article = known.article and not _has_article(node) and node.dep != "nmod:poss"
                yield (
                    node.index,
                    Completion(
                        sort=Sort.ABBREVIATION,
                        words=(*(("the",) if article else ()), *known.words),
                        anchors=(known.anchor,),
                        told=frozenset(word.lower() for word in known.words),
                    ),
                )


def _letters(text: str) -> str:
    return text.replace(".", "")


def _is_short(text: str) -> bool:
    letters = _letters(text)
    return 2 <= len(letters) <= MAX_LETTERS and letters.isalpha() and letters.isupper()


def _has_article(node: Node) -> bool:
    return bool(node.of("det", "nmod:poss"))


def _long(bracket: Node, text: str) -> Long | None:
    """The words before the bracket whose initials its one word has."""
    short = bracket.after
    if short is None or short.after is None or short.after.text != ")" or not _is_short(short.text):
        return None
    run: list[Node] = []
    rest, node = _letters(short.text), bracket.before
    while node and rest and (node.text[0] == rest[-1] or node.text.lower() in _SMALL):
        run.insert(0, node)
        rest = rest[:-1] if node.text[0] == rest[-1] else rest
        node = node.before
    if rest or not run:
        return None
    return Long(
        words=_spaced(run),
        anchor=Anchor.at(text, run[0].start, run[-1].end),
        article=(node is not None and node.word == "the")
        or any(part.word in ORGANIZATION_WORDS | {"of"} for part in run),
    )


def _spaced(run: Sequence[Node]) -> tuple[str, ...]:
    words: list[str] = []
    for index, node in enumerate(run):
        if index and not run[index - 1].space:
            words[-1] += node.text
        else:
            words.append(node.text)
    return tuple(words)
