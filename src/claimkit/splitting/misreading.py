"""Repairs of words that the parser took for other ones, so that a sentence lost its verb or a clause its noun."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimkit.splitting.lexicon import EVIDENCE, GIVING, LIGHT_VERBS, SPEECH_NOUNS
from claimkit.splitting.reported import make_past
from claimkit.splitting.subjects import follows
from claimkit.splitting.tree import NOMINAL, Node, Tree, ancestors, is_clause, is_finite, subject_of, subtree

_HOLDING = SPEECH_NOUNS | EVIDENCE
_KEEPING = LIGHT_VERBS - GIVING
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def mend_misreadings(tree: Tree) -> None:
    """Repair the tree in place."""
    for node in tree.nodes:
        if node.word == "whose":
            node.tag = "WP$"
        if node.pos == "VERB":
            _tag_against_place(node)
        elif node.children:
            _apposition_left_open(node)
        for repair in _BY_RELATION.get(node.relation, ()):
            repair(node)
    _verb_taken_for_noun(tree)
    _main_clause_lost(tree)
    _participle_taken_for_verb(tree)
    for node in tree.nodes:
        if node.word == "whose":
            _relative_lost(node)


def _tag_against_place(verb: Node) -> None:
    """*The bill, passed in May, bans bags*: an aside without a subject is a participle, a clause with one is none."""
    if verb.of("aux", "cop"):
        return
    before = [child for child in verb.of("nsubj") if child.index < verb.index]
    if verb.relation == "acl" and verb.tag == "VBD" and not verb.of("nsubj", "mark") and not _has_relative(verb):
        verb.tag, verb.form, verb.dep = "VBN", "Part", "acl"
    elif verb.tag == "VBN" and before and (before[0].dep == "nsubj" or verb.of("obj", "xcomp", "ccomp")):
        make_past(verb)
        before[0].dep = "nsubj"
    elif verb.tag == "VBN" and before and verb.head is None:  # seized on the claim: the sentence has no other verb
        make_past(verb)
        before[0].dep = "nsubj" if is_finite(verb) else before[0].dep


def _has_relative(verb: Node) -> bool:
    """Whether a relative pronoun ties the clause to its noun."""
    return any(node.tag in {"WDT", "WP", "WP$", "WRB"} or node.word == "that" for node in subtree(verb))


def _conjunct_of_noun(verb: Node) -> None:
    """*emphasizing the need for talks and calling on Pakistan*: one participle goes on after the other, no noun."""
    noun = verb.head
    first = noun.head if noun and verb.relation == "conj" and noun.pos in NOMINAL and noun.relation == "obj" else None
    if first and verb.tag == first.tag == "VBG" and verb.pos == "VERB" and first.relation in {"advcl", "acl", "conj"}:
        verb.attach(first, "conj")


def _participle_taken_for_adjective(verb: Node) -> None:
    """*violated its integrity, jeopardizing peace*: with an object of its own, what follows a comma is no adjective."""
    noun = verb.head
    if verb.dep != "amod" or verb.tag != "VBG" or noun is None or verb.index < noun.index or not verb.of("obj"):
        return
    clause = next((above for above in ancestors(verb) if is_clause(above)), None)
    if clause and follows(subtree(verb)[0], marks=","):
        verb.attach(clause, "advcl")


def _apposition_left_open(noun: Node) -> None:
    """*in Pahalgam, Jammu and Kashmir*: no comma closes the apposition, so what *and* adds is part of it."""
    if noun.pos not in NOMINAL:
        return
    for aside in noun.of("appos"):
        for added in noun.of("conj"):
            tie = next(iter(added.of("cc")), None)
            if tie and tie.before is subtree(aside)[-1] and not tie.before.is_punctuation and tie.index < added.index:
                added.attach(aside, "conj")


def _tie_of_subject(tie: Node) -> None:
    """*..., and fines will follow*: the *and* before a clause's subject ties the clause, not the subject."""
    noun = tie.head if tie.dep == "cc" else None
    clause = noun.head if noun and noun.relation == "nsubj" and tie.index < noun.index and not noun.of("conj") else None
    if clause and clause.relation == "conj":
        tie.attach(clause, "cc")


def _relative_of_name(clause: Node) -> None:
    """*Opposition leader Peter Hale, who lost*: it is about the leader, of whose phrase the name is the rest."""
    name = clause.head if clause.dep == "acl:relcl" else None
    while name and name.relation == "flat" and name.head and name.head.pos in NOMINAL:
        name = name.head
    if name and name is not clause.head:
        clause.attach(name, clause.dep)


def _day_of_subject(day: Node) -> None:
    """*The EU on Wednesday voiced concern*: it did so on that day; it is no EU of a Wednesday."""
    noun = day.head if day.relation == "nmod" and day.entity == "DATE" else None
    verb = noun.head if noun and noun.relation == "nsubj" else None
    leads = any(case.word == "on" for case in day.of("case"))
    if noun and verb and leads and noun.pos == "PROPN" and noun.index < day.index < verb.index:
        day.attach(verb, "obl")


