"""Sayings without a clause of their own: *condemned the attack*, *was accused of fraud*, *is worried about it*."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.splitting.clauses import Clause
from claimkit.splitting.lexicon import (
    ARMED,
    ATTITUDES,
    BLOWS,
    FEELINGS,
    HEARSAY,
    LIGHT_VERBS,
    NAMING_NO_CONTENT,
    QUOTING,
    SAYING,
    SPEECH_ACTS,
    SPEECH_NOUNS,
    STANCES,
    THINKING,
    TIMES,
    VENUES,
    WEAK_SPEECH_ACTS,
)
from claimkit.splitting.saying import Saying, branches, reporting
from claimkit.splitting.speakers import is_person, is_speaker
from claimkit.splitting.subjects import phrase
from claimkit.splitting.tree import Node, Tree, quoted, subtree, top_of
from claimkit.splitting.verbs import is_negated, span_of

_TOLD_IN_PASSIVE = SPEECH_ACTS | STANCES | HEARSAY | SAYING
_WITH_CLAUSE = SAYING | THINKING | SPEECH_ACTS
_WITH_OBJECT = SAYING - SPEECH_ACTS - NAMING_NO_CONTENT
_SILENTLY = frozenset({"implicitly", "quietly", "secretly", "silently", "tacitly"})


def spoken(clause: Clause) -> Saying | None:
    """The saying that the clause itself is: *condemned the attack*, *expressed sorrow for ...*, *urged X to ...*."""
    for verb, source in reporting(clause):
        content = [] if _unsaid(verb) else _content_of(verb, source) or _quoted_beside(verb)
        if content:
            return Saying(source=source, cue=_cue(verb), content=tuple(content))
    return None if _unsaid(clause.head) else _passive(clause) or _feeling(clause)


def _unsaid(verb: Node) -> bool:
    """Whether it is not said, or not yet, or not in words: *did not*, *will*, *tacitly*."""
    modal = any(child.tag == "MD" for child in verb.of("aux"))
    return is_negated(verb) or modal or any(child.word in _SILENTLY for child in verb.of("advmod"))


def _passive(clause: Clause) -> Saying | None:
    """*He was criticized by the judge for it*: the agent speaks; *he is expected to win*: nobody says who."""
    verb = clause.head
    own = next(iter(verb.of("nsubj")), None)
    reduced = own is None and verb.relation == "acl" and verb.tag == "VBN"  # the view shared by many
    subject = verb.head if reduced else own if own and own.dep == "nsubj:pass" else None
    if subject is None or verb.lemma not in _TOLD_IN_PASSIVE:
        return None
    if verb.lemma in QUOTING and any(child.tag == "VBG" for child in verb.of("obl", "advcl", "xcomp")):
        return None  # was quoted as saying: the one who is quoted speaks
    agents = [child for child in verb.of("obl") if any(case.word == "by" for case in child.of("case"))]
    after = [child for child in verb.of("xcomp", "ccomp", "advcl", "obl") if child.index > verb.index]
    rest = [child for child in after if child not in agents]
    if agents:
        source = [word.node for word in phrase(agents[0]) if word.node and word.node not in agents[0].of("case")]
        if not is_speaker(source):
            return None
        what = [word.node for word in clause.subject if word.node] if reduced else branches([subject])
        return _said(source, verb, [*what, *branches(rest)])
    told = [child for child in rest if child.relation in {"xcomp", "ccomp"} or _cases(child) & {"as", "of"}]
    hearsay = told and verb.lemma in HEARSAY and not reduced
    return _said((), verb, branches([subject, *told])) if hearsay else None


def _said(source: Sequence[Node], verb: Node, content: Sequence[Node]) -> Saying:
    found = {node.index: node for node in content}
    return Saying(
        source=tuple(source), cue=tuple(span_of(verb)), content=tuple(found[index] for index in sorted(found))
    )


def _cases(node: Node) -> set[str]:
    return {mark.word for mark in node.of("case", "mark")}


def _feeling(clause: Clause) -> Saying | None:
    """*She is worried about the bridge*: what somebody feels about something."""
    head = clause.head
    source = tuple(word.node for word in clause.subject if word.node)
    copulas = head.of("cop")
    if head.lemma not in FEELINGS or not copulas or not source or not is_speaker(source):
        return None
    content = [child for child in head.of("obl", "xcomp", "ccomp", "advcl", "nmod") if child.index > head.index]
    content = [child for child in content if not _beside(child, head)]
    content = [child for child in content if child.relation != "advcl" or _infinitive(child)]
    cue = [node for node in subtree(head) if copulas[0].index <= node.index <= head.index]
    return Saying(source=source, cue=tuple(cue), content=tuple(branches(content))) if content else None


def _content_of(verb: Node, source: Sequence[Node]) -> list[Node]:
    """The tokens of what is said, where the verb is a saying without a clause of its own; empty where it is none."""
    after = verb.of("obj", "iobj", "obl", "xcomp", "ccomp", "advcl")
    complements = [child for child in after if child.index > verb.index]
    nouns = [child for child in complements if child.relation in {"obj", "obl"} and child.lemma in SPEECH_NOUNS]
    if verb.lemma in LIGHT_VERBS and nouns:
        return branches([child for child in complements if child.relation != "advcl"])
    clausal = verb.of("ccomp")
    if clausal and verb.lemma in _WITH_CLAUSE:
        before = branches([clause for clause in clausal if clause.index < verb.index])
        return before or [node for node in subtree(verb) if node.index > span_of(verb)[-1].index and node.text != "."]
    return branches(_complements(verb, source, [child for child in complements if not _beside(child, verb)]))


def _complements(verb: Node, source: Sequence[Node], after: list[Node]) -> list[Node]:
    """Those of the verb's complements that are what is said or wanted; ``after`` are all that come into question."""
    if verb.lemma in ATTITUDES and verb.lemma not in SPEECH_ACTS:
        return [child for child in after if child.relation in {"obj", "xcomp", "ccomp"}]
    if verb.lemma in THINKING and verb.lemma not in SPEECH_ACTS:  # saw it as a chance, considers it closed
        as_what = [child for child in after if child.relation == "xcomp" or _cases(child) & {"as"}]
        return [*verb.of("obj"), *as_what] if as_what and verb.of("obj") else []
    if verb.lemma in SAYING and verb.of("xcomp"):  # admitted using it, found that action unlawful
        return verb.of("obj", "xcomp")
    if verb.lemma in _WITH_OBJECT and verb.of("obj") and is_speaker(source):
        return [child for child in after if child.relation in {"obj", "obl"}]
    told = [child for child in after if child.relation != "advcl" or _told(child)]
    told = [child for child in told if child.relation != "obl" or _cases(child)]  # apologised, hours after it
    nowhere = {"at", "by", "from", "in", "with"} | ({"to"} if verb.lemma in {"speak", "talk"} else set())
    aimless = all(child.relation == "obl" and (_cases(child) & nowhere or not _cases(child)) for child in told)
    return told if _says_by_itself(verb, source) and not aimless else []


