"""New versions of an article made by a stated procedure, in which it is known of every code point where it went.

An article is paragraphs of sentences of cells. A cell is a code point with the offset in the old text from which it
comes (-1: it is new), or of the word in whose place it stands; copies have -2 minus that. Edits change the cells, so
the truth needs no alignment.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Cell = tuple[str, int]
"""A code point and the old offset of what it is or of the first code point of what it stands for; -1 for none."""

Sentence = list[Cell]

# fmt: off
WORDINGS = {
    "said": "stated", "told": "informed", "big": "large", "large": "sizeable", "many": "numerous",
    "people": "persons", "began": "started", "but": "however", "about": "roughly", "also": "likewise",
    "because": "since", "after": "following", "before": "ahead of", "while": "whereas", "show": "demonstrate",
    "help": "assist", "use": "employ", "used": "employed", "make": "create", "made": "created",
    "found": "discovered", "think": "believe", "killed": "slain", "died": "lost their lives",
    "government": "administration", "country": "nation", "city": "town", "company": "firm",
    "children": "youngsters", "including": "among them", "several": "a number of", "first": "initial",
    "new": "recent", "old": "former", "year": "twelvemonth", "years": "twelvemonths", "will": "is going to",
    "could": "might", "would": "might", "has": "possesses", "have": "possess", "get": "obtain",
    "important": "significant", "members": "participants", "called": "named", "says": "states",
    "against": "opposed to", "between": "in the midst of", "near": "close to", "report": "account",
    "reported": "recounted", "officials": "authorities", "police": "officers", "attack": "assault",
    "war": "armed conflict", "group": "body", "public": "general", "major": "principal", "part": "portion",
    "where": "in which", "who": "that", "during": "in the course of",
}
# fmt: on
"""Words and what a desk may write for them; the right ones stand for the left ones in place."""

NAMES = [
    "Okonkwo",
    "Lindqvist",
    "Baranov",
    "Castellanos",
    "Whitfield",
    "Nakamura",
    "Zurich",
    "Almaty",
    "Tasmania",
    "Quito",
    "Hargreave",
    "Svensson",
]
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
HEDGES = ["reportedly", "allegedly", "apparently", "in fact according to several accounts"]

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(kw_only=True)
class Draft:
    """An article under revision; ``twins`` are the old spans of sentences of which a copy was put right beside."""

    paragraphs: list[list[Sentence]]
    others: list[str]
    twins: list[tuple[int, int]] = field(default_factory=list)
    line_end: str = "\n"

    def cells(self) -> list[Cell]:
        """All cells, with what stands between sentences and paragraphs."""
        joined: list[Cell] = []
        for number, paragraph in enumerate(filter(None, self.paragraphs)):
            joined += [(char, -1) for char in self.line_end] if number else []
            for place, sentence in enumerate(paragraph):
                joined += [(" ", -1)] if place else []
                joined += sentence
        return joined


Edit = Callable[[Draft, random.Random], None]


def drafted(paragraphs: Sequence[Sequence[str]], others: list[str]) -> tuple[str, Draft]:
    """The text of an article and its draft with nothing changed; ``others`` are sentences to put in."""
    cells: list[list[Sentence]] = []
    offset = 0
    for paragraph in paragraphs:
        cells.append([])
        for sentence in paragraph:
            cells[-1].append([(char, offset + place) for place, char in enumerate(sentence)])
            offset += len(sentence) + 1
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs), Draft(paragraphs=cells, others=others)


def _spots(draft: Draft) -> list[tuple[int, int]]:
    return [(row, place) for row, paragraph in enumerate(draft.paragraphs) for place in range(len(paragraph))]


def _new(text: str) -> Sentence:
    return [(char, -1) for char in text]


def _copy(sentence: Sentence) -> Sentence:
    return [(char, min(origin, -2 - origin)) for char, origin in sentence]


def _text(sentence: Sentence) -> str:
    return "".join(char for char, _ in sentence)


def _put_in(draft: Draft, rng: random.Random, sentence: Sentence) -> None:
    row = rng.randrange(len(draft.paragraphs))
    draft.paragraphs[row].insert(rng.randint(0, len(draft.paragraphs[row])), sentence)


def move_sentences(draft: Draft, rng: random.Random) -> None:
    """A tenth of the sentences go somewhere else, half of these within their paragraph."""
    for _ in range(max(1, len(_spots(draft)) // 10)):
        row, place = rng.choice(_spots(draft))
        sentence = draft.paragraphs[row].pop(place)
        if rng.random() < 0.5:
            draft.paragraphs[row].insert(rng.randint(0, len(draft.paragraphs[row])), sentence)
        else:
            _put_in(draft, rng, sentence)


def insert_paragraphs(draft: Draft, rng: random.Random) -> None:
    """Two paragraphs of one to four sentences of other articles, and two sentences alone."""
    for _ in range(2):
        paragraph = [_new(text) for text in rng.sample(draft.others, rng.randint(1, 4))]
        draft.paragraphs.insert(rng.randint(0, len(draft.paragraphs)), paragraph)
        _put_in(draft, rng, _new(rng.choice(draft.others)))


def delete_paragraphs(draft: Draft, rng: random.Random) -> None:
    """One paragraph in ten goes, and one sentence in ten."""
    for _ in range(max(1, len(draft.paragraphs) // 10)):
        if len(draft.paragraphs) > 1:
            draft.paragraphs.pop(rng.randrange(len(draft.paragraphs)))
    delete_sentences(draft, rng)


def delete_sentences(draft: Draft, rng: random.Random) -> None:
    """One sentence in ten goes."""
    for _ in range(max(1, len(_spots(draft)) // 10)):
        if len(spots := _spots(draft)) > 1:
            row, place = rng.choice(spots)
            draft.paragraphs[row].pop(place)


def replace_sentences(draft: Draft, rng: random.Random) -> None:
    """One sentence in ten gives its place to one of another article."""
    for row, place in rng.sample(_spots(draft), max(1, len(_spots(draft)) // 10)):
        draft.paragraphs[row][place] = _new(rng.choice(draft.others))


def _words(sentence: Sentence) -> list[tuple[int, int, str]]:
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(_text(sentence))]


def _rewrite(sentence: Sentence, change: Callable[[str, bool], str | None]) -> Sentence:
    """The sentence with other words in the place of those for which ``change`` gives some."""
    for start, end, word in reversed(_words(sentence)):
        if (other := change(word, start == 0)) is not None:
            sentence = [*sentence[:start], *((char, sentence[start][1]) for char in other), *sentence[end:]]
    return sentence


def _each(draft: Draft, change: Callable[[Sentence], Sentence]) -> None:
    draft.paragraphs = [[change(sentence) for sentence in paragraph] for paragraph in draft.paragraphs]


def change_numbers(draft: Draft, rng: random.Random) -> None:
    """Half of the numbers, in figures and in words, become other ones."""

    def other(word: str, _first: bool) -> str | None:
        if rng.random() < 0.5:
            return None
        if word.lower() in NUMBER_WORDS:
            return rng.choice([number for number in NUMBER_WORDS if number != word.lower()])
        if word[0].isdigit():
            changed = "".join(rng.choice("123456789") if char.isdigit() else char for char in word)
            return changed if changed != word else None
        return None

    _each(draft, lambda sentence: _rewrite(sentence, other))


def change_names(draft: Draft, rng: random.Random) -> None:
    """A fifth of the capitalised words inside of sentences become other names, each throughout the article."""
    words = [_words(sentence) for paragraph in draft.paragraphs for sentence in paragraph]
    found = sorted({word for row in words for start, _, word in row if start and word[0].isupper() and len(word) > 3})
    given = {word: rng.choice(NAMES) for word in rng.sample(found, min(len(found), max(1, len(found) // 5)))}
    _each(draft, lambda sentence: _rewrite(sentence, lambda word, _first: given.get(word)))


def reword(draft: Draft, rng: random.Random) -> None:
    """Half of the words that :data:`WORDINGS` has are written otherwise; hedges go in after one verb in four."""

    def other(word: str, first: bool) -> str | None:
        wording = WORDINGS.get(word.lower())
        if wording is None or rng.random() < 0.5:
            return None
        return wording[0].upper() + wording[1:] if first else wording

    def hedged(sentence: Sentence) -> Sentence:
        for start, end, word in reversed(_words(sentence)):
            if word in {"was", "were", "is", "are", "had", "has"} and start and rng.random() < 0.25:
                sentence = [*sentence[:end], *_new(" " + rng.choice(HEDGES)), *sentence[end:]]
        return sentence

    _each(draft, lambda sentence: hedged(_rewrite(sentence, other)))


def negate(draft: Draft, rng: random.Random) -> None:
    """Half of the forms of *be*, *can* and *will* get a *not*."""

    def negated(sentence: Sentence) -> Sentence:
        for _, end, word in reversed(_words(sentence)):
            if word in {"was", "were", "is", "are", "will", "could", "would", "should"} and rng.random() < 0.5:
                sentence = [*sentence[:end], *_new(" not"), *sentence[end:]]
        return sentence

    _each(draft, negated)


def typography(draft: Draft, rng: random.Random) -> None:
    """Quotation marks, apostrophes and dashes change their form, spaces are doubled, lines end elsewhere or in CRLF."""
    straight = rng.random() < 0.5
    forms = (
        {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--"} if straight else {"'": "’", "-": "‐", "–": "—"}
    )

    def formed(sentence: Sentence) -> Sentence:
        cells: Sentence = []
        for place, (char, origin) in enumerate(sentence):
            form = forms.get(char, char)
            if char == '"' and not straight:
                form = "“" if place == 0 or sentence[place - 1][0] in " (" else "”"
            if char == " " and (chance := rng.random()) < 0.1:
                form = "  " if chance < 0.05 else "\n"
            cells += [(piece, origin) for piece in form]
        return cells

    _each(draft, formed)
    draft.line_end = rng.choice(["\r\n", "\n\n"])


def duplicate_beside(draft: Draft, rng: random.Random) -> None:
    """Two sentences stand twice, one right after the other."""
    for _ in range(2):
        row, place = rng.choice(_spots(draft))
        sentence = draft.paragraphs[row][place]
        origins = [origin for _, origin in sentence if origin >= 0]
        if origins:
            draft.twins.append((min(origins), max(origins) + 1))
        draft.paragraphs[row].insert(place + rng.randint(0, 1), _copy(sentence))


def duplicate_elsewhere(draft: Draft, rng: random.Random) -> None:
    """A tenth of the sentences stand a second time in some other paragraph."""
    for _ in range(max(2, len(_spots(draft)) // 10)):
        row, place = rng.choice(_spots(draft))
        _far(draft, rng, row, _copy(draft.paragraphs[row][place]))


def insert_twins(draft: Draft, rng: random.Random) -> None:
    """A tenth of the sentences get a near-twin in another paragraph: one to three words other than theirs."""
    for _ in range(max(2, len(_spots(draft)) // 10)):
        row, place = rng.choice(_spots(draft))
        twin = near_twin(draft.paragraphs[row][place], rng)
        if _text(twin) != _text(draft.paragraphs[row][place]):
            _far(draft, rng, row, _copy(twin))


def _far(draft: Draft, rng: random.Random, row: int, sentence: Sentence) -> None:
    """Put a sentence into another paragraph than ``row``, and not at the edge that touches it."""
    rows = [other for other in range(len(draft.paragraphs)) if other != row and draft.paragraphs[other]]
    if rows:
        other = rng.choice(rows)
        paragraph = draft.paragraphs[other]
        paragraph.insert(rng.randint(int(other == row + 1), len(paragraph) - int(other == row - 1)), sentence)


def near_twin(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with one to three other words."""
    words = _words(sentence)
    for start, end, word in sorted(rng.sample(words, min(len(words), rng.randint(1, 3))), reverse=True):
        other = rng.choice(NAMES) if word[0].isupper() else str(rng.randint(2, 999)) if word[0].isdigit() else None
        cells = [(char, sentence[start][1]) for char in other or WORDINGS.get(word, word[::-1])]
        sentence = [*sentence[:start], *cells, *sentence[end:]]
    return sentence


EDITS: dict[str, tuple[Edit, ...]] = {
    "sentences reordered": (move_sentences,),
    "paragraphs, sentences inserted": (insert_paragraphs,),
    "paragraphs, sentences deleted": (delete_paragraphs,),
    "sentences replaced": (replace_sentences,),
    "numbers changed": (change_numbers,),
    "names changed": (change_names,),
    "reworded": (reword,),
    "negated": (negate,),
    "quotation marks, white space": (typography,),
    "duplicated right beside": (duplicate_beside,),
    "duplicated elsewhere": (duplicate_elsewhere,),
    "near-twins inserted": (insert_twins,),
    "deleted, near-twin stays": (delete_sentences,),
}
"""The kinds of revision. For the last one the old article has near-twins already."""

MIXED = "three to six kinds mixed"


def revised(draft: Draft, kind: str, rng: random.Random) -> str:
    """Make a revision of a kind, or of a mixture of them, and return the new text."""
    edits = [edit for edits in EDITS.values() for edit in edits]
    chosen = EDITS[kind] if kind in EDITS else rng.sample(list(dict.fromkeys(edits)), rng.randint(3, 6))
    for edit in chosen:
        edit(draft, rng)
    return _text(draft.cells())
