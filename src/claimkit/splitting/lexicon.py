"""Word lists of the rules, all lemmas in lower case: the project's own, grouped by the pattern they license."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING: Final = _words(
    """accuse acknowledge add admit affirm agree allege announce argue assert assess assure boast caution charge claim
    clarify comment concede conclude confess confirm contend counter declare deny detail disclose elaborate emphasize
    emphasise estimate explain find guarantee highlight hint imply indicate inform insist joke lament maintain mention
    note notify observe opine pledge point predict proclaim promise pronounce quip read reaffirm reassure recall recount
    reiterate remark remind reply report respond reveal rule say show signal speculate state stress suggest swear
    testify tell tweet underline underscore uphold vow warn write"""
)
"""Verbs whose clause is what somebody said: the saying is one claim, what was said another."""

THINKING: Final = _words(
    """anticipate assume believe calculate consider decide deem determine doubt expect fear feel figure foresee guess
    hope imagine judge know learn perceive project realize realise reckon regard see suppose suspect think trust
    understand view want wish"""
)
"""Verbs of thought: attributed, and their clause is a claim of its own only where the verb stands for it."""

UNASSERTED: Final = _words("deny doubt fear hope imagine wish want decide guess wonder pretend")
"""Verbs whose clause the source does not put forward as true."""

SPEECH_ACTS: Final = _words(
    """accuse acknowledge advise advocate announce apologize apologise appeal applaud approve ask assail assure attack
    back blame blast call caution challenge cite claim commend condemn confirm congratulate convey criticize criticise
    decline decry defend demand denounce deny describe deplore disclose discuss dismiss dispute emphasize emphasise
    encourage endorse explain express forbid hail highlight implore insist instruct invite lambast lament mourn
    object offer oppose order outline pledge plead praise press proclaim promise propose protest question reaffirm
    rebuke rebut recommend refuse refute reiterate reject renew request reveal rule salute slam signal stress suggest
    support swear tell thank threaten touch tout underline underscore urge vent voice vow warn welcome"""
)
"""Verbs that are themselves the saying, with a noun phrase or an infinitive for what is said."""

LIGHT_VERBS: Final = _words(
    "express convey voice offer give issue make raise extend send have share show deliver reiterate"
)
SPEECH_NOUNS: Final = _words(
    """admiration anger apology appreciation appeal assurance belief call claim comment commitment complaint concern
    condemnation condolence confidence criticism demand desire dismay displeasure doubt fear frustration gratitude
    hope intention interest message objection offer opinion opposition outrage pledge promise question regret
    request reservation sadness satisfaction solidarity sorrow statement support suspicion sympathy thank threat view
    warning willingness wish worry"""
)
"""With a light verb before them these are a saying: *expressed sorrow for*, *voiced concerns about*."""

WEAK_SPEECH_ACTS: Final = _words("back attack press question touch rule support defend discuss show ask order approve")
"""Speech acts as often as not: a saying only where the verb's subject can speak and its object is no clause."""

UNNAMED: Final = _words(
    """adviser advisor aide analyst authority campaigner commentator critic diplomat economist employee expert insider
    investigator lawmaker lawyer man member neighbour neighbor observer official opponent parent people person
    policeman prosecutor report reporter researcher resident scientist someone source spokesman spokesperson spokeswoman
    staffer student study supporter survivor teacher victim volunteer witness woman worker"""
)
"""Heads of noun phrases that speak without a name."""

TITLES: Final = _words(
    """president premier chancellor minister secretary senator representative congressman congresswoman governor mayor
    ambassador general admiral colonel major captain lieutenant sergeant judge justice professor doctor director
    chairman chairwoman chair chief leader spokesman spokeswoman spokesperson king queen prince princess pope bishop
    archbishop cardinal coach manager ceo founder officer commissioner envoy deputy speaker attorney prosecutor
    candidate nominee editor reporter analyst author actor actress singer lawmaker sheriff inspector detective
    mr mrs ms dr prof sen rep gov gen col lt capt sgt sir lord lady dame baroness mr. mrs. ms. dr. prof. sen. rep. gov.
    gen. col. lt. capt. sgt."""
)
"""What stands before a name and is no part of it."""

