"""Word lists of the rules, all lemmas in lower case: the project's own, grouped by the pattern they license."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING: Final = _words(
    """accuse acknowledge add admit advise affirm agree allege announce answer argue assert assess assure attest
    bemoan blurt boast brag caution certify chant charge claim clarify comment complain concede conclude confess
    confide confirm contend counter declare demonstrate deny detail disclose discover divulge document elaborate
    email emphasise emphasize estimate exclaim explain find forecast foretell fret gripe grumble guarantee gush
    highlight hint holler hypothesize imply indicate inform insinuate insist interject intimate intone joke lament
    maintain mention muse mutter note notify observe opine pledge point posit post preach predict proclaim promise
    pronounce prophesy propose protest quip quote read reaffirm reason reassure recall reckon recommend recount
    reiterate rejoin relay remark remind repeat reply report respond retort reveal rule say scream shout show
    signal sing speculate state stipulate stress suggest swear tell testify theorise theorize tweet uncover
    underline underscore uphold urge verify volunteer vow warn whisper write yell"""
)
"""Verbs whose clause is what somebody said: the saying is one claim, what was said another."""

THINKING: Final = _words(
    """anticipate assume believe calculate consider contemplate decide deem determine doubt dread envisage
    envision expect fear feel figure foresee guess hope imagine infer judge know learn notice perceive ponder
    presume project realise realize reckon recognise recognize regard remember see sense suppose surmise suspect
    think trust understand view visualize want wish wonder worry"""
)
"""Verbs of thought: attributed, and their clause is a claim of its own only where the verb stands for it."""

UNASSERTED: Final = _words("""debate decide deny doubt fear guess hope imagine mull ponder pretend want wish wonder""")
"""Verbs whose clause the source does not put forward as true."""

SPEECH_ACTS: Final = _words(
    """accuse acknowledge admonish advise advocate allege announce answer apologise apologize appeal applaud
    approve argue articulate ask assail assert assure attack back bash beg belittle bemoan berate beseech blame
    blast boast brand bristle call castigate caution censure challenge chant characterise characterize chastise
    chide cite claim commend comment complain compliment concede condemn confirm congratulate contest contradict
    convey counsel credit criticise criticize debate decline decry defend demand denounce deny deplore deride
    describe disagree disavow disclose discuss dismiss disown dispute downplay echo elaborate emphasise emphasize
    encourage endorse entreat exhort explain expound express extol forbid forecast hail herald highlight implore
    insist instruct invite invoke label lambast lament laud liken malign mention mock mourn mull muse nominate
    object offer oppose order outline petition plead pledge portray praise predict press proclaim promise propose
    protest question quip quote rail reaffirm reassure rebuke rebut recommend refer refuse refute reiterate reject
    rejoice remark renew repeat reprimand reproach request retract reveal ridicule rule salute scold shout signal
    slam speak speculate stress suggest support swear talk tell testify thank threaten touch tout underline
    underscore upbraid urge vent vilify voice vow warn welcome"""
)
"""Verbs that are themselves the saying, with a noun phrase or an infinitive for what is said."""

LIGHT_VERBS: Final = _words(
    """air convey deliver express extend file give have issue launch level lodge make offer pay raise register
    reiterate repeat send share show sound voice"""
)
GIVING: Final = _words("give issue lodge make offer pay send show")
"""Those of :data:`LIGHT_VERBS` that may have a recipient before their object."""

SPEECH_NOUNS: Final = _words(
    """accusation admiration admission advice alarm allegation anger apology appeal appreciation assertion assurance
    belief call caveat charge claim comment commitment complaint concern condemnation condolence confidence
    contention criticism critique demand denial desire disagreement disappointment dismay displeasure doubt
    endorsement fear frustration gratitude hope intention interest message objection offer opinion opposition
    optimism outrage plea pledge praise prediction promise protest question rebuke recommendation regret remark
    request reservation sadness satisfaction scepticism skepticism solidarity sorrow statement suggestion support
    suspicion sympathy thank threat tribute view warning willingness wish worry"""
)
"""With a light verb before them these are a saying: *expressed sorrow for*, *voiced concerns about*."""

EVIDENCE: Final = _words("clue evidence fact hint indication proof sign")
"""Nouns whose clause is shown rather than said."""

UNCLAIMED: Final = _words(
    """apology appeal demand denial desire hope intention interest offer plea pledge recommendation request solidarity
    support sympathy thank tribute willingness wish"""
)
"""Those of :data:`SPEECH_NOUNS` whose clause nobody puts forward as true: *the demand that*."""

WEAK_SPEECH_ACTS: Final = _words("back attack press question touch rule support defend discuss show ask order approve")
"""Speech acts as often as not: a saying only where the verb's subject can speak and its object is no clause."""

