"""Who says what, in the tree: reporting verbs with their clauses, *according to*, and verbs that are the saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimkit.splitting.clauses import Clause, clause_of
from claimkit.splitting.lexicon import (
    CUES,
    SAYING,
    THINKING,
    UNASSERTED,
)
from claimkit.splitting.speakers import is_speaker
from claimkit.splitting.subjects import follows, own_subject, phrase
from claimkit.splitting.tree import Node, is_finite, subject_of, subtree
from claimkit.splitting.verbs import span_of
from claimkit.splitting.wording import Word

_NOT_SPEAKERS = frozenset({"it", "there", "this", "that", "which", "what", "you", "one", "i", "we", "who"})
_NOBODY = frozenset({"neither", "no", "nobody", "none", "nothing", "few", "little", "hardly"})
_DENYING = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "hardly", "barely", "scarcely", "rarely", "longer"}
)
_DENYING |= frozenset({"seldom", "falsely", "wrongly", "yet"})
NONE = frozenset({"no", "any", "little", "scant", "insufficient", "few"})
"""What stands before a noun that there is none of: *no evidence that*."""

GOING_ON = frozenset(
    {"begin", "choose", "come", "continue", "go", "hasten", "manage", "proceed", "rush", "start", "use"}
)
"""Verbs whose infinitive happens: *went on to say*, but not *refused to say*."""

_COMMAS = frozenset({",", "–", "—"})
_CLAIMING = SAYING | THINKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Source, cue and content as tokens of the sentence."""

    source: tuple[Node, ...]
    cue: tuple[Node, ...]
    content: tuple[Node, ...]
    namesake: tuple[Node, ...] = ()
    """The words that name a source that is a mere pronoun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A saying with the clause that it reports, ready to be split in turn."""

    saying: Saying
    clause: Clause


def reported(clause: Clause) -> Iterator[Reported]:
    """The clauses that somebody says, inside the claim that they are said."""
    for verb, source in reporting(clause):
        for content in verb.of("ccomp"):
            inner = clause_of(content, "reported-content")
            if inner and asserted(verb, content) and not _is_within(verb, content):
                whole = tuple(branches(verb.of("ccomp")))
                named = _namesake(source, inner)
                saying = Saying(source=source, cue=tuple(span_of(verb)), content=whole, namesake=named)
                yield Reported(saying=saying, clause=inner)
    yield from _told(clause)
    yield from _interrupted(clause)
    yield from _according(clause)


def _told(clause: Clause) -> Iterator[Reported]:
    """*He had been told by a manager that ...*: the speaker is the agent of a passive."""
    verb = clause.head
    agents = [child for child in verb.of("obl") if any(case.word == "by" for case in child.of("case"))]
    if verb.lemma not in SAYING or not verb.of("aux:pass") or not agents:
        return
    source = tuple(word.node for word in _without(phrase(agents[0]), agents[0].of("case")) if word.node)
    for content in verb.of("ccomp"):
        inner = clause_of(content, "reported-content")
        if source and inner and asserted(verb, content):
            saying = Saying(source=source, cue=tuple(span_of(verb)), content=tuple(subtree(content)))
            yield Reported(saying=saying, clause=inner)


def reporting(clause: Clause) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """The verbs of saying whose subject is the clause's: its head, and *went on to say*."""
    head = clause.head
    goes_on = head.lemma in GOING_ON and not head.of("obj")
    below = [child for child in head.of("xcomp") if child.tag in {"VB", "VBG"}] if goes_on else []
    verbs = [verb for verb in (head, *below) if verb.lemma in CUES]
    source = tuple(word.node for word in clause.subject if word.node) if verbs else ()
    if not source or head.of("nsubj:pass", "aux:pass") or not can_speak(source, head):
        return
    for verb in verbs:
        yield verb, source


def can_speak(source: Sequence[Node], verb: Node) -> bool:
    """*one aide said*, *it says* of a report: but no mere *it*, *there* or *this*."""
    first = source[0].word
    subject = subject_of(verb)
    absent = subject is not None and any(child.word in {"neither", "no"} for child in subject.children)
    if first in _NOBODY or absent:
        return False
    if first == "one":
        return len(source) > 1
    return first not in _NOT_SPEAKERS or (first == "it" and not verb.of("expl") and len(source) == 1)


def asserted(verb: Node, content: Node) -> bool:
    """Whether the source puts the clause forward: not *denied that*, not *asked whether*, not *did not say that*."""
    asked = any(child.word in {"whether", "if"} for child in content.of("mark"))
    first = next((node for node in subtree(content) if not node.is_punctuation), content)
    wh = first.tag in {"WP", "WRB", "WDT", "WP$"} or first.word == "how"
    barred = asked or wh or _unsaid(verb) or verb.lemma in UNASSERTED
    return not barred and verb.lemma in _CLAIMING


