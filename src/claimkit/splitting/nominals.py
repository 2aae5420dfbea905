"""Clauses packed into nouns: *its concern that the bridge is unsafe*, *Pakistan's support for terrorist groups*.

What such a noun holds is taken for granted by the sentence around it: its claim is marked as presupposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimkit.splitting.clauses import Clause, clause_of
from claimkit.splitting.embedded import chain_around
from claimkit.splitting.expansion import Draft, expanded
from claimkit.splitting.inflection import be, gerund, past, past_participle, present
from claimkit.splitting.lexicon import ATTITUDES, EVIDENCE, REJECTING, SPEECH_NOUNS, UNCLAIMED, WISHED
from claimkit.splitting.nominalizations import ACTIONS, EVENTS, NEEDS, Action
from claimkit.splitting.saying import NONE, Saying, can_speak
from claimkit.splitting.speakers import is_speaker
from claimkit.splitting.subjects import phrase
from claimkit.splitting.tree import Node, Tree, ancestors, is_finite, quoted, subtree
from claimkit.splitting.verbs import Group, Tense, is_negated, is_plural
from claimkit.splitting.wording import Word, words_of

PRESUPPOSED = "presupposed"

_UNDONE = frozenset({"alleged", "attempted", "averted", "failed", "planned", "possible", "potential", "proposed"})
_UNDONE |= frozenset({"suspected", "threatened", "would-be"})
_ENDING = frozenset({"abandon", "cancel", "drop", "end", "lose", "reverse", "stop", "suspend", "withdraw"})
_BASELESS = frozenset({"absurd", "baseless", "fabricate", "false", "incorrect", "lie", "unfounded", "untrue", "wrong"})
_HOLDING = (SPEECH_NOUNS | EVIDENCE) - UNCLAIMED
_PACKED = _HOLDING | ACTIONS.keys() | EVENTS.keys() | NEEDS
"""The nouns that can hold a clause at all."""
_MAKING = frozenset({"cite", "find", "give", "have", "make", "offer", "present", "provide", "see", "share", "uncover"})
_NOMINATIVE = {"his": "he", "her": "she", "their": "they", "its": "it"}


def nominal(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The claims of the nouns of the sentence that hold a clause; ``drafts`` are those made of it so far."""
    within = quoted(tree)
    for noun in tree.nodes:
        if noun.pos != "NOUN" or noun.lemma not in _PACKED or noun.index in within:
            continue
        chain = chain_around(noun, drafts)
        above = noun.head
        refuted = above is not None and noun.relation == "nsubj" and above.lemma in _BASELESS
        if refuted or any(cue.lemma in REJECTING for saying in chain for cue in saying.cue):
            chain = ()
        told = list(_that_clause(noun, chain, drafts))
        if not told and not _wished(noun):
            told = [draft for draft in (_action(noun, chain), _event(noun, chain), _need(noun, chain)) if draft]
        yield from told


