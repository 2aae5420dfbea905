"""All claims of one sentence: its clauses taken apart, each cut made only where both sides stay whole."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from claimkit.splitting.acts import spoken
from claimkit.splitting.adverbials import contrasted, presupposed
from claimkit.splitting.appositions import apposition
from claimkit.splitting.clauses import Clause, clause_of
from claimkit.splitting.coordination import beside, coordinated
from claimkit.splitting.distribution import distributed
from claimkit.splitting.gapping import gapped
from claimkit.splitting.participles import participial
from claimkit.splitting.relatives import relative
from claimkit.splitting.saying import Saying, reported
from claimkit.splitting.subjects import separated
from claimkit.splitting.tree import Node, Tree, ancestors, is_finite, subject_of, subtree
from claimkit.splitting.wording import Word, sentence

MAX_TOKENS = 250
"""A longer sentence is kept whole: no parser is right about it, and no input may cost quadratic time."""

MAX_DEPTH = 12
"""Clauses inside clauses; deeper ones stay where they are."""

_RULES: Mapping[str, tuple[Callable[[Node, Clause], Clause | None], ...]] = {
    "conj": (coordinated,),
    "acl": (relative, participial),
    "advcl": (participial, contrasted),
    "parataxis": (beside,),
    "appos": (apposition,),
}
"""What may be cut out of a clause, by the relation of its top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it has a text of its own.

    ``spare`` are tokens that its anchors hold besides its words. ``is_saying``: it reports a clause that is a claim
    too; ``acts``: it is itself what the last link of the chain says.
    """

    words: tuple[Word, ...]
    clause: Clause
    rule: str
    chain: tuple[Saying, ...]
    spare: tuple[Node, ...] = ()
    is_saying: bool = False
    acts: bool = False


def drafts_of(tree: Tree) -> list[Draft]:
    """The claims of the sentence; none where its parse bears no rule, so that the caller keeps it whole."""
    if not _trustworthy(tree):
        return []
    clause = clause_of(tree.root, "main-clause")
    return [draft for draft in expanded(clause, (), 0) if not _hangs(draft)] if clause else []


def _trustworthy(tree: Tree) -> bool:
    """Whether the parse can be right: the root is a finite clause with its subject, and no finite verb lost its own."""
    root = tree.root
    return is_finite(root) and subject_of(root) is not None


def expanded(clause: Clause, chain: tuple[Saying, ...], depth: int) -> list[Draft]:
    """The claim of the clause itself, and those of what can be cut out of it or is reported in it."""
    inner = list(reported(clause)) if depth < MAX_DEPTH else []
    within = {item.clause.head.index for item in inner if item.clause.head is not clause.head}
    cuts, others = _cut_out(clause, chain, depth, within)
    saying = None if inner else spoken(clause)
    own_chain = (*chain, saying) if saying else chain
    others += [draft for top in _presupposed(clause) for draft in expanded(top, chain, depth + 1)] if not chain else []
    result = [
        Draft(words=words, clause=clause, rule=rule, chain=own_chain, spare=spare, acts=bool(saying))
        for rule, words, spare in _worded(clause, cuts)
    ]
    for item in inner:
        if item.clause.head is clause.head:  # the saying is an aside: what is said has been cut and told already
            result = [_whole(draft) for draft in result]
            result += _inside(item.clause, (*chain, item.saying), cuts)
            others = [_said(draft, item.saying, len(chain)) for draft in others]
        else:
            result = [_whole(draft) for draft in result]
            result += expanded(item.clause, (*chain, item.saying), depth + 1)
    return result + others


def _presupposed(clause: Clause) -> list[Clause]:
    """The clauses that the claim keeps and that are told as facts all the same: *after she resigned*."""
    found = [presupposed(child, clause) for child in clause.head.of("advcl")]
    return [inner for inner in found if inner]


def _whole(draft: Draft) -> Draft:
    return Draft(
        words=draft.words, clause=draft.clause, rule="saying", chain=draft.chain, spare=draft.spare, is_saying=True
    )


def _inside(clause: Clause, chain: tuple[Saying, ...], cuts: list[Node]) -> list[Draft]:
    return [
        Draft(words=words, clause=clause, rule=rule, chain=chain, spare=spare)
        for rule, words, spare in _worded(clause, cuts)
    ]


def _said(draft: Draft, saying: Saying, depth: int) -> Draft:
    chain = (*draft.chain[:depth], saying, *draft.chain[depth:])
    return Draft(words=draft.words, clause=draft.clause, rule=draft.rule, chain=chain, spare=draft.spare)


def _cut_out(clause: Clause, chain: tuple[Saying, ...], depth: int, within: set[int]) -> tuple[list[Node], list[Draft]]:
    """The tops of the branches that are claims of their own, and those claims."""
    found: dict[Node, list[Draft]] = {}
    stack = list(reversed(clause.head.children)) if depth < MAX_DEPTH else []
    while stack:
        node = stack.pop()
        if node.index in within or clause.swap.get(node.index) == ():
            continue
        drafts = _cut(node, clause, chain, depth) if node.relation in _RULES else []
        if drafts:
            found[node] = drafts
        elif node.children:
            stack.extend(reversed(node.children))
    kept = [node for node in found if not _tears(node, clause, found)]
    return kept, [draft for node in kept for draft in found[node]]


def _tears(node: Node, clause: Clause, cuts: Container[Node]) -> bool:
    """Whether words of the clause that nothing else takes out would be left behind the branch, torn off."""
    if node.head is not clause.head or node.index < clause.head.index:
        return False
    last = subtree(node)[-1].index
    later = (child for child in clause.head.children if child.index > last and not child.is_punctuation)
    return any(child not in cuts for child in later)


def _cut(node: Node, clause: Clause, chain: tuple[Saying, ...], depth: int) -> list[Draft]:
    for rule in _RULES[node.relation]:
        inner = rule(node, clause)
        if inner and _ends_well(node):
            drafts = expanded(inner, chain, depth + 1)
            return drafts if drafts and _sound(drafts[0]) else []
    return []


def _ends_well(node: Node) -> bool:
    """Whether a mark, a coordinator or the end follows the branch, so that it can be taken out."""
    last = subtree(node)[-1]
    return last.after is None or last.after.is_punctuation or last.after.dep == "cc" or last.is_punctuation


def _worded(clause: Clause, cuts: list[Node]) -> Iterator[tuple[str, tuple[Word, ...], tuple[Node, ...]]]:
    """The words of the claim, or of those that a list of nouns or a verb left out makes of it, with their rule."""
    gone = {node.index for node in cuts}
    branch = _with_closing_mark(_with_shared_commas(subtree(clause.head, without=gone), cuts))
    marks = _marks_around(cuts)
    own: list[Word] = []
    while clause.lead and branch and branch[0].is_punctuation:
        branch.pop(0)
    for node in branch:
        if node.index in clause.swap and node.index not in marks:
            own += clause.swap[node.index]
        elif node.index not in marks:
            own.append(Word.of(node))
    clauses = gapped((*clause.lead, *own, *clause.tail), clause.head)
    if len(clauses) > 1:
        for words in clauses:
            yield "gapping", words, ()
        return
    told = distributed(clauses[0], clause.head)
    for one in told:
        yield "distribution" if len(told) > 1 else clause.rule, one.words, one.spare


def _with_shared_commas(branch: list[Node], cuts: list[Node]) -> list[Node]:
    """With the comma that ends a branch cut out and what stands around it too, wherever the parser hangs it."""
    ends = [subtree(cut)[-1] for cut in cuts if _within_adverbial(cut) or _follows_aside(cut)]
    commas = [end for end in ends if end.text == "," and end not in branch]
    return sorted([*branch, *commas], key=lambda node: node.index) if commas else branch


def _with_closing_mark(branch: list[Node]) -> list[Node]:
    """The parser hangs the mark at a sentence's end from its root: a quotation that ends a clause gets it back."""
    opened = sum((node.text in {"“", "``"}) - (node.text in {"”", "''"}) for node in branch)
    straight = sum(node.text == '"' for node in branch) % 2
    after = branch[-1].after
    stop = after if after and after.text in {".", ",", "!"} else None
    mark = stop.after if stop else after
    if mark is None or not ((opened == 1 and mark.text in {"”", "''"}) or (straight and mark.text == '"')):
        return branch
    return [*branch, stop, mark] if stop else [*branch, mark]


