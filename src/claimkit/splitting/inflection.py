"""Verb forms of English: from a participle or a lemma to what a finite sentence needs."""

from __future__ import annotations

import re
from typing import Final

_IRREGULAR: Final = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|overcome overcame overcome
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proved
put put put|quit quit quit|read read read|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung
sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
sting stung stung|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld
upset upset upset|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withstand withstood withstood|write wrote written
"""

_SHORT: Final = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")
"""One short vowel before one consonant: *stop*, which doubles it."""

_FORMS: Final = {
    row.split()[0]: (row.split()[1], row.split()[2])
    for line in _IRREGULAR.split("\n")
    if line
    for row in line.split("|")
}


def past(lemma: str, gerund: str) -> str:
    """The past tense; ``gerund`` (the *-ing* form as written) shows how the stem is spelt (*stopping*, *stopped*)."""
    return _FORMS[lemma][0] if lemma in _FORMS else _regular(lemma, gerund)


def past_participle(lemma: str, gerund: str) -> str:
    """The past participle, found as :func:`past` finds the past tense."""
    return _FORMS[lemma][1] if lemma in _FORMS else _regular(lemma, gerund)


def gerund(lemma: str) -> str:
    """The *-ing* form: *fighting*, *making*, *stopping*, *lying*."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _SHORT.fullmatch(lemma) else "") + "ing"


def present(lemma: str, *, plural: bool) -> str:
    """The present tense, third person."""
    if plural or lemma in {"be", "have"}:
        return {"be": "are" if plural else "is", "have": "have" if plural else "has"}.get(lemma, lemma)
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _consonant_y(lemma) else lemma + "s"


def indefinite(word: str) -> str:
    """*a* or *an*, by how the word before which it stands sounds."""
    if len(word) > 1 and word.isupper():  # FBI, letter by letter
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    plain = word.lower()
    if plain.startswith(("hour", "honest", "honor", "honour", "heir")):
        return "an"
    glide = plain.startswith(("uni", "use", "usu", "uti", "eu", "one", "once")) and not plain.startswith("unin")
    eight = plain.startswith(("8", "11", "18")) and (plain[0] == "8" or not plain[2:3].isdigit())
    return "an" if eight or (plain[:1] in tuple("aeiou") and not glide) else "a"


def be(*, is_past: bool, plural: bool) -> str:
    """The form of *to be*, third person."""
    if is_past:
        return "were" if plural else "was"
    return "are" if plural else "is"


def _regular(lemma: str, gerund: str) -> str:
    stem = gerund.lower().removesuffix("ing")
    if stem == gerund.lower() or lemma.endswith("ie"):
        stem = lemma
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _consonant_y(stem) else stem + "ed"


def _consonant_y(word: str) -> bool:
    return len(word) > 1 and word[-1] == "y" and word[-2] not in "aeiou"
