"""What stands after *such as* and *including*: the clause without it, and the clause of each example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimkit.splitting.brackets import bracket
from claimkit.splitting.distribution import MAX_CLAIMS, agreeing
from claimkit.splitting.enumerations import branch_of, holds_of_each, members_of
from claimkit.splitting.expansion import Draft
from claimkit.splitting.tidying import without
from claimkit.splitting.tree import NOMINAL, Node, subject_of, subtree
from claimkit.splitting.wording import Word

_AMOUNTS = frozenset({"array", "group", "host", "lot", "number", "range", "series", "variety"})
_NONE = frozenset({"no", "few", "not", "other"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})


def exemplified(draft: Draft) -> Iterator[Draft]:
    """*films such as A and B*: the clause with *films* alone, with *A* alone and with *B* alone."""
    found = next(iter(_lists(draft)), None)
    if found is None:
        yield draft
        return
    example, host, members = found
    branch = subtree(example)
    yield replace(draft, words=without(draft.words, {node.index for node in branch}, draft.clause.head))
    cases = {node.index for case in host.of("case") for node in subtree(case)}
    phrase = [node.index for node in subtree(host) if node.index not in cases]
    whole = {*phrase, *(node.index for node in branch)}
    for member in members:
        own = {node.index for node in branch_of(member, example, members)}
        named = [word for word in draft.words if word.node and word.node.index in own]
        yield replace(draft, words=_put(draft, named, whole, host, member), rule="example")


def _lists(draft: Draft) -> Iterator[tuple[Node, Node, list[Node]]]:
    """The examples in the clause, the noun phrase that they are examples of, and each of them."""
    present = {word.node.index for word in draft.words if word.node}
    for word in draft.words:
        example = word.node
        if example is None or not example.children or not _is_example(example):
            continue
        host = _host(example)
        members = members_of(example, examples=True) or [example]
        there = all(member.index in present for member in members) and len(members) <= MAX_CLAIMS
        if host and host.index in present and there and _fits(draft.clause.head, host, example, members):
            yield example, host, members


def _is_example(node: Node) -> bool:
    opener = next(iter(node.of("case")), None) if node.relation in {"nmod", "obl"} else None
    such = opener is not None and opener.word == "such" and any(part.word == "as" for part in opener.of("fixed"))
    return such or (opener is not None and opener.word == "including")


def _host(example: Node) -> Node | None:
    """The argument of a verb that the examples belong to: *films*, *a number of films*."""
    noun = example.head
    if noun and noun.pos not in NOMINAL:  # hung from the verb: they are examples of what stands right before them
        before = [child for child in noun.of(*_ARGUMENTS) if child.index < example.index]
        noun = before[-1] if before else None
    if noun is None or noun.number != "Plur" or not _right_behind(example, noun):
        return None
    above = noun.head
    amount = above is not None and above.lemma in _AMOUNTS and any(det.word == "a" for det in above.of("det"))
    if noun.relation == "nmod" and above and amount:
        noun = above
    return noun if noun.relation in _ARGUMENTS else None


def _right_behind(example: Node, noun: Node) -> bool:
    """Whether nothing but a comma or brackets stands between the noun and its examples."""
    opener = example.of("case")[0]
    between = [node for node in subtree(noun) if noun.index < node.index < opener.index and not node.is_punctuation]
    inside = [part.index for node in subtree(noun) for part in bracket(node)]
    return all(node.index in inside for node in between)


def _fits(head: Node, host: Node, example: Node, members: Sequence[Node]) -> bool:
    words = {child.word for child in host.children if child.index < example.index}
    last = max(node.index for node in subtree(host) if not node.is_punctuation) <= subtree(example)[-1].index
    return last and words.isdisjoint(_NONE) and holds_of_each(head, host, list(members), fine=True)


def _put(draft: Draft, own: Sequence[Word], whole: set[int], host: Node, member: Node) -> tuple[Word, ...]:
    """The words with the example in the place of the phrase, and the verb in its number."""
    result: list[Word] = []
    done = False
    for word in draft.words:
        if word.node is None or word.node.index not in whole:
            result.append(word)
        elif not done:
            result += own
            done = True
    head = draft.clause.head
    subject = subject_of(head) is host and member.number != "Plur"
    return agreeing(tuple(result), head) if subject else tuple(result)
