"""The lemmatizer's table, from WordNet (as ``spacy-lookups-data`` has it) and from the treebanks it is trained on.

WordNet gives lemmas, from which regular forms are made, and a list of irregular forms; the treebanks' words decide
where a form has several lemmas. Of all these pairs the table keeps the endings that most words agree on, and the words
that do not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

import srsly
from spacy.lookups import Lookups

from claimkit.parsing.lemmatizer import LONGEST, START, TABLE, Edit, edit_of, folded, keeps_case, kind_of
from claimkit.splitting.inflection import past, present
from training.treebanks import Document

FEW = 5
"""An ending that is no whole word stands for so many words at least."""

SURE = 3
"""So often the treebanks have to say that a form is its own lemma (*troops*) where WordNet has another."""

_CLASSES = {
    "NOUN": "noun",
    "plural": "noun",
    "base": "verb",
    "third person": "verb",
    "past": "verb",
    "gerund": "verb",
    "ADJ": "adj",
    "comparative": "adj",
    "superlative": "adj",
    "ADV": "adv",
    "comparative adverb": "adv",
    "superlative adverb": "adv",
}
_COMPARABLE = 8
"""Longer words are compared with *more*."""

Pair = tuple[str, str]
"""A kind of word (see :func:`claimkit.parsing.lemmatizer.kind_of`) and a form in lower case."""


def tables(train: Iterable[Document]) -> Lookups:
    """The lookups of :class:`claimkit.parsing.lemmatizer.Lemmatizer`; the same on every machine.

    Raises ``ModuleNotFoundError`` where ``spacy-lookups-data`` is not installed.
    """
    index = {name: frozenset(filter(_is_word, words)) for name, words in _wordnet("index").items()}
    seen = _seen(train)
    pairs = _known(index, seen)
    for (kind, form), lemmas in seen.items():
        lemma, count = _usual(lemmas)
        same = lemma.lower() == form
        enough = same and count >= SURE if form in pairs[kind] else same or count > 1
        if enough or lemma.lower() in index.get(_CLASSES.get(kind, ""), ()):
            pairs[kind][form] = lemma if count > 1 else lemma.lower()
    lookups = Lookups()
    lookups.add_table(TABLE, {kind: _endings(found) for kind, found in sorted(pairs.items())})
    return lookups


def _wordnet(name: str) -> dict[str, Any]:
    data = resources.files("spacy_lookups_data") / "data" / f"en_lemma_{name}.json.gz"
    with resources.as_file(data) as path:
        found: dict[str, Any] = srsly.read_gzip_json(path)
    return found


def _is_word(form: str) -> bool:
    return form.isascii() and form.isalpha()


def _seen(train: Iterable[Document]) -> dict[Pair, Counter[str]]:
    """How often each form of the treebanks has which lemma; a slip counts when it is made twice."""
    seen: dict[Pair, Counter[str]] = defaultdict(Counter)
    slips: Counter[tuple[Pair, str]] = Counter()
    for word in (word for document in train for sentence in document.sentences for word in sentence.words):
        form = folded(word.surface, word.upos)
        pair = kind_of(form, word.upos, word.xpos), form
        lemma = word.lemma.lower() if keeps_case(word.upos, word.xpos) else word.lemma
        if word.xpos != "GW" and lemma != "_":
            if "Typo=Yes" in word.feats:
                slips[pair, lemma] += 1
            else:
                seen[pair][lemma] += 1
    for (pair, lemma), count in slips.items():
        if count > 1:
            seen[pair][lemma] += count
    return seen


def _usual(lemmas: Counter[str]) -> tuple[str, int]:
    """The usual lemma in its usual spelling, and how often it is meant."""
    meant: Counter[str] = Counter()
    for lemma, count in lemmas.items():
        meant[lemma.lower()] += count
    usual = _first(meant)
    return _first(Counter({lemma: count for lemma, count in lemmas.items() if lemma.lower() == usual})), meant[usual]


def _first(counts: Counter[Any]) -> Any:
    """The most frequent; of equals the one that sorts first."""
    return min(counts, key=lambda item: (-counts[item], item))


def _known(index: Mapping[str, Iterable[str]], seen: Mapping[Pair, Counter[str]]) -> dict[str, dict[str, str]]:
    """For each kind of word WordNet's lemma of each form; of several the one that the treebanks have oftenest."""
    often: Counter[Pair] = Counter()
    for (kind, _), lemmas in seen.items():
        for lemma, count in lemmas.items():
            often[_CLASSES.get(kind, ""), lemma.lower()] += count
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, form), found in _forms(index).items():
        pairs[kind][form] = max(found, key=lambda lemma: often[_CLASSES[kind], lemma])
    return pairs