STANCES: Final = _words(
    """accept address admire analyse analyze attack back caricature celebrate champion cheer compare confront
    contemplate contrast defend define demean despise disparage embrace expose favor favour frame grill hit ignore
    insult interview justify knock lash link list lobby marvel nominate oppose paint pitch plug point pound
    present promote pronounce push quiz rate rebuff rebuke reference resist respect respond rip rule sing skewer
    spell support tackle talk taunt tease tout trumpet understate unveil urge weigh"""
)
"""Verbs of taking a position or a topic up: a saying where their subject can speak."""

HEARSAY: Final = _words(
    """accuse allege anticipate assume believe call claim consider credit criticize describe dub estimate expect
    forecast know label predict presume project quote regard report rumor rumour say see suspect tell
    think view"""
)
"""Verbs that in the passive name nobody: *is expected to win*, *was accused of fraud*."""

FEELINGS: Final = _words(
    """adamant afraid alarmed angry anxious ashamed aware bullish certain concerned confident convinced critical
    disappointed doubtful eager fearful glad grateful happy hopeful interested keen mindful nervous opposed
    optimistic outraged pessimistic pleased proud ready reluctant sceptical skeptical supportive sure surprised
    unaware uneasy unhappy unsure upset wary willing worried"""
)
"""Adjectives for what somebody thinks or feels about something."""

QUOTING: Final = _words("cite quote")
"""*was quoted as saying*: the speaker is the subject of the passive."""

NAMING_NO_CONTENT: Final = _words(
    """add answer charge demonstrate discover email find inform judge maintain notify point post project promise read
    record relay remind report rule show show tell uncover whisper write yell"""
)
"""Verbs of :data:`SAYING` whose object is no content: *read a book*, *found a body*, *told reporters*."""

BLOWS: Final = _words("assail attack blast grill hit knock lash pound press rip slam")
"""Those that may be blows of another kind: *attacked her for it*, but *attacked the town*."""

ARMED: Final = _words("army bomber fighter force gunman militant missile navy plane rebel soldier tank troop warplane")
"""Subjects that attack and defend with other means than words."""

ATTITUDES: Final = _words(
    """agree aim aspire choose consider dare decide decline expect hope intend long opt plan prefer refuse seek
    strive vote vow want wish yearn"""
)
"""Verbs of wanting: attributed, with an infinitive or a thing for what is wanted, but no saying."""

_POSITIONS = WEAK_SPEECH_ACTS | ATTITUDES | STANCES | _words("offer")
TELLING: Final = ((SAYING | SPEECH_ACTS | LIGHT_VERBS) - _POSITIONS) | _words("urge refuse")
"""Cues that are words spoken; the others are thoughts, wishes and positions."""

CUES: Final = SAYING | THINKING | SPEECH_ACTS | LIGHT_VERBS | STANCES | ATTITUDES
"""All verbs that can be the cue of an attribution."""

OBJECT_CONTROL: Final = _words(
    """advise allow ask beg cause challenge command convince direct encourage enable force get have help hear invite let
    make order permit persuade press prompt push remind request require see tell urge warn"""
)
"""Verbs whose object does what their infinitive says: *urged him to speak*."""

REJECTING: Final = _words("contest contradict debunk deny discount dismiss dispute doubt rebut refute reject repudiate")
"""Verbs whose object the source does not hold true: *rejected the claim that*."""

WISHED: Final = _words(
    """appeal ask avert avoid await ban beg block call condition demand depend encourage ensure guarantee implore
    invite lack need offer oppose plan possibility potential prevent promise propose prospect pursue recommend
    request require risk rule secure solicit stop suggest threaten urge win"""
)
"""Words after which a thing need not be so: *called for Pakistan's support*."""