DEPARTMENTS: Final = _words(
    "state defense defence health education energy commerce labor labour treasury transportation"
)
"""*Secretary of State Marco Rubio*: the word after ``of`` that still belongs to the title."""

ORGANIZATION_WORDS: Final = _words(
    """agency association authority bank board bureau campaign center centre church commission committee company
    congress corporation council court department embassy federation force foundation government group inc institute
    ministry nations newspaper office organisation organization parliament party police post press senate service
    society team times tribunal tribune union university house journal network news pentagon kremlin administration
    corps army navy"""
)

COLLECTIVE: Final = _words(
    """agree alternate argue balance clash collaborate collide combine compare compete consist converge cooperate debate
    differ distinguish divorce exchange fight join link marry meet merge mix negotiate quarrel range separate share
    swap trade unite choose mediate relate include comprise total similar
    different equal identical close alike same"""
)
"""Predicates that hold of a group together: their arguments are never told apart."""

RECIPROCAL_NOUNS: Final = _words(
    """agreement ceasefire contract cooperation deal dialogue pact partnership relation relationship talk tie treaty
    truce"""
)
"""*The US and India have deepened ties*: an object that needs two."""

PAIRED_NAMES: Final = frozenset(
    {
        ("jammu", "kashmir"), ("bosnia", "herzegovina"), ("trinidad", "tobago"), ("antigua", "barbuda"),
        ("johnson", "johnson"), ("procter", "gamble"), ("marks", "spencer"), ("standard", "poor"), ("food", "drug"),
        ("saint", "nevis"), ("turks", "caicos"), ("tyne", "wear"),
    }
)  # fmt: skip
"""One name with *and* inside."""

ABBREVIATIONS: Final = _words(
    """adm al approx apr asst aug ave bros capt cf ch co col comdr corp cpl dec dept dist dr ed est etc feb fig fr ft
    gen gov hon inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nov oct op pres prof pvt rep reps rev sen sens
    sept sgt sr st supt treas u.n u.s univ vol vs"""
)
"""Before a full stop that ends no sentence."""

STATIVE: Final = _words(
    """associate base call compose consider dedicate design entitle found know locate name own populate situate
    surround use"""
)
"""Participles of a state: they take the tense of the clause that they hang from, others the past."""

PREPOSITIONAL: Final = _words(
    """accord assume base begin compare concern consider depend exclude follow give grant include involve judge owe
    range regard start touch supposed"""
)
"""Participles that serve as prepositions: *following the attack*, *including two children*."""

EVENT_PARTICIPLES: Final = _words(
    """add bring cause create demonstrate draw end force further heighten highlight illustrate indicate jeopardize
    jeopardise lead leave make mark mean prompt push put raise render reflect result send show signal spark spur
    suggest threaten trigger underline underscore"""
)
"""Participles whose subject is as a rule the whole event before them: *China has backed Pakistan, highlighting ...*."""

CONTRASTING: Final = _words("while whereas although though")
"""Conjunctions whose clause is asserted like the one beside it."""

JOINING: Final = _words("and but yet &")
"""Coordinators of things that all hold; after *or* and *nor* nothing is told apart."""

SUBORDINATORS: Final = _words(
    """after as because before if lest once since so than that though unless until when where whereas whether while
    which who"""
)
"""Words that hang a clause from another one."""

PRESUPPOSING: Final = _words("after because since when")
"""Conjunctions whose clause, in the past, happened whatever the main clause says of it."""

TOGETHER: Final = _words(
    "together respectively jointly alike each between among amid mutually from their they themselves other"
)
"""Words beside a list that keep it together."""