def _forms(index: Mapping[str, Iterable[str]]) -> dict[Pair, list[str]]:
    """WordNet's lemmas for each inflected form: those of an irregular form before those of a regular one."""
    forms: dict[Pair, list[str]] = defaultdict(list)
    for pair, lemma in (*_irregular(), *_regular(index)):
        if lemma not in forms[pair]:
            forms[pair].append(lemma)
    for noun in sorted(index["noun"]):
        if noun.endswith(("ics", "ies")):  # politics, series
            forms.setdefault(("plural", noun), [noun])
    return forms


def _irregular() -> Iterator[tuple[Pair, str]]:
    for name, forms in _wordnet("exc").items():
        for form, lemmas in forms.items():
            for lemma in lemmas:
                if _is_word(form) and _is_word(lemma) and form != lemma:
                    yield (_kind(name, form), form), lemma


def _kind(name: str, form: str) -> str:
    if name == "noun":
        return "plural"
    if name == "verb":
        return "gerund" if form.endswith("ing") else "third person" if form.endswith("s") else "past"
    return ("comparative" if form.endswith("r") else "superlative") + (" adverb" if name == "adv" else "")


def _regular(index: Mapping[str, Iterable[str]]) -> Iterator[tuple[Pair, str]]:
    for noun in sorted(index["noun"]):
        yield ("plural", present(noun, plural=False)), noun
        if noun.endswith(("o", "ch")):  # pianos, monarchs
            yield ("plural", noun + "s"), noun
    doubled = {lemma for (kind, form), lemma in _irregular() if kind == "gerund" and len(form) == len(lemma) + 4}
    for verb in sorted(index["verb"]):
        yield ("third person", present(verb, plural=False)), verb
        if verb not in doubled or verb + "e" not in index["verb"]:  # *hoping* is no form of *hop*
            yield ("gerund", _gerund(verb)), verb
            yield ("past", past(verb, _gerund(verb))), verb
    for name, after in (("adj", ""), ("adv", " adverb")):
        for word in sorted(index[name]):
            if len(word) <= _COMPARABLE and not (after and word.endswith("ly")):
                stem = word.removesuffix("e")
                stem = stem[:-1] + "i" if stem.endswith("y") else stem
                yield ("comparative" + after, stem + "er"), word
                yield ("superlative" + after, stem + "est"), word


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return (verb if verb.endswith(("ee", "oe", "ye")) else verb.removesuffix("e")) + "ing"


def _endings(lemmas: Mapping[str, str]) -> dict[str, Edit]:
    """The endings that give each form its lemma: what most words with an ending need, and the words that differ."""
    edits = {form: _edit(form, lemma) for form, lemma in sorted(lemmas.items())}
    counts: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, edit in edits.items():
        for size in range(min(LONGEST, len(form)) + 1):
            counts[form[len(form) - size :]][edit] += 1
    endings: dict[str, Edit] = {}
    for ending, found in sorted(counts.items(), key=lambda item: (len(item[0]), item[0])):
        edit = _first(found)
        agreed = found[edit] >= max(FEW, found.total() / 2) and edit[0] <= len(ending)
        if agreed and edit != edit_of(ending, endings):
            endings[ending] = edit
    return endings | {START + form: edit for form, edit in edits.items() if edit != edit_of(form, endings)}


def _edit(form: str, lemma: str) -> tuple[int, str]:
    """How many letters of the form go, and which come."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]
