"""From words to a sentence, and to the anchors of the words that the article has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimkit.model.spans import Anchor
from claimkit.splitting.lexicon import NATIONALITIES
from claimkit.splitting.tree import Node

_NO_BLANK_BEFORE = frozenset(".,;:!?%)]}”’»…")
_NO_BLANK_AFTER = frozenset("([{“‘«$£€#")
_DANGLING = ",;:–—-"
_UNENDED = frozenset({*_DANGLING, ".", "!"})
_CLOSING = frozenset({'"', "”", "''"})
_NAMES = frozenset({"GPE", "LOC", "ORG", "MISC", "NORP", "PERSON", "PER"})
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_STRAIGHT = frozenset({'"', "''", "``"})
_PAIRED = _STRAIGHT.union(*_PAIRS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a claim: how it is written there, and the token that bears it (None: the grammar needed it)."""

    form: str
    node: Node | None = None

    @classmethod
    def of(cls, node: Node) -> Word:
        """The token as written."""
        if node.as_written is None:
            node.as_written = cls(form=node.text, node=node)
        return node.as_written


def words_of(nodes: Iterable[Node]) -> tuple[Word, ...]:
    """The tokens as written."""
    return tuple(map(Word.of, nodes))


def sentence(words: Sequence[Word]) -> str:
    """The words as a sentence: a capital first, a full stop last, marks in pairs. Empty where no word is left."""
    kept = _trimmed(_paired(words))
    if not kept:
        return ""
    parts = [kept[0].form]
    for before, word in pairwise(kept):
        if _blank(before, word):
            parts.append(" ")
        parts.append(_within(word) if word.node and word.node.before is None else word.form)
    return _closed(_capital("".join(parts), kept[0]))


def anchors(text: str, words: Iterable[Word], spare: Iterable[Node] = ()) -> tuple[Anchor, ...]:
    """The fewest spans of ``text`` that hold the tokens of ``words`` and ``spare``, outer punctuation left out."""
    nodes = {word.node.index: word.node for word in words if word.node} | {node.index: node for node in spare}
    runs: list[list[Node]] = []
    for index in sorted(nodes):
        if runs and runs[-1][-1].index == index - 1:
            runs[-1].append(nodes[index])
        else:
            runs.append([nodes[index]])
    return tuple(Anchor.at(text, run[0].start, run[-1].end) for run in map(_bare, runs) if run)


def _bare(run: list[Node]) -> list[Node]:
    first, last = 0, len(run)
    while first < last and run[first].is_punctuation:
        first += 1
    while last > first and run[last - 1].is_punctuation:
        last -= 1
    return run[first:last]


def _paired(words: Sequence[Word]) -> list[Word]:
    """The words without quotation marks and brackets whose fellow was cut off."""
    bad: set[int] = set()
    if _PAIRED.isdisjoint(word.form for word in words):
        return list(words)
    for opening, closing in _PAIRS:
        open_at: list[int] = []
        for index, word in enumerate(words):
            if word.form == opening:
                open_at.append(index)
            elif word.form == closing:
                if open_at:
                    open_at.pop()
                else:
                    bad.add(index)
        bad.update(open_at)
    straight = [index for index, word in enumerate(words) if word.form in _STRAIGHT]
    if len(straight) % 2:
        bad.update(straight)
    return [word for index, word in enumerate(words) if index not in bad]


def _trimmed(words: list[Word]) -> list[Word]:
    """Without stray marks at either end and without one mark after another that a cut left behind."""
    kept: list[Word] = []
    for word in words:
        if word.form in _DANGLING and (not kept or kept[-1].form in _DANGLING):
            continue
        kept.append(word)
    while kept and kept[-1].form in _UNENDED:
        kept.pop()
    if len(kept) > 2 and kept[-1].form in _CLOSING and kept[-2].form in _DANGLING:  # "will feel it too," at the end
        kept = [*kept[:-2], *([Word(form=".")] if kept[-2].form == "," else []), kept[-1]]
    if len(kept) > 1 and kept[0].form in {'"', "“"} and kept[-1].form in {'"', "”"} and _marks(kept) == 2:
        return _trimmed(kept[1:-1])
    return kept


def _marks(words: list[Word]) -> int:
    return sum(word.form in {'"', "“", "”"} for word in words)


def _blank(before: Word, word: Word) -> bool:
    if before.node and word.node and word.node.index == before.node.index + 1 and before.form == before.node.text:
        return before.node.space
    if before.form == "." and word.form in _CLOSING:
        return False
    if word.form[0] in _NO_BLANK_BEFORE or (word.node and word.node.tag == "POS") or word.form in {"n't", "n’t"}:
        return False
    return before.form[-1] not in _NO_BLANK_AFTER or (before.form[-1] == "#" and len(before.form) > 1)  # C# is


def _within(word: Word) -> str:
    """The first word of the article's sentence as it is written inside another: *Originally* is small there."""
    node = word.node
    if node is None or node.text == "I":
        return word.form
    in_name = node.dep == "compound" and node.head is not None and node.head.pos == "PROPN"  # Finance Secretary
    if node.pos in {"PROPN", "NUM"} or node.entity in _NAMES or in_name or node.word in NATIONALITIES:
        return word.form
    plain = word.form[1:] == word.form[1:].lower() and word.form.isalpha()
    return word.form.lower() if plain else word.form


def _capital(text: str, first: Word) -> str:
    """A capital for a plain lower-case word; a name such as iPhone or a user's @name stays as written."""
    plain = first.form[1:] == first.form[1:].lower()
    return text[0].upper() + text[1:] if plain and len(text[0].upper()) == 1 else text


def _closed(text: str) -> str:
    if text.endswith(("?", "!", "…", ".")):
        return text
    if text.endswith(('."', ".”", '?"', "?”", '!"', "!”")):
        return text
    return text + "."