def _clause_of_noun(clause: Node) -> None:
    """*found no evidence that it is so*: the clause right behind a noun of saying is what the noun holds."""
    verb, that = clause.head, next((mark for mark in clause.of("mark") if mark.word == "that"), None)
    noun = that.before if that else None
    direct = verb is not None and noun is not None and noun.head is verb and noun.relation == "obj"
    if direct and noun and clause.relation == "ccomp" and noun.lemma in _HOLDING:
        clause.attach(noun, "acl")


def _contrast_of_whole(clause: Node) -> None:
    """*found no evidence that it is so, while others did*: the contrast is with the finding, not what was found."""
    inner = clause.head
    marks = {mark.word for mark in clause.of("mark")}
    if clause.relation != "advcl" or inner is None or not marks & {"while", "whereas"} or not subject_of(clause):
        return
    noun = inner.head if inner.relation == "acl" and inner.index < clause.index else None
    verb = noun.head if noun and noun.pos == "NOUN" else None
    if verb and verb.pos == "VERB" and follows(subtree(clause)[0], marks=","):
        clause.attach(verb, "advcl")


def _relative_agrees(clause: Node) -> None:
    """*Shares in Corvex, which employs 9,400 people*: a verb in the singular is about the singular noun before it."""
    noun, verb = clause.head, next((one for one in (*clause.of("aux", "cop"), clause) if one.tag == "VBZ"), None)
    pronoun = next((child for child in clause.of("nsubj") if child.word in {"which", "who", "that"}), None)
    comma = pronoun.before if pronoun else None
    near = comma.before if comma and comma.text == "," else None
    if clause.dep != "acl:relcl" or verb is None or noun is None or near is None or noun.number != "Plur":
        return
    while near.head and near.relation in {"flat", "compound"} and near.head is not noun:
        near = near.head
    if near.number != "Plur" and near.pos in {"NOUN", "PROPN"} and noun in ancestors(near):
        clause.attach(near, clause.dep)


def _where_of_place(clause: Node) -> None:
    """*an attack in Pahalgam, where 26 were killed*: *where* is the place that stands before it."""
    noun = clause.head if clause.dep == "acl:relcl" else None
    where = next((child for child in clause.of("advmod") if child.word == "where"), None)
    comma = where.before if where else None
    place = comma.before if comma and comma.text == "," else None
    if noun is None or place is None or noun.entity in _PLACES or place.entity not in _PLACES:
        return
    while place.head and place.head.entity in _PLACES and place.head is not noun:
        place = place.head
    if noun in ancestors(place):
        clause.attach(place, clause.dep)


def _no_recipient(name: Node) -> None:
    """*expressed US support*: with a verb that gives nothing to anybody, the name belongs to the noun after it."""
    verb = name.head if name.dep == "iobj" and name.pos == "PROPN" and not name.of("det", "conj") else None
    things = verb.of("obj") if verb and verb.lemma in _KEEPING else []
    if things and subtree(things[0])[0].before is subtree(name)[-1] and not things[0].of("det"):
        name.attach(things[0], "compound")


def _led_by_oblique(verb: Node) -> None:
    """*Under the plan, adopted by 7 votes, mothers will be sent*: the plan was adopted, not the mothers."""
    if verb.relation != "advcl" or verb.tag != "VBN" or verb.of("aux", "mark"):
        return
    clause, subject = verb.head, subject_of(verb.head) if verb.head else None
    if clause is None or subject is None:
        return
    comma = subtree(verb)[0] if subtree(verb)[0].text == "," else subtree(verb)[0].before
    if comma is None or comma.text != "," or verb.index > subject.index:
        return
    for noun in clause.of("obl"):
        words = [node for node in subtree(noun) if not node.is_punctuation]
        if noun.pos in NOMINAL and words[-1] is comma.before:
            verb.attach(noun, "acl")


def _age(number: Node) -> None:
    """*Peter Hale, 58, demanded*: a number behind a name and its comma is said of it in passing."""
    name, comma = number.head, number.before
    after = name is not None and name.index < number.index and comma is not None and comma.text == ","
    if after and number.tag == "CD" and number.dep in {"amod", "nummod", "nmod"} and name and name.pos == "PROPN":
        number.dep = "appos"


def _relative_of_age(clause: Node) -> None:
    """*Maria Lopes, 29, whose baby is due*: it is about her, not about her age."""
    age = clause.head
    name = age.head if age and age.pos == "NUM" and age.relation in {"appos", "nummod"} else None
    if clause.dep == "acl:relcl" and name and name.pos in NOMINAL and age and name.index < age.index:
        clause.attach(name, clause.dep)


