"""Verbs that share what follows them: *produced and directed videos*, each with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimkit.splitting.expansion import Draft
from claimkit.splitting.lexicon import JOINING
from claimkit.splitting.tidying import without
from claimkit.splitting.tree import Node, subtree
from claimkit.splitting.verbs import is_negated


def each_verb(draft: Draft) -> Iterator[Draft]:
    """The clause with one of its verbs at a time, where they touch and none has anything of its own but adverbs."""
    verbs = _verbs(draft)
    if len(verbs) < 2:
        yield draft
        return
    ties = {node.index for verb in verbs[1:] for tie in verb.of("cc", "punct") for node in subtree(tie)}
    branches = [{node.index for node in (verb, *_own(verb, verbs))} for verb in verbs]
    inside = {index for index in ties if index < verbs[-1].index}
    for place, verb in enumerate(verbs):
        others = set().union(*branches[:place], *branches[place + 1 :]) | inside
        words = without(draft.words, others, verb)
        yield replace(draft, words=words, rule="distribution")


def _verbs(draft: Draft) -> list[Node]:
    head = draft.clause.head
    verbs = [verb for verb in head.of("conj") if verb.tag == head.tag and verb.pos == "VERB"]
    present = {word.node.index for word in draft.words if word.node} if verbs else set()
    verbs = [verb for verb in verbs if verb.index in present]
    if not verbs or head.pos != "VERB" or is_negated(head) or any(verb.of("nsubj", "aux", "mark") for verb in verbs):
        return []
    tied = {tie.word for verb in verbs for tie in verb.of("cc")}
    run = [head, *verbs]
    gap = [node for node in subtree(head) if head.index < node.index < run[-1].index]
    owned = {node.index for verb in run for node in (verb, *_own(verb, run), *verb.of("cc", "punct"))}
    alone = tied and tied <= JOINING - {"but"} and all(node.index in owned for node in gap)
    shares = any(child.index > run[-1].index and not child.is_punctuation for verb in run for child in verb.children)
    return run if alone and shares else []


def _own(verb: Node, run: list[Node]) -> list[Node]:
    """The adverbs before a verb that are its alone: those of all of them but the first."""
    return [] if verb is run[0] else [child for child in verb.of("advmod") if child.index < verb.index]