UNNAMED: Final = _words(
    """academic activist adviser advisor aide analyst attendee audience authority billionaire biologist brother
    businessman businesswoman caller campaigner candidate celebrity citizen clerk climatologist colleague
    commentator conservative consultant correspondent critic crowd customer delegate demonstrator designer
    developer diplomat dissident donor driver economist employee engineer entrepreneur executive expert fan farmer
    father filmmaker geologist guard guest historian host immigrant insider inspector investigator investor
    journalist juror landlord lawmaker lawyer liberal lobbyist man member migrant moderator mother musician
    narrator negotiator neighbor neighbour nurse observer official opponent owner parent passenger pastor patient
    people person physician physicist pilot policeman politician pollster priest prosecutor protester protestor
    psychologist public pupil recruiter refugee regulator relative report reporter representative researcher
    resident rival scholar scientist senator shopper sister sociologist soldier someone source spectator spokesman
    spokesperson spokeswoman staffer strategist student study supporter surgeon survivor teacher teenager tenant
    terrorist therapist tourist trader trustee user veteran victim viewer villager visitor volunteer voter
    whistleblower witness woman worker writer"""
)
"""Heads of noun phrases that speak without a name."""

TITLES: Final = _words(
    """president premier chancellor minister secretary senator representative congressman congresswoman governor mayor
    ambassador general admiral colonel major captain lieutenant sergeant judge justice professor doctor director
    chairman chairwoman chair chief leader spokesman spokeswoman spokesperson king queen prince princess pope bishop
    archbishop cardinal coach manager ceo founder officer commissioner envoy deputy speaker attorney prosecutor
    candidate nominee editor reporter analyst author actor actress singer lawmaker sheriff inspector detective
    councillor councilor councilman councilwoman alderman mp msp mep md cllr superintendent executive principal
    headteacher economist dean treasurer
    mr mrs ms miss dr prof sen rev fr rep gov gen col lt capt sgt sir lord lady dame baroness mr. mrs. ms. dr. prof.
    sen. rep. gov. gen. col. lt. capt. sgt."""
)
"""What stands before a name and is no part of it."""

HONORIFICS: Final = _words(
    """mr mrs ms miss dr prof sir lord lady dame baroness mr. mrs. ms. dr. prof. rev rev. fr fr. saint st st. doctor
    king queen prince princess pope"""
)
"""Those of :data:`TITLES` that say nothing that could be checked."""

DEPARTMENTS: Final = _words(
    """commerce defence defense education energy environment finance health justice labor labour state transport
    transportation treasury"""
)
"""*Secretary of State Marco Rubio*: the word after ``of`` that still belongs to the title."""

BODIES: Final = _words("cabinet camp delegation percent")
"""Nouns for several people who speak as one, beside :data:`GROUPS`."""

ORGANIZATION_WORDS: Final = _words(
    """agency association authority bank board bureau campaign center centre church commission committee company
    congress corporation council court department embassy federation force foundation government group inc institute
    ministry nations newspaper office organisation organization parliament party police post press senate service
    society team times tribunal tribune union university house journal network news pentagon kremlin administration
    corps army navy hospital college school club trust plc ltd fund network alliance coalition charity bank league"""
)

DOCUMENTS: Final = _words(
    """ad advertisement affidavit analysis article audit book brief census complaint data document editorial estimate
    figure filing finding footage index indictment lawsuit letter memo newspaper paper plan poll record release report
    review ruling slide spot statement statistic study survey transcript tweet video website"""
)
"""What speaks for those who made it: *the report says*."""

NATIONALITIES: Final = _words(
    """afghan african albanian algerian american arab argentine asian australian austrian belgian bolivian brazilian
    british bulgarian canadian chilean chinese christian colombian croatian cuban czech danish dutch egyptian english
    ethiopian european finnish french georgian german ghanaian greek hungarian indian indonesian iranian iraqi irish
    islamic israeli italian japanese jewish jordanian kenyan korean kurdish latin lebanese libyan lithuanian malaysian
    mexican moroccan muslim nepalese nigerian norwegian pakistani palestinian peruvian polish portuguese romanian
    russian
    saudi scottish serbian somali spanish sudanese swedish swiss syrian thai tunisian turkish ugandan ukrainian
    venezuelan vietnamese welsh"""
)
"""Adjectives that have a capital wherever they stand."""

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

