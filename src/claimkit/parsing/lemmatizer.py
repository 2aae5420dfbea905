"""Lemmas as Universal Dependencies has them, from the ends of words: one table for each kind of word.

A spaCy component, to stand behind the parser: it reads tags, and of the tree no more than what *'s* stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.lookups import Lookups

from claimkit.errors import SplitError
from claimkit.parsing.digests import damaged, read, verify, write

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

TABLE = "lemma_endings"
"""The table of spaCy's ``Lookups``: for each kind of word its endings, and for each of them how many letters go and
which come instead. The longest ending counts; a whole word has :data:`START` before it."""

LOOKUPS = "lookups.bin"
_CACHED = 100_000

START = "^"
LONGEST = 5
"""Letters of the longest ending that is no whole word."""

Edit = Sequence[int | str]
"""How many letters go, and which come."""

Endings = Mapping[str, Edit]

_NOTHING: Edit = (0, "")
_LETTERS = {"NOUN": "N", "PROPN": "N", "VERB": "VM", "AUX": "VM", "ADJ": "J", "ADV": "R", "PRON": "P"}
_KINDS = {
    "NNS": "plural",
    "NNPS": "plural",
    "VB": "base",
    "VBP": "base",
    "VBZ": "third person",
    "VBD": "past",
    "VBN": "past",
    "VBG": "gerund",
    "JJR": "comparative",
    "JJS": "superlative",
    "RBR": "comparative adverb",
    "RBS": "superlative adverb",
    "PRP$": "possessive",
}
_VERBS = {"ing": "gerund", "ed": "past", "s": "third person"}
_APOSTROPHES = str.maketrans("‘’", "''")
_CONTRACTED = {"'s", "’s", "'S", "’S"}
_ROMAN = frozenset("IVXLCDM")


def plain(word: str) -> str:
    """The word with straight apostrophes."""
    return word if word.isascii() else word.translate(_APOSTROPHES)


def folded(word: str, upos: str) -> str:
    """The word as the table has it: in lower case, with straight apostrophes, a number without its commas."""
    low = plain(word).lower()
    return low.replace(",", "") or low if upos == "NUM" else low


def kind_of(low: str, upos: str, xpos: str) -> str:
    """The table for a word: its inflection, or its part of speech. Where its tags disagree, a verb's ending decides."""
    if xpos and xpos[0] in _LETTERS.get(upos, ""):
        return _KINDS.get(xpos, upos)
    if upos in {"VERB", "AUX"}:
        return next((kind for ending, kind in _VERBS.items() if low.endswith(ending)), "base")
    return upos


def keeps_case(upos: str, xpos: str) -> bool:
    """Whether the word is, or belongs to, a name, whose lemma is spelt with the capitals of the text."""
    return upos == "PROPN" or xpos.startswith("NNP")


def edit_of(word: str, endings: Endings) -> Edit:
    """What the longest ending of this word in lower case says."""
    found = endings.get(START + word)
    if found is not None:
        return found
    for start in range(max(0, len(word) - LONGEST), len(word) + 1):
        found = endings.get(word[start:])
        if found is not None:
            return found
    return _NOTHING


def lemma_of(text: str, upos: str, xpos: str, endings: Endings, *, first: bool) -> str:
    """The lemma of a word with these tags; ``first`` says that it may owe its capital to the sentence's beginning."""
    word, low = plain(text), folded(text, upos)
    stem, new = _cut(low, endings)
    if upos == "NUM":
        return word if _ROMAN.issuperset(word) else low[:stem] + new  # Elizabeth II
    if keeps_case(upos, xpos):
        return word[:stem] + (new.upper() if len(word) > 1 and word.isupper() else new)
    if upos == "ADJ" and not first and not word.isupper():  # the Indian army
        return word[:stem] + new
    return low[:stem] + new


def _cut(low: str, endings: Endings) -> tuple[int, str]:
    """How many letters of the word stay, and which come behind them; there is always one."""
    cut, new = edit_of(low, endings)
    stem = len(low) - int(cut)
    return (stem, str(new)) if stem or new else (len(low), "")


class Lemmatizer:
    """Sets ``token.lemma_``; its table comes by :meth:`from_disk` or as ``lookups``."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab, self.name = vocab, name
        self.lookups = Lookups()
        self._known: dict[tuple[int, int, int, bool], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document, annotated in place."""
        first = True
        for token in doc:
            first = first or bool(token.is_sent_start)
            key = (token.orth, token.pos, token.tag, first)
            lemma = self._known.get(key)
            if lemma is None:
                if len(self._known) >= _CACHED:
                    self._known.clear()
                lemma = self._known[key] = self._lemma(token, first=first)
            token.lemma_ = lemma
            if token.text in _CONTRACTED and _is_perfect(token):
                token.lemma_ = "have"
            first = first and (token.is_punct or token.is_space)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterable[Doc]:
        """The documents one by one."""
        del batch_size
        return map(self, stream)

    def _lemma(self, token: Token, *, first: bool) -> str:
        if token.is_space:
            return str(token.text)
        if TABLE not in self.lookups:
            raise SplitError(f"the component {self.name!r} has no table", remedy="load a pipeline that has one")
        kind = kind_of(token.lower_, token.pos_, token.tag_)
        endings = self.lookups.get_table(TABLE).get(kind, {})
        return lemma_of(token.text, token.pos_, token.tag_, endings, first=first)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into that folder."""
        del exclude
        write({LOOKUPS: self.lookups.to_bytes()}, Path(path))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The table in one piece, as spaCy's own components give theirs."""
        del exclude
        packed: bytes = self.lookups.to_bytes()
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Lemmatizer:
        """The lemmatizer itself, with the table that :meth:`to_bytes` gave.

        Raises :class:`~claimkit.errors.SplitError` where it is damaged.
        """
        del exclude
        return self._with(data, Path(self.name))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Lemmatizer:
        """The lemmatizer itself, with the table of that folder.

        Raises :class:`~claimkit.errors.SplitError` where it is missing or damaged.
        """
        del exclude
        folder = Path(path)
        files = read(folder, [LOOKUPS])
        verify(files, [LOOKUPS], folder)
        return self._with(files[LOOKUPS], folder)

    def _with(self, data: bytes, place: Path) -> Lemmatizer:
        try:
            lookups = Lookups().from_bytes(data)
        except Exception as error:  # whatever damaged bytes make msgpack raise
            raise damaged(place, str(error)) from error
        self.lookups = lookups
        self._known.clear()
        return self


def _is_perfect(token: Token) -> bool:
    """Whether *'s* is *has*: an auxiliary of the active whose verb is no *-ing* form, or *been* follows."""
    if token.pos_ != "AUX" or token.dep_ != "aux":
        return False
    return token.head.tag_ != "VBG" or any(child.lower_ == "been" for child in token.head.lefts)


@Language.factory("claimkit_lemmatizer")
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """A lemmatizer without a table, as spaCy asks for it before it reads one."""
    return Lemmatizer(nlp.vocab, name)
