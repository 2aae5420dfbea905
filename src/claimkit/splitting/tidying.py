"""Words cut out of a claim, and the commas that they leave behind."""

from __future__ import annotations

from collections.abc import Container, Sequence

from claimkit.splitting.tree import Node, subject_of, subtree
from claimkit.splitting.wording import Word

_TIES = frozenset({",", ";", "–", "—", "-"})
_LEFT = frozenset({"case", "det", "cc", "fixed", "mark"})


def without(words: Sequence[Word], gone: Container[int], head: Node) -> tuple[Word, ...]:
    """The words less those with these indexes, and less the commas that then part what belongs together."""
    kept: list[Word] = []
    cut = False
    for word in words:
        if word.node and word.node.index in gone:
            cut = True
        elif not (cut and word.form in _TIES and kept and kept[-1].form in _TIES):
            kept.append(word)
            cut = False
    return tuple(kept) if len(kept) == len(words) else tidied(kept, head)


def tidied(words: Sequence[Word], head: Node) -> tuple[Word, ...]:
    """The words without a comma after a preposition, between an adjective and its noun, or alone before the verb."""
    stray = {place for place, word in enumerate(words) if word.form == "," and _is_stray(words, place, head)}
    return tuple(word for place, word in enumerate(words) if place not in stray)


def _is_stray(words: Sequence[Word], comma: int, head: Node) -> bool:
    before = words[comma - 1].node if comma else None
    after = words[comma + 1].node if comma + 1 < len(words) else None
    if before is None or after is None:
        return False
    if _parts_subject(words, comma, before, after, head):
        return True
    mark = words[comma].node
    touching = mark is not None and mark.before is before and mark.after is after
    if touching:  # as the article has it
        return False
    if before.relation in _LEFT and before.pos != "ADV":
        return True
    if mark is not None and mark.before is not before and after.dep == "case":  # was born [in May], in a village
        return head.index <= before.index
    top = before
    while top.relation == "conj" and top.head:
        top = top.head
    return top.relation in {"amod", "compound", "nummod"} and top.head is after


def _parts_subject(words: Sequence[Word], comma: int, before: Node, after: Node, head: Node) -> bool:
    """Whether the one comma of the clause so far stands between its subject and its verb."""
    subject = subject_of(head)
    verbs = {head, *head.of("aux", "cop")}
    if subject is None or after not in verbs or before not in subtree(subject) or before.index > head.index:
        return False
    own = set(subtree(subject))
    earlier = sum(word.form == "," and word.node in own for word in words[:comma])
    return earlier % 2 == 0