KINDRED: Final = _words(
    """ally brother classmate colleague competitor contemporary counterpart couple cousin enemy equal friend lover mate
    neighbor neighbour opponent opposite pair parent partner peer relative rival roommate sibling sister spouse synonym
    teammate twin"""
)
"""Nouns that need two: *A and B are brothers* is nothing of A alone."""

SUMS: Final = _words("amount average combination cost list mix mixture number price range sum total value")
"""What is *of* several things together: *the cost of building and repair*."""

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

INTRANSITIVE: Final = _words(
    """appear arrive become belong come consist depart die disappear emerge exist fall go happen last live occur remain
    rise seem stay vanish"""
)
"""Verbs that have no passive: *were separated and consisted of houses*."""

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

MENTIONS: Final = _words("character designation expression letter name nickname number phrase surname term title word")
"""Nouns beside a word that is mentioned: nothing is said of it by *the term "sex"*."""

CIRCUMSTANCES: Final = _words(
    """above across after against along alongside amid around as at before behind below beside besides beyond by
    despite during following for from in inside near off on onto out outside over past per since through
    throughout till toward towards under until up upon via with within without because due"""
)
"""Prepositions of place, time, manner and cause: what they lead in can be left out beside an object."""

CAUSES: Final = _words("after alongside because before despite due during since throughout until without")
"""Prepositions that never belong to the verb: *failed because of it*."""

VENUES: Final = _words(
    """address appearance article blog book briefing broadcast column comment conference convention debate
    editorial email event facebook forum hearing interview letter meeting memo memoir message news note podcast
    post press program programme rally remark report session show speech statement testimony tweet twitter video
    visit"""
)
"""Where something is said: *in an interview*, *on Twitter*."""
PLACED: Final = _words("base headquarter house live locate lodge place reside sit situate stand station")
"""Verbs that say little without their place: *is based in Oslo*."""

WORLDS: Final = _words(
    """book case comic drama dream episode fiction film game legend model movie myth novel opinion play poll principle
    rumour rumor scenario script series show simulation story survey theory view"""
)
"""What frames a clause that is true in it alone: *in the film, she dies*."""

TIMES: Final = _words(
    """afternoon april august autumn century day decade december evening february hour january july june march may
    minute month morning night november october season september spring summer time week winter year"""
)

PEOPLE: Final = _words(
    """actor actress artist aunt author baby boy boyfriend bride child cousin daughter gentleman girl girlfriend
    granddaughter grandfather grandmother grandson guy husband dad daddy kid lady lad mom mum mummy neighbour nephew
    niece pensioner player poet singer son stepfather stepmother suspect teenager uncle wife winner writer youth"""
)
"""Nouns for one person, beside those of :data:`UNNAMED` and :data:`TITLES`."""

MALE: Final = _words(
    """boy boyfriend brother chairman congressman dad daddy father gentleman grandfather grandson guy husband king
    lad lord man mr mr. nephew policeman pope prince sir son spokesman stepfather uncle"""
)
FEMALE: Final = _words(
    """actress aunt bride chairwoman congresswoman dame daughter girl girlfriend granddaughter grandmother lady miss
    mom mother mum mummy mrs mrs. ms ms. niece princess queen sister spokeswoman stepmother wife woman baroness"""
)
"""Words that tell whether *he* or *she* can stand for somebody."""

GROUPS: Final = _words(
    """army band clan club community couple crew crowd duo family firm gang government group household jury majority
    minority pair panel party police public side squad staff team tribe trio"""
)
"""Nouns in the singular for several people together: *they* as well as *it*."""

EVENTS: Final = _words(
    """accident airstrike ambush assassination assault attack bombing ceasefire collapse collision conference
    conflict crash crisis disaster earthquake election eruption explosion fire flood hurricane incident invasion killing
    massacre mission murder protest raid referendum revolt riot rescue shooting siege stampede storm strike summit
    tornado trial tsunami typhoon uprising war"""
)
"""Things that happen once, at a place: *the attack* is the one that has been spoken of."""

VAGUE: Final = _words("all another any both each every few many more most no one other same several similar some such")
"""Words that take a part of something, or another one: said again, they mean something else."""

GOING: Final = _words("arrive come drive flee fly go head march move return rush sail send travel walk")
"""Verbs of motion: *there* is where to."""
