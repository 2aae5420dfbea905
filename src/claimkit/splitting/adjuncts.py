"""The adverbials of a clause that can be told one at a time."""

from __future__ import annotations

from claimkit.splitting.expansion import Draft
from claimkit.splitting.lexicon import CAUSES, CIRCUMSTANCES, PLACED, TIMES, WORLDS
from claimkit.splitting.tree import Node, subject_of, subtree
from claimkit.splitting.verbs import is_negated

_PLACES_AND_TIMES = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_ADVERBIAL = ("advcl", "advmod", "nmod", "obl")
_ENDS = frozenset({"to", "till", "until", "through"})
_LIMITS = (["under"], ["without"], ["unlike"], ["if"], ["by"], ["until"])
_BINDING = frozenset({"than", "as", "that", "so"})
_EVENTS = frozenset({"after", "because", "since", "when", "while", "before"})
_CONDITIONS = frozenset({"if", "unless", "lest", "whether", "once", "provided"})


def adjuncts(draft: Draft) -> list[list[Node]]:
    """The adverbials that the clause stands without, each with its tokens."""
    if is_negated(draft.clause.head):  # what is denied of all together is not denied of each part
        return []
    said = {node.index for node in draft.chain[-1].content} if draft.acts else set()
    free = {word.node.index for word in draft.words if word.node} - said
    verbs = [draft.clause.head]
    for verb in verbs:
        verbs += verb.of("xcomp")
    tops = [child for verb in verbs for child in verb.of(*_ADVERBIAL) if _can_go(child, verb)]
    tops = [*_shared(draft), *tops]
    found: list[list[Node]] = []
    for top in tops:
        if not free & {node.index for node in (top, *top.of("appos", "flat"))}:
            continue
        if found and _goes_on(found[-1], top):
            found[-1] += subtree(top)
        else:
            found.append(subtree(top))
    return found


def _shared(draft: Draft) -> list[Node]:
    """The adverbials before the subject of the clause that this one is joined to, where it says them again."""
    if draft.clause.rule != "coordination":
        return []
    subject = {word.node for word in draft.clause.subject}
    lead = [word.node for word in draft.clause.lead if word.node and word.node not in subject]
    tops = [node for node in lead if node.relation == "obl" and node.head and node.head not in lead]
    return [top for top in tops if top.head is not draft.clause.head and top.head and _can_go(top, top.head)]


def _goes_on(branch: list[Node], top: Node) -> bool:
    """*from 1963 to 1967*: one time."""
    cases = {case.word for case in top.of("case")}
    before = top.of("case")[0].before if cases else None
    before = before.before if before and before.text == "," else before
    begun = any(node.dep == "case" and node.word in {"from", "between"} for node in branch)
    return begun and bool(cases & _ENDS) and before in branch


def _can_go(node: Node, verb: Node) -> bool:
    """Whether the clause stands without the adverbial: a condition holds for all of it and stays."""
    if node.relation == "advcl":
        return not _is_condition(node) and not any(mark.word in _BINDING for mark in node.of("mark"))
    if node.relation == "advmod" and node.word in {"later", "earlier", "ago"}:
        return bool(node.children)
    if verb.pos == "ADJ" and node.index < verb.index and not _is_placed(node):  # a little different
        return False
    if node.dep in {"obl:unmarked", "obl:tmod", "nmod:unmarked"}:
        return True
    cases = [case.word for case in node.of("case")]
    if node.relation == "nmod" and verb.of("cop"):
        return not CIRCUMSTANCES.isdisjoint(cases)
    framing = _leads(node, verb) and (cases[:1] in _LIMITS or node.lemma in WORLDS)
    return node.relation == "obl" and bool(cases) and not framing and not _completes(node, verb, cases[0])


def is_event(node: Node) -> bool:
    """*after it had rained*, *because she resigned*: what the clause tells happened."""
    ties = {tie.word for tie in node.of("mark", "advmod") if tie.index < node.index}
    return not ties.isdisjoint(_EVENTS) and not _is_condition(node)


def _is_condition(node: Node) -> bool:
    """*if the bill passes*, *when it rains*."""
    ties = {tie.word for tie in node.of("mark", "advmod") if tie.index < node.index}
    verbs = {verb.tag for verb in (node, *node.of("aux", "cop"))}
    return bool(ties & _CONDITIONS) or ("when" in ties and "VBD" not in verbs)


def _is_placed(node: Node) -> bool:
    """A place or a time."""
    amount = any(case.word in {"from", "to", "by"} for case in node.of("case"))  # from 210 to 330 passengers
    number = node.pos == "NUM" and (len(node.text) == 4 or not amount)
    return node.entity in _PLACES_AND_TIMES or number or node.lemma in TIMES


def _leads(node: Node, verb: Node) -> bool:
    """Whether the adverbial stands before the subject, and so frames what follows."""
    subject = subject_of(verb)
    return subject is not None and node.index < subject.index < verb.index


def leading(branch: list[Node], head: Node) -> bool:
    """Whether the tokens are those of an adverbial before the subject of that predicate."""
    subject = subject_of(head)
    shared = branch[0].index < head.index and head.relation == "conj" and subject is None
    return shared or (subject is not None and branch[-1].index < subject.index < head.index)


def _completes(node: Node, verb: Node, case: str) -> bool:
    """*relied on it*, *dropped out of school*: the first phrase after the verb, but for places, times and causes."""
    start = subtree(node)[0].before
    if start is not None and start.relation == "case" and start.head is verb:  # are referred to by name
        return True
    first = next((child for child in verb.of("obl", "obj", "xcomp", "ccomp") if child.index > verb.index), None)
    placed = _is_placed(node)
    agent = case == "by" and bool(verb.of("aux:pass", "nsubj:pass"))
    free = agent or case in CAUSES or (placed and case in CIRCUMSTANCES - {"as"} and verb.lemma not in PLACED)
    return first is node and not free