def _told(clause: Node) -> bool:
    """*thanked him for backing it*, *called for it to end*: an adverbial clause that is part of what is said."""
    return _infinitive(clause) or (
        clause.tag == "VBG" and any(mark.word in {"for", "of"} for mark in clause.of("mark"))
    )


def _beside(node: Node, verb: Node) -> bool:
    """*thanked him on Twitter*, *made the pledge on Monday*: where and when it was said is no part of it."""
    if node.relation != "obl" or verb.lemma in {"call", "comment", "expound", "speak", "talk"}:
        return False
    cases = _cases(node)
    placed = not cases.isdisjoint({"at", "in", "on", "during", "before", "after", "via", "through"})
    when = node.entity in {"DATE", "TIME"} or node.lemma in TIMES
    return node.dep == "obl:unmarked" or (placed and (when or node.lemma in VENUES or node.entity in {"GPE", "ORG"}))


def _says_by_itself(verb: Node, source: Sequence[Node]) -> bool:
    """Whether the verb is a saying with nothing but a noun phrase or an infinitive after it."""
    if verb.lemma == "tell" and not verb.of("xcomp") and len(verb.of("obj", "iobj")) < 2:  # told reporters on Monday
        return False
    weak = verb.lemma in WEAK_SPEECH_ACTS or verb.lemma in STANCES
    strong = verb.lemma in SPEECH_ACTS and verb.lemma not in WEAK_SPEECH_ACTS
    said = strong or (weak and is_speaker(source))
    return said and not _calls_nothing(verb) and not _strikes(verb)


def _quoted_beside(verb: Node) -> list[Node]:
    """*"Probably," she said*: what stands in quotation marks in its sentence, whatever the parser made of it."""
    if verb.lemma not in SAYING or verb.of("ccomp", "obj"):
        return []
    nodes = subtree(top_of(verb))
    within = quoted(Tree(nodes=tuple(nodes)))
    found = [node for node in nodes if node.index in within]
    return found if verb.index not in within and sum(not node.is_punctuation for node in found) > 1 else []


def _calls_nothing(verb: Node) -> bool:
    """*calling the shots*: without *on*, *for* or a name that is called, ``call`` says nothing."""
    cases = {mark for child in verb.of("obl", "advcl") for mark in _cases(child)}
    return verb.lemma == "call" and not cases & {"on", "for"} and not verb.of("xcomp")


def _strikes(verb: Node) -> bool:
    """*attacked the town*: a blow in words is for, over or as something, and no soldier's."""
    cases = {mark.word for child in verb.of("obl", "advcl") for mark in child.of("case", "mark")}
    subject = next(iter(verb.of("nsubj")), None)
    armed = subject is not None and subject.lemma in ARMED
    fired = verb.lemma == "dismiss" and any(_is_somebody(thing) for thing in verb.of("obj"))
    return armed or fired or (verb.lemma in BLOWS and not cases & {"for", "over", "as", "on"})


def _is_somebody(thing: Node) -> bool:
    return thing.entity in {"PER", "PERSON"} or thing.word in {"him", "her", "them"} or is_person(thing)


def _infinitive(node: Node) -> bool:
    return node.tag == "VB" and any(child.word == "to" for child in node.children)


def _cue(verb: Node) -> tuple[Node, ...]:
    """The verb group; with a light verb the noun belongs to it: *expressed sorrow*."""
    group = span_of(verb)
    if verb.lemma in LIGHT_VERBS:
        nouns = [child for child in verb.of("obj") if child.lemma in SPEECH_NOUNS]
        if nouns and verb.lemma not in SPEECH_ACTS:
            return (*group, nouns[0])
    return tuple(group)
