"""Fine claims: the core of a clause with one adjunct at a time, lists told apart, and what is said on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimkit.splitting.adjuncts import adjuncts, is_event, leading
from claimkit.splitting.asides import Aside
from claimkit.splitting.beside import beside
from claimkit.splitting.bracketed import bracketed
from claimkit.splitting.brackets import bracket
from claimkit.splitting.clauses import Clause
from claimkit.splitting.connectives import connectives
from claimkit.splitting.descriptions import descriptions, is_definite
from claimkit.splitting.distribution import distributed
from claimkit.splitting.examples import exemplified
from claimkit.splitting.expansion import Draft
from claimkit.splitting.inflection import indefinite
from claimkit.splitting.lexicon import SAYING
from claimkit.splitting.pairs import each_verb
from claimkit.splitting.participles import followed
from claimkit.splitting.particulars import particulars
from claimkit.splitting.subjects import separated
from claimkit.splitting.tidying import tidied, without
from claimkit.splitting.tree import OPENING, Node, Tree, subtree
from claimkit.splitting.verbs import Group, Tense
from claimkit.splitting.wording import Word, words_of

MAX_CLAIMS = 12
"""Fine claims made of one clause; what has more adjuncts is told with them together."""
_EVENTS = frozenset({"after", "amid", "despite", "following"})
"""Prepositions of what happened besides, of which the core does not depend."""


def finer(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The coarse drafts of a sentence taken apart further, and the asides in it; none where there are none."""
    if not drafts:
        return []
    said = [*beside(tree), *particulars(tree), *bracketed(tree)]
    found = [fine for draft in drafts for fine in _finer(draft, said)]
    return [*found, *(_told(aside, drafts) for aside in said)]


def _told(aside: Aside, drafts: Sequence[Draft]) -> Draft:
    """The aside as a claim, of whoever says the words around it."""
    chains = [draft.chain[:-1] if draft.acts else draft.chain for draft in drafts]
    around = [chain for chain in chains if all(aside.noun in saying.content for saying in chain)]
    frame = Group(tense=Tense.PRESENT, plural=False)
    clause = Clause(head=aside.noun, rule=aside.rule, subject=aside.subject, group=frame)
    chain = max(around, key=len, default=())
    return Draft(words=aside.words, clause=clause, rule=aside.rule, chain=chain, spare=aside.spare)


def _finer(draft: Draft, said: Sequence[Aside] = ()) -> Iterator[Draft]:
    if draft.is_saying:  # who says it is checked whole; what is said is a claim of its own
        yield draft
        return
    plain = _without_brackets(_without_titles(_without_connectives(draft), said))
    if draft.rule == "gapping":  # what is left of it is as fine as the clause that it leans on
        yield plain
        return
    for one in (one for verb in each_verb(plain) for example in exemplified(verb) for one in _one_at_a_time(example)):
        apart = distributed(one.words, one.clause.head, fine=True)
        for single in apart:
            rule = "distribution" if len(apart) > 1 else one.rule
            yield replace(
                one,
                words=_agreeing(tidied(single.words, one.clause.head)),
                spare=(*one.spare, *single.spare),
                rule=rule,
            )


def _without_connectives(draft: Draft) -> Draft:
    """Without *also* and *however*: a claim is read alone."""
    gone = {node.index for node in connectives(draft.clause.head)}
    return replace(draft, words=without(draft.words, gone, draft.clause.head)) if gone else draft


def _without_titles(draft: Draft, said: Sequence[Aside]) -> Draft:
    """Without the title before a name, where the name is there: it is told on its own."""
    present = _present(draft).keys()
    gone = {
        index
        for aside in said
        if aside.kept <= present and draft.clause.head.index not in aside.told
        for index in aside.told
    }
    return replace(draft, words=without(draft.words, gone, draft.clause.head)) if gone & present else draft


def _without_brackets(draft: Draft) -> Draft:
    """Without what stands in brackets behind a noun: it is told on its own."""
    gone = {node.index for word in draft.words if word.node and word.node.text == "(" for node in bracket(word.node)}
    return replace(draft, words=without(draft.words, gone, draft.clause.head)) if gone else draft