def _unsaid(verb: Node) -> bool:
    """*did not say*, *may say*, *falsely claimed*, *ruled out*, *found little evidence*: nothing is put forward."""
    denied = any(child.word in _DENYING for child in verb.children)
    modal = any(child.tag == "MD" and child.word not in {"would", "'d", "’d"} for child in verb.of("aux"))
    none = any(mark.word in NONE for thing in verb.of("obj") for mark in thing.of("det", "amod"))
    out = verb.lemma == "rule" and any(child.word == "out" for child in verb.of("compound", "advmod"))
    return denied or modal or none or out


def _is_within(verb: Node, content: Node) -> bool:
    """A clause around its own verb of saying is a parse gone wrong."""
    branch = subtree(content)
    return branch[0].index < verb.index < branch[-1].index


def _interrupted(clause: Clause) -> Iterator[Reported]:
    """*"We," he said, "will win"*: the parser makes what is said the head and the saying an aside."""
    head = clause.head
    loose = [child for child in head.of("conj") if not child.of("cc")]
    for aside in [*head.of("parataxis"), *loose, *filter(_as_told, head.of("advcl"))]:
        if aside.lemma not in _CLAIMING or not subject_of(aside) or not is_finite(aside):
            continue
        if not _set_off(aside) or aside.of("ccomp", "conj", "parataxis") or any(map(subject_of, aside.of("advcl"))):
            continue
        inner = clause_of(head, "reported-content", without=_with_marks(aside))
        if inner:
            content = tuple(node for node in subtree(head, without={aside.index}) if node.text != ".")
            source = tuple(word.node for word in own_subject(aside) if word.node)
            cue = tuple(span_of(aside))
            saying = Saying(source=source, cue=cue, content=content, namesake=_namesake(source, inner))
            yield Reported(saying=saying, clause=inner)
            return


def _namesake(source: Sequence[Node], said: Clause) -> tuple[Node, ...]:
    """*Halvorsen will cut jobs, it said*: whom the pronoun behind a clause stands for, its subject; else nobody."""
    subject = [word.node for word in said.subject if word.node]
    behind = len(source) == 1 and source[0].word in {"it", "he", "she", "they"} and bool(subject)
    named = any(node.pos == "PROPN" for node in subject) or is_speaker(subject)
    return tuple(subject) if behind and named and subject[-1].index < source[0].index else ()


def _as_told(aside: Node) -> bool:
    """*As she told the paper, it is consistent*: what she told is the clause that *as* hangs from."""
    first = next((node for node in subtree(aside) if not node.is_punctuation), aside)
    object_told = aside.of("obj") and aside.lemma != "tell"
    return first.word == "as" and first.dep == "mark" and not object_told and not aside.of("xcomp", "cop")


def _with_marks(aside: Node) -> tuple[Node, ...]:
    """The aside and the commas around it; the closing one stays where a participle follows."""
    core = list(subtree(aside))
    while core[-1].text in _COMMAS:
        core.pop()
    while core[0].text in _COMMAS:
        core.pop(0)
    opening, closing = core[0].before, core[-1].after
    marks = [mark for mark in (opening, closing) if mark and mark.text in _COMMAS]
    later = [subtree(clause)[0] for clause in (aside.head.of("advcl") if aside.head else []) if clause.tag == "VBG"]
    if len(marks) == 2 and any(first in {marks[1], marks[1].after} for first in later):
        marks.pop()
    return (*core, *marks)


def _set_off(aside: Node) -> bool:
    branch = subtree(aside)
    subject = subject_of(aside)
    speechless = branch[0].word in _NOT_SPEAKERS and branch[0].word != "one"
    starts = branch[0] is aside or (subject is not None and branch[0] in subtree(subject)) or branch[0].is_punctuation
    apart = follows(branch[0], marks=",\"”'’–—-…?!")
    if _as_told(aside):
        starts, apart = True, apart or branch[0].before is None
    return starts and apart and not speechless and len(branch) <= 30


def _according(clause: Clause) -> Iterator[Reported]:
    for oblique in clause.head.of("obl", "advcl", "nmod"):
        cue = [node for case in oblique.of("case") for node in subtree(case)]
        if not cue or cue[0].word != "according":
            continue
        inner = clause_of(clause.head, "reported-content", without=_with_marks(oblique))
        if inner and clause.rule != "reported-content":
            hidden = {oblique.index}
            content = tuple(node for node in subtree(clause.head, without=hidden) if node.text != ".")
            source = tuple(word.node for word in _without(phrase(oblique), cue) if word.node)
            yield Reported(saying=Saying(source=source, cue=tuple(cue), content=content), clause=inner)
            return


def _without(words: tuple[Word, ...], nodes: list[Node]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.node not in nodes)


def branches(nodes: list[Node]) -> list[Node]:
    """The nodes with all below them, in the order of the text."""
    return sorted({node for top in nodes for node in subtree(top)}, key=lambda node: node.index)
