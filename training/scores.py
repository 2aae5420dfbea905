"""How well one reading of a text repeats another: the CoNLL-18 shared task's scores, scores without punctuation, names.

The definitions are those of the shared task's ``conll18_ud_eval.py``. Two words match when they have the same place in
the raw text. A score counts, of the words that match, those on which both readings agree; precision is their share of
the system's words, recall of the gold words. Heads agree when they match, or when both words are roots. ``UAS``,
``LAS`` and ``CLAS`` compare relations without their subtypes, ``UFeats`` and ``AllTags`` only universal features, and
a gold lemma ``_`` agrees with any. ``Feats`` (all features) is ours, and so are the scores without punctuation, which
compare whole relations: ``UAS-p`` and ``LAS-p`` are F1 over all such words, ``UAS-m`` and ``LAS-m`` the share that is
right of those that match.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

FUNCTION = frozenset({"aux", "case", "cc", "clf", "cop", "det", "mark", "punct"})
"""The relations that do not count for ``CLAS``: all of UD but those of content words."""

_FEATS = (
    "Abbr Animacy Aspect Case Definite Degree Evident Foreign Gender Mood NumType Number Person Polarity Polite Poss "
    "PronType Reflex Tense VerbForm Voice"
)
UNIVERSAL = frozenset(_FEATS.split())
"""The features that count for ``UFeats`` and ``AllTags``."""

Span = tuple[int, int]
"""A half-open range of code points in the text."""

Entity = tuple[int, int, str]
"""The same with the type of what is named there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a reading says of one word; ``head`` is the place of its head, None for a root."""

    lemma: str
    upos: str
    xpos: str
    feats: frozenset[str]
    head: Span | None
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is said of one text. ``silent`` are the sentences of whose names nothing is said."""

    words: Mapping[Span, Analysis]
    sentences: Collection[Span]
    entities: Collection[Entity] = ()
    silent: Collection[Span] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are in the gold reading and in the system's, and on how many of them both agree."""

    gold: int = 0
    system: int = 0
    correct: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The tally of two texts together."""
        return Tally(self.gold + other.gold, self.system + other.system, self.correct + other.correct)

    @property
    def precision(self) -> float:
        """In percent; 0 where the system has none."""
        return 100 * self.correct / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """In percent; 0 where the gold reading has none."""
        return 100 * self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in percent."""
        return 200 * self.correct / (self.gold + self.system) if self.gold + self.system else 0.0


Tallies = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Measure:
    """When two analyses agree, which words count, and whether words without a match are left out."""

    agree: Callable[[Analysis, Analysis], bool]
    counts: Callable[[Analysis], bool] = lambda _: True
    matched: bool = False

    def tally(self, gold: Reading, system: Reading) -> Tally:
        """The measure taken of one text; a word counts for the matched where it counts in the gold reading."""
        pairs = [(gold.words[span], system.words[span]) for span in gold.words.keys() & system.words.keys()]
        counted = [(one, other) for one, other in pairs if self.counts(one)]
        if self.matched:
            return Tally(len(counted), len(counted), sum(self.agree(*pair) for pair in counted))
        return Tally(
            sum(map(self.counts, gold.words.values())),
            sum(map(self.counts, system.words.values())),
            sum(self.counts(pair[1]) and self.agree(*pair) for pair in counted),
        )


def _universal_feats(word: Analysis) -> frozenset[str]:
    return frozenset(feat for feat in word.feats if feat.partition("=")[0] in UNIVERSAL)


def _tags(word: Analysis) -> tuple[str, str, frozenset[str]]:
    return word.upos, word.xpos, _universal_feats(word)


def _universal(word: Analysis) -> tuple[Span | None, str]:
    return word.head, word.relation.partition(":")[0]


def _full(word: Analysis) -> tuple[Span | None, str]:
    return word.head, word.relation


def _content(word: Analysis) -> bool:
    return word.relation.partition(":")[0] not in FUNCTION


def _unpunctuated(word: Analysis) -> bool:
    return word.relation.partition(":")[0] != "punct"


def _same(key: Callable[[Analysis], object]) -> Callable[[Analysis, Analysis], bool]:
    return lambda gold, system: key(gold) == key(system)


MEASURES = {
    "Words": Measure(lambda gold, system: True),
    "UPOS": Measure(_same(lambda word: word.upos)),
    "XPOS": Measure(_same(lambda word: word.xpos)),
    "UFeats": Measure(_same(_universal_feats)),
    "Feats": Measure(_same(lambda word: word.feats)),
    "AllTags": Measure(_same(_tags)),
    "Lemmas": Measure(lambda gold, system: gold.lemma in {"_", system.lemma}),
    "UAS": Measure(_same(lambda word: word.head)),
    "LAS": Measure(_same(_universal)),
    "CLAS": Measure(_same(_universal), _content),
    "UAS-p": Measure(_same(lambda word: word.head), _unpunctuated),
    "LAS-p": Measure(_same(_full), _unpunctuated),
    "UAS-m": Measure(_same(lambda word: word.head), _unpunctuated, matched=True),
    "LAS-m": Measure(_same(_full), _unpunctuated, matched=True),
}


def word_scores(gold: Reading, system: Reading) -> Tallies:
    """Sentences and each of the measures."""
    return {
        "Sentences": _overlap(gold.sentences, system.sentences),
        **{name: measure.tally(gold, system) for name, measure in MEASURES.items()},
    }


def relation_scores(gold: Reading, system: Reading) -> Tallies:
    """For each whole relation: where both readings have it between the same words."""
    wanted = Counter(word.relation for word in gold.words.values())
    given = Counter(word.relation for word in system.words.values())
    both = gold.words.keys() & system.words.keys()
    right = Counter(gold.words[span].relation for span in both if _full(gold.words[span]) == _full(system.words[span]))
    return {name: Tally(wanted[name], given[name], right[name]) for name in wanted | given}


def entity_scores(gold: Reading, system: Reading) -> Tallies:
    """``all`` (place and type), ``spans`` (place alone), each type; the system is not asked about silent sentences."""
    said = [item for item in system.entities if not any(start <= item[0] < end for start, end in gold.silent)]
    types = {item[2] for item in [*gold.entities, *said]}
    return {
        "all": _overlap(gold.entities, said),
        "spans": _overlap([item[:2] for item in gold.entities], [item[:2] for item in said]),
        **{
            name: _overlap(*([item for item in items if item[2] == name] for items in (gold.entities, said)))
            for name in sorted(types)
        },
    }


def total(parts: Iterable[Tallies]) -> Tallies:
    """The tallies of many texts together."""
    whole: Tallies = {}
    for part in parts:
        for name, tally in part.items():
            whole[name] = whole.get(name, Tally()) + tally
    return whole


def _overlap(gold: Iterable[object], system: Iterable[object]) -> Tally:
    one, other = set(gold), set(system)
    return Tally(len(one), len(other), len(one & other))
