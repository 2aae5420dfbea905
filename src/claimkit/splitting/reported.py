"""Repairs of what is said: clauses that the parser hung from the verb of saying, or took from it."""

from __future__ import annotations

from claimkit.splitting.inflection import past
from claimkit.splitting.lexicon import EVENT_PARTICIPLES, SAYING, SPEECH_ACTS
from claimkit.splitting.speakers import is_speaker
from claimkit.splitting.subjects import follows
from claimkit.splitting.tree import CLOSING, OPENING, Node, Tree, subject_of, subtree

_SPEAKING = SAYING | SPEECH_ACTS
_HOLDING = frozenset({"because", "if", "unless", "although", "though", "since", "so"})


def mend_content(verb: Node) -> None:
    """Repair, in place, what a verb of saying has for its content."""
    _clause_for_relative(verb)
    _content_of_participle(verb)
    _circumstance_of_content(verb)
    _goes_on_saying(verb)


def make_past(verb: Node) -> None:
    """Take a participle that is written like the past tense for one."""
    if verb.tag == "VBN" and verb.word == past(verb.lemma, verb.word) and not verb.of("aux"):
        verb.tag, verb.form = "VBD", "Fin"


def _clause_for_relative(verb: Node) -> None:
    """*was told by a manager that the ward lost £3 million*: no relative clause of the manager, but what was told."""
    if verb.of("ccomp"):
        return
    for noun in verb.of("obl", "obj", "iobj"):
        for clause in noun.of("acl"):
            that = [child for child in clause.of("mark") if child.word == "that"]
            if that and clause.of("nsubj") and noun.index < that[0].index:
                that[0].tag = "IN"
                make_past(clause)
                clause.attach(verb, "ccomp")
                return


def _content_of_participle(verb: Node) -> None:
    """*"We need change," he said, arguing that*: what stands before both verbs is what he said."""
    above = verb.head
    if verb.relation != "advcl" or verb.tag != "VBG" or above is None or above.lemma not in SAYING:
        return
    for content in verb.of("ccomp"):
        if content.index < above.index < verb.index and not above.of("ccomp"):
            content.attach(above, "ccomp")


def _circumstance_of_content(verb: Node) -> None:
    """*said there is a danger when people get loose with it*: when, if and why it holds, not when it was said."""
    contents = [child for child in verb.of("ccomp") if child.index > verb.index]
    for clause in verb.of("advcl") if contents else ():
        marks = [mark.word for mark in clause.of("mark", "advmod") if mark.index < clause.index]
        content = contents[-1]
        quoted = any(node.text in {'"', "“", "``"} for node in subtree(clause))
        told = set(marks) & _HOLDING or ("when" in marks and (quoted or clause.tag not in {"VBD", "VBN"}))
        if clause.index > content.index and told and subject_of(clause):
            clause.attach(content, "advcl")
    for extra in contents[1:]:  # say courts have no business deciding it
        if extra.tag == "VBG" and not subject_of(extra) and not follows(subtree(extra)[0], marks=",;"):
            extra.attach(contents[0], "advcl")


def _goes_on_saying(verb: Node) -> None:
    """*Analysts said costs have risen, citing new data*: it is the speaker who cites, where costs cannot."""
    for content in [child for child in verb.of("ccomp") if child.index > verb.index]:
        subject = subject_of(content)
        mute = subject is not None and subject.pos == "NOUN" and not is_speaker(subtree(subject))
        for clause in content.of("advcl") if mute else ():
            speaks = clause.tag == "VBG" and clause.lemma in _SPEAKING and not clause.of("mark")
            if speaks and clause.lemma not in EVENT_PARTICIPLES and follows(subtree(clause)[0], marks=","):
                clause.attach(verb, "advcl")


def own_predicate(node: Node) -> None:
    """*said she would not attend, but called on ...*: a past tense cannot share the modal, so the speaker called."""
    content = node.head
    verb = content.head if content and content.relation == "ccomp" else None
    if not content or not verb or verb.lemma not in SAYING or verb.tag == "VB":
        return
    if not node.of("cc") or subject_of(node) or node.of("aux", "cop") or node.tag not in {"VBD", "VBN"}:
        return
    if node.word != past(node.lemma, node.word):
        return
    first = subtree(node)[0]
    comma = first.text == "," or (first.before is not None and first.before.text == ",")
    auxiliaries = {child.tag for child in content.of("aux")}
    acts = comma and content.tag != "VBN" and node.lemma in _SPEAKING
    active = node.of("obj", "iobj") and bool(content.of("aux:pass", "cop"))  # was opposed to it and warned them
    going_on = content.tag == "VBG" and node.lemma in _SPEAKING  # wrote that it was reading it but warned
    if "MD" in auxiliaries or acts or active or going_on:
        make_past(node)
        node.attach(verb, "conj")


def after_quotation(tree: Tree, verb: Node) -> None:
    """*"We lost," she said, and the crowd cheered*: what comes after the saying is no part of what is quoted."""
    for said in verb.of("ccomp"):
        closed = any(node.text in {'"', "”", "''"} for node in tree.nodes[said.index : verb.index])
        opened = any(node.text in {'"', "“", "``"} for node in tree.nodes[verb.index :])
        if said.index < verb.index and closed and not opened:
            for child in [child for child in said.of("conj") if child.index > verb.index]:
                child.attach(verb, "conj")
        _behind_marks(verb, said)


def _behind_marks(verb: Node, said: Node) -> None:
    """*She notes, "It is bad", highlighting the risk*: what follows the closing mark is no part of what is quoted."""
    branch = subtree(said)
    begins = branch[0].text in OPENING or (branch[0].before is not None and branch[0].before.text in OPENING)
    closing = next((node for node in branch if node.index > said.index and node.text in CLOSING), None)
    if verb.index > said.index or not begins or closing is None:
        return
    for child in [child for child in said.of("advcl") if subtree(child)[0].index > closing.index]:
        child.attach(verb, "advcl")
