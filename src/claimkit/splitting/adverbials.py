"""Adverbial clauses that are told as facts, beside the main clause or under it."""

from __future__ import annotations

from dataclasses import replace

from claimkit.splitting.clauses import Clause, clause_of
from claimkit.splitting.lexicon import CONTRASTING, PRESUPPOSING
from claimkit.splitting.subjects import separated
from claimkit.splitting.tree import Node
from claimkit.splitting.verbs import Tense, is_negated
from claimkit.splitting.wording import Word


def contrasted(node: Node, clause: Clause) -> Clause | None:
    """*..., while China backed Pakistan*: an adverbial clause that is asserted as much as the main one."""
    marks = [child.word for child in node.of("mark")]
    if node.relation != "advcl" or node.head is not clause.head or not marks or marks[0] not in CONTRASTING:
        return None
    return clause_of(node, "adverbial-clause") if separated(node) else None


def presupposed(node: Node, clause: Clause) -> Clause | None:
    """*... after she had resigned*: a past event that the main clause, itself past and not denied, rests on."""
    marks = [child.word for child in node.of("mark", "advmod") if child.index < node.index]
    main = clause.group
    if not marks or marks[0] not in PRESUPPOSING or main is None:
        return None
    if main.tense is Tense.MODAL or is_negated(clause.head):
        return None
    inner = clause_of(node, "adverbial-clause")
    past = inner and inner.group and inner.group.tense in {Tense.PAST, Tense.PLUPERFECT}
    if not inner or not past or any(child.tag in {"WRB", "WP"} and child.word != "when" for child in node.children):
        return None
    when: dict[int, tuple[Word, ...]] = {child.index: () for child in node.of("advmod") if child.word in PRESUPPOSING}
    return replace(inner, swap={**inner.swap, **when})