def _verb_taken_for_noun(tree: Tree) -> None:
    """*The army shells the town*: after a noun, and right before another noun phrase, the word in -s is the verb."""
    verb = tree.root
    after = verb.after
    if verb.tag != "NNS" or verb.of("case", "cop", "nsubj", "acl:relcl") or not after or after.pos != "DET":
        return
    subject = next((child for child in verb.of("compound") if verb.before is child), None)
    thing = next((child for child in verb.of("appos", "obj", "nmod") if subtree(child)[0] is after), None)
    if subject is None or thing is None or not verb.word.endswith("s"):
        return
    verb.tag, verb.pos, verb.form = "VBZ", "VERB", "Fin"
    verb.lemma = verb.word.removesuffix("s")
    for child in [child for child in verb.children if child.index < subject.index]:
        child.attach(subject, child.dep)
    subject.attach(verb, "nsubj")
    thing.attach(verb, "obj")
    for child in verb.of("acl"):
        child.attach(verb, "advcl")


def _main_clause_lost(tree: Tree) -> None:
    """*Having won the vote, the party named Ms Lee*: the participle is no main clause, what follows its comma is."""
    first = tree.root
    if is_finite(first) or subject_of(first) or not any(node.tag == "VBG" for node in (first, *first.of("aux"))):
        return
    for verb in tree.nodes:
        noun = verb.head if verb.dep == "acl" else None
        if not noun or noun.pos not in NOMINAL or verb.before is not noun or verb.tag != "VBN":
            continue
        start = subtree(noun)[0]
        if start.text != "," and (start.before is None or start.before.text != ","):
            continue
        make_past(verb)
        if is_finite(verb):
            _exchange(first, noun, verb)
        return


def _participle_taken_for_verb(tree: Tree) -> None:
    """*The police chief, asked about it, declined*: between two commas, and with no *and* after it, no past tense."""
    first, noun = tree.root, subject_of(tree.root)
    if noun is None:
        _subject_of_aside(first)
    for aside in first.of("parataxis") if noun else ():
        branch = subtree(aside)
        bare = aside.tag == "VBD" and not aside.of("aux", "cop", "nsubj") and follows(branch[0], marks=",")
        if noun and bare and noun.index < branch[0].index and branch[-1].index < first.index:
            aside.tag, aside.form = "VBN", "Part"
            aside.attach(noun, "acl")
    comma = first.before
    if first.tag != "VBD" or first.of("aux", "cop") or noun is None or comma is None or comma.text != ",":
        return
    for verb in first.of("conj"):
        start = verb.before
        alone = not verb.of("cc") and not subject_of(verb) and is_finite(verb)
        if alone and start and start.text == "," and subtree(noun)[-1].index in {comma.index, comma.index - 1}:
            first.tag, first.form = "VBN", "Part"
            _exchange_aside(first, noun, verb)
            return


def _subject_of_aside(first: Node) -> None:
    """*The police chief, asked about it, declined*: the subject before the commas is that of the verb after them."""
    comma = first.before
    for aside in first.of("parataxis") if is_finite(first) and comma and comma.text == "," else ():
        noun = subject_of(aside)
        bare = aside.tag in {"VBD", "VBN"} and not aside.of("aux", "cop", "ccomp") and noun is not None
        if noun and bare and aside.before and aside.before.text == "," and noun.index < aside.index < first.index:
            aside.tag, aside.form = "VBN", "Part"
            noun.attach(first, "nsubj")
            aside.attach(noun, "acl")


def _exchange_aside(first: Node, noun: Node, verb: Node) -> None:
    verb.attach(None, "ROOT")
    for child in [child for child in first.children if child.index > verb.index]:
        child.attach(verb, child.dep)
    noun.attach(verb, "nsubj")
    first.attach(noun, "acl")


def _exchange(first: Node, noun: Node, verb: Node) -> None:
    verb.attach(None, "ROOT")
    noun.attach(verb, "nsubj")
    for mark in first.of("punct"):
        if mark.index > verb.index:
            mark.attach(verb, "punct")
    for mark in noun.of("punct"):
        mark.attach(verb, "punct")
    first.attach(verb, "advcl")


def _relative_lost(pronoun: Node) -> None:
    """*said Maria Lopes, 29, whose baby is due*: nobody says the clause; it is about the name before it."""
    clause = pronoun.head.head if pronoun.head and pronoun.head.relation == "nsubj" else None
    comma = pronoun.before
    if clause is None or clause.relation not in {"ccomp", "parataxis", "conj", "advcl"} or not is_finite(clause):
        return
    noun = comma.before if comma and comma.text == "," else None
    while noun and noun.head and noun.relation in {"appos", "flat", "compound"} and noun.head.pos in NOMINAL:
        noun = noun.head
    if noun is None or noun.pos not in NOMINAL or subtree(clause)[0].index < noun.index or noun in subtree(clause):
        return
    clause.attach(noun, "acl:relcl")


_BY_RELATION: Mapping[str, tuple[Callable[[Node], None], ...]] = {
    "acl": (_relative_of_age, _relative_of_name, _relative_agrees, _where_of_place),
    "advcl": (_led_by_oblique, _contrast_of_whole),
    "amod": (_age, _participle_taken_for_adjective),
    "cc": (_tie_of_subject,),
    "ccomp": (_clause_of_noun,),
    "conj": (_conjunct_of_noun,),
    "iobj": (_no_recipient,),
    "nmod": (_age, _day_of_subject),
    "nummod": (_age,),
}
"""The repairs of a word that hangs from its head by that relation, in their order."""
