"""Clauses that leave out what the first one has: *Norway borders Sweden to the east and Russia to the north*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimkit.splitting.tree import NOMINAL, Node, subject_of, subtree
from claimkit.splitting.wording import Word

_TIES = frozenset({"and", ","})
_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM"})


def gapped(words: Sequence[Word], head: Node) -> list[tuple[Word, ...]]:
    """The words as they are, or those of each clause where the verb is said but once."""
    return _subjects_with_objects(words, head) or _objects_with_phrases(words, head) or [tuple(words)]


def _objects_with_phrases(words: Sequence[Word], head: Node) -> list[tuple[Word, ...]]:
    """*met Ann in Paris and Tom in Rome*: an object and a phrase, and both again with that preposition."""
    things = [thing for thing in head.of("obj", "obl") if thing.index > head.index and not thing.of("case")]
    verb = _place(words, head) if things else -1
    if verb < 0:
        return []
    first = verb + 1
    at = _phrase_end(words, first)
    if at == first or at >= len(words) or _node(words, at) is None:
        return []
    case = words[at].form
    cuts = [place for place in range(at, len(words)) if words[place].form in _TIES]
    starts = [place + 1 for place in cuts if _is_pair(words, place + 1, case)]
    if not starts or _case_of(words[at]) is None or words[starts[-1] - 1].form != "and":
        return []
    if starts[0] - 1 - at > 8 or any(word.form in _TIES for word in words[at : starts[0] - 1]):
        return []
    ends = [start - 1 for start in starts]
    bounds = [*zip([first, *starts], [*ends, len(words)], strict=True)]
    return [(*words[:first], *words[start:stop]) for start, stop in bounds]


def _is_pair(words: Sequence[Word], start: int, case: str) -> bool:
    """Whether a bare noun phrase begins there, with a phrase of that preposition behind it."""
    end = _phrase_end(words, start)
    if end == start or end + 1 >= len(words) or words[end].form != case:
        return False
    return any((node := word.node) is not None and node.pos in NOMINAL for word in words[start:end])


def _phrase_end(words: Sequence[Word], start: int) -> int:
    """Where the run of articles, adjectives and nouns that begins there ends."""
    end = start
    while end < len(words) and (node := words[end].node) is not None and (node.pos in _PARTS or node.tag == "POS"):
        end += 1
    return end


def _case_of(word: Word) -> Node | None:
    return word.node if word.node and word.node.dep == "case" else None


def _subjects_with_objects(words: Sequence[Word], head: Node) -> list[tuple[Word, ...]]:
    """*The Greens won 12 seats, the Liberals 9 and Labour 7*; *Lee won the cup and Hill the medal*."""
    thing = next((child for child in head.of("obj") if child.index > head.index), None)
    subject = subject_of(head) if thing else None
    if thing is None or subject is None or subject.index > head.index or (verb := _place(words, head)) < 0:
        return []
    counted = thing.pos == "NUM" or bool(thing.of("nummod"))
    starts = [place + 1 for place in range(verb, len(words)) if words[place].form in _TIES]
    pairs = [(start, cut) for start in starts if (cut := _object_after_name(words, start, thing, counted=counted))]
    if not pairs or words[pairs[-1][0] - 1].form != "and":
        return []
    ends = [start - 1 for start, _ in pairs]
    result = [tuple(words[: ends[0]])]
    own = set(subtree(subject))
    begin = next((place for place, word in enumerate(words) if word.node in own), 0)  # a relative's subject is another
    for (start, cut), stop in zip(pairs, [*ends[1:], len(words)], strict=True):
        name = words[start:cut]
        result.append((*words[:begin], *name, *_verbs(words, head, begin, subject), *words[cut:stop]))
    return result


def _verbs(words: Sequence[Word], head: Node, begin: int, subject: Node) -> tuple[Word, ...]:
    own = set(subtree(subject))
    return tuple(word for word in words[begin : _place(words, head) + 1] if word.node not in own and word.form != ",")


def _object_after_name(words: Sequence[Word], start: int, thing: Node, *, counted: bool) -> int:
    """Where behind a name a bare number or a noun phrase like the first object begins; 0 where none does."""
    run = words[start : _phrase_end(words, start)]
    for place, (before, word) in enumerate(pairwise(run), 1):
        node, name = word.node, before.node
        if node is None or name is None or name.pos != "PROPN":
            continue
        last = place == len(run) - 1
        alike = any(later.node is not None and later.node.lemma == thing.lemma for later in run[place:])
        if (counted and node.pos == "NUM" and (last or alike)) or (node.pos == "DET" and alike):
            return start + place
    return 0


def _place(words: Sequence[Word], head: Node) -> int:
    return next((place for place, word in enumerate(words) if word.node is head), -1)


def _node(words: Sequence[Word], place: int) -> Node | None:
    return words[place].node