def _one_at_a_time(draft: Draft) -> Iterator[Draft]:
    """The core with one adjunct or quality at a time, and what the predicate noun's own clauses tell of the subject."""
    told = list(descriptions(draft))
    gone = {node.index for description in told for node in description.spare}
    core = replace(draft, words=without(draft.words, gone, draft.clause.head)) if gone else draft
    parts = adjuncts(core)
    qualities = [subtree(top) for top in _qualities(core)]
    loose = any(_is_loose(part) or leading(part, core.clause.head) for part in parts)
    spare = [*parts, *qualities] if len(parts) > 1 or qualities or loose else []
    branches = [{node.index for node in branch} for branch in spare]
    bare = without(core.words, branches[0], core.clause.head) if len(spare) == 1 else ()
    if bare and not _says_nothing(bare, core):
        yield replace(core, words=bare)
    if not 0 < len(branches) <= MAX_CLAIMS:
        yield core
    else:
        for place, branch in enumerate(branches):
            others = set().union(*branches) - branch
            rule = "adjunct" if place < len(parts) else "quality"
            yield replace(core, words=without(core.words, others, core.clause.head), rule=rule)
    for description in told:
        yield from _finer(description.draft)
    for event in _events(core):
        yield from _finer(event)


def _says_nothing(words: Sequence[Word], draft: Draft) -> bool:
    """*Zimmer says*: a verb of saying, and nothing said."""
    said = {word.node for word in words if word.node and not word.node.is_punctuation}
    said -= {word.node for word in draft.clause.subject if word.node}
    return draft.clause.head.lemma in SAYING and said <= {draft.clause.head}


def _events(draft: Draft) -> Iterator[Draft]:
    """*..., after winning the cup*: the subject won it."""
    present = _present(draft)
    for node in draft.clause.head.of("advcl"):
        inner = followed(node, draft.clause)
        if inner and node.index in present:
            words = (word for part in subtree(node) for word in inner.swap.get(part.index, words_of([part])))
            yield replace(draft, words=(*inner.lead, *words), clause=inner, rule=inner.rule, spare=())


def _is_loose(branch: Sequence[Node]) -> bool:
    """*..., making it the largest*, *after it fell*, *despite the rain*: the core is told without it too."""
    inside = set(branch)
    tops = [node for node in branch if node.relation == "advcl" and node.head not in inside]
    event = branch[0].dep == "case" and branch[0].word in _EVENTS
    return event or any((separated(top) or is_event(top)) and not _is_purpose(top) for top in tops)


def _is_purpose(node: Node) -> bool:
    return any(mark.word == "to" for mark in node.of("mark"))


def _present(draft: Draft) -> dict[int, Node]:
    return {word.node.index: word.node for word in draft.words if word.node}


def _qualities(draft: Draft) -> list[Node]:
    """*a 2014 American film*: what stands before a predicate noun; none where there is but one."""
    head = draft.clause.head
    if not head.of("cop") or is_definite(head):
        return []
    before = [child for child in head.of("amod", "nummod", "compound") if child.index < head.index]
    if any(child.before and child.before.text in OPENING for child in before):  # “lies and conspiracy theories”
        return []
    named = [child for child in before if child.relation == "compound" and child.pos == "PROPN"]
    found = [child for child in before if child not in named and child.index in _present(draft)]
    counted = any(child.pos == "NUM" and child.entity != "DATE" and len(child.text) != 4 for child in found)
    return found if len(found) > 1 and not counted else []  # not: a top 50 hit


def _agreeing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with *a* and *an* before what now follows them."""
    result = list(words)
    for place, (word, after) in enumerate(pairwise(words)):
        moved = word.node is not None and word.node.after is not after.node
        if moved and word.form.lower() in {"a", "an"}:
            form = indefinite(after.form)
            result[place] = replace(word, form=form.capitalize() if word.form[0].isupper() else form)
    return tuple(result)