def _marks_around(cuts: list[Node]) -> set[int]:
    """The commas and dashes that set a branch off go with it; not one that opens an aside or closes an adverbial."""
    marks: set[int] = set()
    for cut in cuts:
        branch = subtree(cut)
        closing = None if _within_adverbial(cut) or _follows_aside(cut) else branch[-1].after
        for mark in (branch[0].before, closing):
            if mark and mark.text in {",", ";", "–", "—", "-"} and not _opens_aside(mark):
                marks.add(mark.index)
    return marks


def _within_adverbial(cut: Node) -> bool:
    """*Under the plan, adopted in May, taxes rise*: the comma behind the aside is the adverbial's too."""
    adverbial = cut.head
    clause = adverbial.head if adverbial and adverbial.relation == "obl" else None
    subject = subject_of(clause) if clause else None
    return subject is not None and cut.index < subject.index


def _follows_aside(cut: Node) -> bool:
    """*Peter Hale, 58, who lost, demanded*: the comma behind what is cut out closes what stands before it too."""
    first = subtree(cut)[0]
    comma = first if first.text == "," else first.before
    names = [cut.head, *cut.head.of("flat")] if cut.head and comma else ()
    sisters = [sister for name in names for sister in name.of("appos")]
    ends = {subtree(sister)[-1] for sister in sisters if sister is not cut and separated(sister)}
    return comma is not None and comma.before in ends


def _opens_aside(mark: Node) -> bool:
    first = mark.after
    tops = [first, *ancestors(first)] if first else []
    return any(top.relation == "parataxis" and subtree(top)[0] in {mark, first} for top in tops)


def _hangs(draft: Draft) -> bool:
    """Whether the claim would begin with a relative pronoun, and so hang in the air."""
    first = next((word.node for word in draft.words if word.node and not word.node.is_punctuation), None)
    wh = first is not None and first.tag in {"WDT", "WP", "WP$"}
    return wh and draft.rule != "main-clause" and sentence(draft.words)[-1:] != "?"


def _sound(draft: Draft) -> bool:
    """Whether a claim stands: it says something of something, in three words or more, and begins with a word."""
    text = sentence(draft.words)
    return not _hangs(draft) and len(text.split()) >= 3 and text[0].isalnum() | (text[0] in "\"“$€£'‘(")
