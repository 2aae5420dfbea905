"""What is written in a claim for words that do not stand alone, and where the article has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimkit.model.spans import Anchor
from claimkit.splitting.tree import Node
from claimkit.splitting.wording import Word


class Sort(StrEnum):
    """What gives way."""

    PERSON = "he or she"
    THING = "it"
    THEM = "they"
    SHORT_NAME = "short name"
    ABBREVIATION = "abbreviation"
    DESCRIPTION = "description"
    PLACE = "there"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """``words`` for the ``size`` tokens from the first on, unless the words ``told`` stand before them in the claim.

    ``anchors`` are where the article has them; none for a date, which comes from the day of publication.
    """

    sort: Sort
    words: tuple[str, ...]
    size: int = 1
    anchors: tuple[Anchor, ...] = ()
    told: frozenset[str] = frozenset()


Meant = Mapping[int, Completion]
"""The completions of a sentence, by the index of the first node that gives way."""

_SPELT_OUT = {"'re": "are", "'ve": "have", "'ll": "will"}
"""*They're* is *the builders are*: nothing hangs on a name but its own *'s*."""


def possessive(node: Node) -> bool:
    """*his*, *her* before a noun, *its*, *their*."""
    return node.dep == "nmod:poss" or node.tag == "PRP$"


def owning(words: Sequence[str], *, plural: bool = False) -> tuple[str, ...]:
    """The words with the mark of the possessor: *Ann Lee's*, *the builders'*."""
    return (*words[:-1], words[-1] + ("'" if plural and words[-1].endswith("s") else "'s"))


def completed(words: Sequence[Word], meant: Meant) -> tuple[tuple[Word, ...], tuple[Anchor, ...]]:
    """The words of a claim with what is meant in the place of what does not stand alone; and where that stands."""
    result: list[Word] = []
    anchors: set[Anchor] = set()
    told: set[str] = set()
    place = 0
    while place < len(words):
        word = words[place]
        completion = meant.get(word.node.index) if word.node else None
        if completion and _gives_way(words, place, completion, told):
            result += [Word(form=form) for form in completion.words]
            anchors.update(completion.anchors)
            told.update(_plain(completion.words), completion.told)
            place += completion.size
            if place < len(words) and (spelt := _spelt_out(words[place])):
                result.append(spelt)
                place += 1
            continue
        told.add(word.form.lower())
        result.append(word)
        place += 1
    return tuple(result), tuple(sorted(anchors))


def _gives_way(words: Sequence[Word], place: int, completion: Completion, told: set[str]) -> bool:
    """Whether the tokens stand there side by side as the article has them, and are not told yet."""
    run = words[place : place + completion.size]
    whole = len(run) == completion.size and all(word.node and word.form == word.node.text for word in run)
    solid = whole and run[-1].node.index - run[0].node.index == len(run) - 1  # type: ignore[union-attr]
    after = words[place + completion.size] if place + completion.size < len(words) else None
    had = after is not None and after.form in {"'d", "’d"}
    return solid and not had and not (completion.told and completion.told <= told)


def _plain(words: Iterable[str]) -> set[str]:
    return {word.lower().removesuffix("'s").removesuffix("'") for word in words}


def _spelt_out(word: Word) -> Word | None:
    """The auxiliary that hung on the pronoun, as a word of its own."""
    form, node = word.form.lower().replace("’", "'"), word.node
    if node is None or node.tag == "POS":
        return None
    if form == "'s":
        return Word(form="has" if node.lemma == "have" else "is", node=node)
    return Word(form=_SPELT_OUT[form], node=node) if form in _SPELT_OUT else None
