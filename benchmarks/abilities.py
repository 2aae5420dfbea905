"""The abilities of the splitter, and how each is switched off: what stands where it is looked up is put aside.

To add one, add a row to :func:`abilities`: a name, and the patches that leave it out. A rule in ``expansion._RULES``
has its row of itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from claimkit import splitting
from claimkit.splitting import expansion
from claimkit.splitting.distribution import Told
from claimkit.splitting.lexicon import SAYING


class UnknownNameError(Exception):
    """A patch names something that the splitter does not have (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """``module.name`` gives way to what ``change`` makes of it."""

    module: str
    name: str
    change: Callable[[Any], Any]


Abilities = dict[str, Sequence[Patch]]


def abilities() -> Abilities:
    """All of them, by name."""
    known = dict.fromkeys(rule for rules in expansion._RULES.values() for rule in rules)
    rules: Abilities = {f"rule: {rule.__name__}": (_without_rule(rule),) for rule in known}
    return rules | {
        "clauses that are presupposed": (_gives("expansion", "presupposed", lambda *_: None),),
        "lists told apart": tuple(_gives(module, "distributed", _one) for module in ("expansion", "granularity")),
        "reported clauses": (_gives("expansion", "reported", lambda *_: iter(())),),
        "verbs that are the saying": (_gives("expansion", "spoken", lambda *_: None),),
        "verbs left out": (_gives("expansion", "gapped", lambda words, _: [tuple(words)]),),
        "sayings inside claims": (_gives("parts", "embedded", lambda *_: []),),
        "clauses in nouns": (_gives("parts", "nominal", lambda *_: iter(())),),
        "passives": (_gives("acts", "_passive", lambda *_: None),),
        "feelings": (_gives("acts", "_feeling", lambda *_: None),),
        "stances": tuple(_gives_words("acts", name) for name in ("STANCES", "WEAK_SPEECH_ACTS")),
        "wishes": (_gives_words("acts", "ATTITUDES"),),
        "quotations that the parser lost": (_gives("acts", "_quoted_beside", lambda *_: []),),
        "speakers that a layout names": tuple(
            _gives("quotations", name, lambda *_: None) for name in ("turn_of", "signature_of")
        ),
        "one name over the article": (_gives("splitter", "identified", lambda chain, _: chain),),
        "adjuncts one at a time": (_gives("granularity", "adjuncts", lambda *_: []),),
        "qualities": (_gives("granularity", "_qualities", lambda *_: []),),
        "clauses of the predicate noun": (_gives("granularity", "descriptions", lambda *_: iter(())),),
        "events beside the clause": (_gives("granularity", "_events", lambda *_: iter(())),),
        "examples": (_gives("granularity", "exemplified", lambda draft: iter((draft,))),),
        "verbs that share an object": (_gives("granularity", "each_verb", lambda draft: iter((draft,))),),
        "connectives left out": (_gives("granularity", "connectives", lambda *_: []),),
        "titles and appositions": (_gives("granularity", "beside", lambda *_: iter(())),),
        "ages, homes, nationalities": (_gives("granularity", "particulars", lambda *_: iter(())),),
        "brackets told": (_gives("granularity", "bracketed", lambda *_: iter(())),),
        "brackets taken out": (_gives("granularity", "_without_brackets", lambda draft: draft),),
        "mending, all": (_gives("parts", "mend", lambda *_: None),),
        "mending of misreadings": (_gives("mending", "mend_misreadings", lambda *_: None),),
        "mending of lists": (_gives("mending", "mend_lists", lambda *_: None),),
        "mending of predicates": (_gives("mending", "mend_predicates", lambda *_: None),),
        "mending of what is said": (_gives("reporting", "mend_content", lambda *_: None),),
        "mending around sayings": (_gives("mending", "mend_reporting", lambda *_: None),),
        "floating sayings": (_gives("parts", "floating", lambda *_: iter(())),),
        "speakers of quotations": (_gives("splitter", "with_speakers", _as_they_are),),
        "names for he and she, speakers": (_gives("splitter", "with_antecedents", _untraced),),
        "words that do not stand alone": (_gives("parts", "completed", lambda words, _: (words, ())),),
        "lists of blocks joined": (_gives("splitter", "_join_lists", lambda *_: None),),
        "verbs of saying, first half": tuple(_without_words(frozenset(sorted(SAYING)[0::2]))),
        "verbs of saying, second half": tuple(_without_words(frozenset(sorted(SAYING)[1::2]))),
    }


@contextmanager
def switched_off(patches: Sequence[Patch]) -> Iterator[None]:
    """Without that ability, as long as the context lasts.

    Raises :class:`UnknownNameError` where the splitter has no such name.
    """
    before: list[tuple[Any, str, Any]] = []
    try:
        for patch in patches:
            module = importlib.import_module(f"{splitting.__name__}.{patch.module}")
            if not hasattr(module, patch.name):
                raise UnknownNameError(f"{patch.module}.{patch.name}")
            before.append((module, patch.name, getattr(module, patch.name)))
            setattr(module, patch.name, patch.change(before[-1][2]))
        yield
    finally:
        for module, name, value in reversed(before):
            setattr(module, name, value)


def _gives(module: str, name: str, instead: Callable[..., Any]) -> Patch:
    return Patch(module=module, name=name, change=lambda _: instead)


def _gives_words(module: str, name: str) -> Patch:
    return Patch(module=module, name=name, change=lambda _: frozenset())


def _without_rule(rule: Any) -> Patch:
    def change(known: Mapping[str, Sequence[Any]]) -> Mapping[str, Sequence[Any]]:
        return {relation: tuple(other for other in rules if other is not rule) for relation, rules in known.items()}

    return Patch(module="expansion", name="_RULES", change=change)


def _without_words(words: frozenset[str]) -> Iterator[Patch]:
    """Each word list of the splitter's modules that holds the verbs of saying, without some of them."""
    for found in pkgutil.iter_modules(splitting.__path__):
        module = importlib.import_module(f"{splitting.__name__}.{found.name}")
        for name, value in vars(module).items():
            if isinstance(value, frozenset) and value >= SAYING:
                yield Patch(module=found.name, name=name, change=lambda known: known - words)


def _one(words: Sequence[Any], *_: Any, **__: Any) -> list[Told]:
    return [Told(words=tuple(words))]


def _as_they_are(paragraphs: Sequence[Any], _: str) -> list[list[Any]]:
    return [list(told) for paragraph in paragraphs for told in paragraph.claims]


def _untraced(sentences: Sequence[Any]) -> list[list[Any]]:
    return [list(claims) for _, _, claims in sentences]