def _that_clause(noun: Node, chain: tuple[Saying, ...], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """*suggestions that he is no billionaire*: said by whoever the noun belongs to; by nobody named where by none."""
    none = any(child.word in NONE for child in noun.of("det", "amod"))
    if none or noun.lemma not in _HOLDING or _unmade(noun):
        return
    for content in noun.of("acl", "ccomp"):
        that = any(mark.word == "that" and mark.index < content.index for mark in content.of("mark"))
        inner = clause_of(content, PRESUPPOSED) if that and content.dep != "acl:relcl" else None
        if inner is None or any(content in saying.content[:1] for draft in drafts for saying in draft.chain):
            continue
        source = [word.node for word in _owner(noun) if word.node] or _light_subject(noun)
        saying = Saying(source=tuple(source), cue=(noun,), content=tuple(subtree(content)))
        known = any(noun in said.cue for draft in drafts for said in draft.chain)
        yield from expanded(inner, chain if known else (*chain, saying), 1)


def _unmade(noun: Node) -> bool:
    """*did not make the claim that it is so*."""
    verb = noun.head
    return verb is not None and noun.relation == "obj" and verb.lemma in _MAKING and is_negated(verb)


def _light_subject(noun: Node) -> list[Node]:
    """*He made the claim that ...*: the subject of the verb whose object the noun is."""
    verb = noun.head
    makes = verb is not None and noun.relation == "obj" and verb.lemma in _MAKING
    subjects = verb.of("nsubj") if verb and makes else []
    return [word.node for word in phrase(subjects[0]) if word.node] if subjects else []


def _owner(noun: Node) -> tuple[Word, ...]:
    """Whose it is, without the possessive mark; empty where nobody's."""
    owners = [child for child in noun.children if child.dep == "nmod:poss"]
    if not owners:
        return ()
    return tuple(word for word in phrase(owners[0]) if not word.node or word.node.tag != "POS")


def _same_speaker(noun: Node, owner: Sequence[Word], chain: tuple[Saying, ...]) -> tuple[Word, ...]:
    """*The US reiterated its concern*: the owner is who speaks; empty where it is somebody else."""
    pronoun = len(owner) == 1 and owner[0].node is not None and owner[0].node.tag == "PRP$"
    cued = bool(chain) and noun.head in chain[-1].cue
    return words_of(chain[-1].source) if pronoun and cued else ()


def _speaks(source: Sequence[Node]) -> bool:
    return source[0].tag == "PRP$" or is_speaker(source)


def _named(owner: Sequence[Word]) -> tuple[Word, ...]:
    """The owner as a subject: *his* becomes *he*."""
    return tuple(Word(form=_NOMINATIVE.get(word.form.lower(), word.form), node=word.node) for word in owner)


def _action(noun: Node, chain: tuple[Saying, ...]) -> Draft | None:
    """*Pakistan's support for terrorist groups*: Pakistan supports terrorist groups."""
    action, owner = ACTIONS.get(noun.lemma), _owner(noun)
    if noun.relation == "obj" and noun.head is not None and noun.head.lemma in _ENDING:
        return None
    if not action or not owner or owner[0].form.lower() in {"my", "our", "your", "whose"} or noun.number == "Plur":
        return None
    complement = _complement(noun, action)
    if complement is None:
        return None
    words, spare, content = complement
    speaker = _same_speaker(noun, owner, chain)
    subject = speaker or _named(owner)
    plural = is_plural(subject) or subject[0].form == "they"
    verb = _verb(action, noun, plural=plural)
    source = tuple(word.node for word in owner if word.node)
    says = action.said and not speaker and can_speak(source, noun) and _speaks(source)
    own = (Saying(source=source, cue=(noun,), content=tuple(content)),) if says else ()
    frame = Group(tense=Tense.PAST if action.past else Tense.PRESENT, plural=plural)
    clause = Clause(head=noun, rule=PRESUPPOSED, subject=subject, group=frame)
    told = (*subject, *verb, *words)
    return Draft(words=told, clause=clause, rule=PRESUPPOSED, chain=(*chain, *own), spare=tuple(spare), acts=says)


def _verb(action: Action, noun: Node, *, plural: bool) -> tuple[Word, ...]:
    """The verb, its node on its last word: *supports*, *refused*, *is concerned*."""
    first, *rest = action.verb.split()
    form = be(is_past=False, plural=plural) if first == "be" else present(first, plural=plural)
    form = past(first, first + "ing") if action.past else form
    forms = [form, *rest]
    return (*(Word(form=each) for each in forms[:-1]), Word(form=forms[-1], node=noun))


def _complement(noun: Node, action: Action) -> tuple[tuple[Word, ...], list[Node], list[Node]] | None:
    """The words of what the action is on, what is left out of them, and all of them; None without one."""
    for child in noun.of("nmod", "obl", "acl"):
        if child.index < noun.index or child.dep in {"nmod:poss", "acl:relcl"}:
            continue
        branch = [node for node in subtree(child) if not node.is_punctuation or node.index < child.index]
        if branch[0].before is not noun:
            continue
        case = branch[0].word
        if case == "to" and branch[0].dep == "mark" and child.tag == "VB" and "to" in action.prepositions:
            return _infinitive(branch, child, action), [], branch
        if child.relation != "acl" and case in action.prepositions and branch[0].dep == "case":
            led = action.prepositions[case]
            lead = (Word(form=led, node=branch[0]),) if led else ()
            return (*lead, *words_of(branch[1:])), [] if led else [branch[0]], branch
    return None


def _infinitive(branch: Sequence[Node], verb: Node, action: Action) -> tuple[Word, ...]:
    """*to fight it*; *is committed to fighting it*."""
    going_on = action.verb == "be committed"
    return tuple(
        Word(form=gerund(node.lemma), node=node) if going_on and node is verb else Word.of(node) for node in branch
    )


def _event(noun: Node, chain: tuple[Saying, ...]) -> Draft | None:
    """*the killing of 26 civilians*: 26 civilians were killed."""
    verb = EVENTS.get(noun.lemma, "")
    sure = any(child.word in {"the", "this"} for child in noun.of("det")) or bool(_owner(noun))
    patients = [child for child in noun.of("nmod") if any(case.word == "of" for case in child.of("case"))]
    sure = sure and not any(child.word in _UNDONE for child in noun.of("amod"))
    if not verb or not sure or len(patients) != 1 or noun.number == "Plur" or patients[0].index < noun.index:
        return None
    case = patients[0].of("case")[0]
    name = tuple(word for word in phrase(patients[0]) if word.node is not case)
    comma = next((place for place, word in enumerate(name) if word.form == ","), len(name))
    name = name[:comma]
    plural = is_plural(name)
    rest = [node for child in noun.of("nmod") if _circumstance(child, patients[0]) for node in subtree(child)]
    was = (Word(form=be(is_past=True, plural=plural)), Word(form=past_participle(verb, verb + "ing"), node=noun))
    told = (*name, *was, *words_of(rest))
    clause = Clause(head=noun, rule=PRESUPPOSED, subject=name, group=Group(tense=Tense.PAST, plural=plural))
    return Draft(words=told, clause=clause, rule=PRESUPPOSED, chain=chain, spare=(case,))


def _circumstance(node: Node, patient: Node) -> bool:
    """Where, when and by whom it was done."""
    cases = {case.word for case in node.of("case")}
    return node.index > patient.index and not cases.isdisjoint({"in", "at", "on", "near", "by", "during", "outside"})


def _need(noun: Node, chain: tuple[Saying, ...]) -> Draft | None:
    """*emphasizing the need for talks*: there is a need for talks."""
    definite = [child for child in noun.of("det") if child.word == "the"]
    if noun.lemma not in NEEDS or not definite or not chain or chain[-1].content[:1] == () or noun.relation != "obj":
        return None
    kept = [node for node in subtree(noun) if node not in definite]
    if len(kept) < 2 or noun.head is None or noun.head not in chain[-1].cue:
        return None
    lead = (Word(form="there"), Word(form="is"), Word(form="a"))
    clause = Clause(head=noun, rule=PRESUPPOSED, subject=(), group=Group(tense=Tense.PRESENT, plural=False))
    return Draft(words=(*lead, *words_of(kept)), clause=clause, rule=PRESUPPOSED, chain=chain)


def _wished(noun: Node) -> bool:
    """Whether the sentence does not say that it is so: *called for Pakistan's support*, *if*, *could*, *no*."""
    for node in (noun, *ancestors(noun)):
        wish = node is not noun and (node.lemma in WISHED or (node.lemma in ATTITUDES and node.pos == "VERB"))
        marks = any(mark.word in {"if", "unless", "whether"} for mark in node.of("mark"))
        modal = any(aux.tag == "MD" for aux in node.of("aux"))
        if wish or marks or modal or is_negated(node):
            return True
        if is_finite(node) and node.relation not in {"ccomp", "xcomp"}:
            return False
    return False
