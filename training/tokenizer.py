"""The tokenizer of the pipeline: spaCy's rules for English, adapted so that its words are those of the UD treebanks.

Its patterns and special cases are saved with the pipeline by spaCy, so nothing of this module is needed at run time.
spaCy works on what stands between blanks (a *chunk*): prefixes and suffixes are taken off one by one, until a special
case or something that is one word as it stands is left; the rest is cut at its infixes. Where a chunk has two readings,
it gets the one that is commoner in the treebanks.

Every pattern is linear in the length of the chunk. For each affix that it takes off, spaCy looks through the whole rest
again, so a chunk that is longer than any word keeps its affixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from spacy.lang.char_classes import ALPHA_UPPER, CONCAT_ICONS, CONCAT_QUOTES, LIST_CURRENCY, LIST_UNITS
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

Parts = list[dict[int | str, Any]]
"""The words of a special case, as spaCy writes them."""

LONGEST = 160
"""A chunk with more characters is cut at its infixes only."""

AFFIXES = (
    "anti arch bi co counter cross de e ex extra inter intra macro mega micro mid mini multi neo non over para peri "
    "post pre pro pseudo psycho re semi socio sub super tri ultra uni"
)
"""They do not stand alone, so the hyphen after them does not cut: the guidelines' list, less what the treebanks cut."""

ENDINGS = "esque ette itis rama wise"
"""The same for the hyphen before them."""

ABBREVIATIONS = (
    "Attn Ave Blvd Capt Cmdr Col Cpl Dept Fig Figs Fri Ft Hon Lt Maj Mlle Mme Mon No Nos Pfc Pres Pvt Rd Reps Sat Sec "
    "Sens Sgt Spc Sr Supt Thu Thur Thurs Tue Tues Univ Vol Wed DR GEN GOV JR LT MR MRS MS REP SEN SGT SR ST "
    "al approx ca cf div eg esp est ext fig ie lb lbs mins nos oz pp vol yrs"
)
"""Words that keep their full stop, besides spaCy's."""

CUT = "can|not gon|na wan|na got|ta gim|me lem|me got|cha out|ta du|n|no wha|t|cha d'|ye 't|is 't|was"
"""What is written as one word and is several."""

WHOLE = "[...] […] w/o w/out 'til 'n' n' Yahoo!"
"""What the patterns would cut."""

MISREAD = (
    "id Id ima Ima wed Wed hed Hed hows Hows whens Whens wheres whys Whys and/or "
    "): (= [= ]= =[ [: (; :0 :1 :3 =3 8) 8-) 8D 8-D 0.0"
)
"""Special cases of spaCy's that are mostly something else: words without apostrophe, smileys that are punctuation."""

LETTER, UPPER, APOSTROPHE = r"[^\W\d_]", f"[{ALPHA_UPPER}]", "['’`´]"
NOT = f"[nN](?<={LETTER}.){APOSTROPHE}[tT]"
MARK = rf"[,:;¿¡()\[\]{{}}<>_*&=§%。？！，、；：～·।،۔؛؟٪{CONCAT_QUOTES}{CONCAT_ICONS}]"
COIN = "[" + "".join(sign for sign in LIST_CURRENCY if len(sign) == 1) + "]"
JOINT = r"(?:\.\.|…|--|[–—])"  # between sentences that are written as one chunk

MORE_UNITS = "b B k p bn mn tn MM lbs mins hrs kW MW GW Hz kHz MHz GHz"
UNITS = "|".join(map(re.escape, sorted({*LIST_UNITS, *MORE_UNITS.split()} - {"G", "T", "m/s", "km/h"})))
NO_MODEL = "".join(rf"(?<!{LETTER}{sign}[0-9]{{{digits}}})" for sign in ("", "-") for digits in (1, 2, 3))
QUANTITY = rf"(?<=[0-9])(?:(?i:[ap]m|[ap]\.m\.)|{COIN}|{NO_MODEL}(?:{UNITS}))"  # 5pm, 5k, but A1M, F-35B

ANYWHERE = (
    rf"\.(?<!\.{UPPER}.)\.+|…\.?",
    "--+|[–—]+",
)
EDGES = (
    *ANYWHERE,
    "[-*_=~+<>#|]{2,}",
    r"[?!]+|\.(?<=[^\W_]{2}.)[?!]+",
    "''|’’|‘’|``",
)
PREFIXES = (
    *EDGES,
    r"['’](?![0-9]{2}s?(?![\w%]))|‘(?![0-9]{2}s(?!\w))",  # but '72, ’90s
    f"(?!['’‘]){MARK}",
    rf"\$|{COIN}|-(?=[\w$£€])|~(?={LETTER})|\.(?=[A-Z][a-z])",
    rf"\+(?![0-9])|@(?=[0-9])|#(?!{LETTER})",  # but +44, @handle, #hashtag
)
SUFFIXES = (
    *EDGES,
    MARK,
    r"-(?<=[\w&.]\w-)|/(?<=\w\w/)|\+(?<=[0-9]\+)|\+(?<=^[A-F]\+)",
    rf"{APOSTROPHE}(?<=\S.)(?<![0-9]0.)(?i:s)|{APOSTROPHE}(?<={LETTER}.)(?i:ll|re|ve)",  # but 1990's
    rf"\.(?<![.{ALPHA_UPPER}].)(?<!^{LETTER}.)(?<!\.{LETTER}.)(?<!\.[A-Z][a-z].)",  # but J., c., e.g., Ph.D., M.Sc.
    rf"\.(?<=\w{UPPER}.)|\.(?<=\.{UPPER}\..)",
)
FREE = "".join(rf"(?<!\b(?i:{affix})-)" for affix in AFFIXES.split())
HYPHEN = (  # but co-op, career-wise; over|-|the|-|counter all the same
    r"""-(?<=[\w.)\]"”'’%]-)(?=[\w"“‘'$£€(])"""
    + rf"(?:(?=(?:the|and|or|to|of|in|on|by)\b)|{FREE})"
    + rf"(?!(?:{'|'.join(ENDINGS.split())})\b)"
)
INFIXES = (
    *ANYWHERE,
    HYPHEN,
    rf"[:<>=/](?<=[\w.)].)(?={LETTER})|:(?<={LETTER}:)(?=[0-9])|[+*=^](?<=[\w)].)(?=[0-9])",
    rf"""[,;](?<={LETTER}.)(?=[\w"“])|,(?<=[0-9],)(?=[0-9]{{1,2}}(?:,[0-9]{{1,2}}){{,8}}(?![0-9,]))""",  # but 1,00,000
    rf"""(?<=[^\W_])[?!]+(?={LETTER}{{2}}|i\b|["”’]?{JOINT})""",
    rf"\.(?<=[^\W\d_].)(?<!{UPPER}.)(?={UPPER})|\.(?<={LETTER}{{4}}.)(?=[0-9]{{1,2}}$)",
    r"""\.(?<=[a-z]{2}.)(?=[a-z]{2}|["”’]?(?:--|[–—]))""",
    r"""[(\[{"“](?<=[\w.)–—…-].)(?=[\w$])""",
    rf"""[)\]"“”](?<=[\w.,?!].)(?=[\w(]|{JOINT})|['’](?={JOINT})|,(?=["”’]?{JOINT})""",
    rf"#(?<=[a-z]#)(?=[0-9])|(?:{COIN}|\$)(?<=[-–—/].)(?=[0-9])|['’](?<=[0-9].)(?=[0-9])|[{CONCAT_ICONS}]",
    rf"{APOSTROPHE}(?<={LETTER}.)(?i:s|d|m|ll|re|ve)(?=[-–—/…]|\.\.)",
)
GAPS = (
    r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{2})",  # J.|Smith
    r"(?<=\b[A-Za-z][a-z]\.)(?=[0-9])|(?<=\b[A-Za-z][a-z]{2}\.)(?=[0-9])",  # No.|10, vol.|14
)
WORDS = (
    r"(?:[0-9]{3}[-/.])?[0-9]{3}-[0-9]{4}|[0-9]{5}-[0-9]{4}|\+?[0-9]+(?:-[0-9]+){2,}|\+[0-9]+-[0-9]+",
    r"""(?i:https?://|www\.)[^\s<>"“”]*[\w/]""",
)
ADDRESSES = (
    r"(?:[A-Za-z][A-Za-z+.-]{1,15}://|www\.|mailto:|doi:10\.)\S+",
    r"[^\s@]+@[^\s@]+",
    r"(?:[A-Za-z0-9][\w-]*\.)+(?:com|org|net|edu|gov|mil|int|info|biz|[a-z]{2})(?::[0-9]+)?(?:[/?#]\S*)?",
    r"(?:[A-Za-z0-9][\w-]*\.){2,}[a-z]{2,24}(?::[0-9]+)?(?:[/?#]\S*)?",
    r"[\w#%&~.-]+\.(?i:docx?|xlsx?|pptx?|pdf|txt|url|zip|jpe?g|gif|png|mp[34]|html?)",
)

PREFIX = rf"(?=[\W_])(?:{'|'.join(PREFIXES)})|(?:US|HK|NZ|NT|[ACRSU])\$|w/(?=\w)|[Rr]s(?=[0-9])"
SUFFIX = rf"(?=[\W_])(?:{'|'.join(SUFFIXES)})|{NOT}|{QUANTITY}"
INFIX = rf"(?=\W)(?:{'|'.join(INFIXES)})|{NOT}(?=[-–—/…]|\.\.)|{QUANTITY}(?=[-–—/])|{'|'.join(GAPS)}"
"""The cheap question whether a mark comes at all is asked first."""


def ud_tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer with the rules of a blank English pipeline, adapted, and with the vocabulary of that pipeline."""
    tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=re.compile(rf"^(?!\S{{{LONGEST + 1}}})(?:{PREFIX})").search,
        suffix_search=re.compile(rf"(?<!\S{{{LONGEST}}})(?:{SUFFIX})$").search,
        infix_finditer=re.compile(INFIX).finditer,
        token_match=re.compile(f"(?:{'|'.join(WORDS)})$").match,
        url_match=re.compile(f"(?:{'|'.join(ADDRESSES)})$").match,
    )
    given = dict(_given(nlp.Defaults.tokenizer_exceptions or {}))
    needed = {chunk: parts for chunk, parts in given.items() if _cut(tokenizer, chunk) != _orths(parts)}
    tokenizer.rules = needed | dict(_ours())
    return tokenizer


def _given(cases: dict[str, Parts]) -> Iterator[tuple[str, Parts]]:
    """What spaCy has, less what is misread or left to the patterns (single letters, times); "dont" in capitals too."""
    misread = {*MISREAD.split()}
    for chunk, parts in cases.items():
        if chunk not in misread and not re.fullmatch(rf"{LETTER}\.|[0-9]+[ap]\.?m\.?", chunk):
            yield chunk, parts
            if chunk.endswith("nt") and len(parts) == 2:
                yield chunk.upper(), [{ORTH: orth.upper()} for orth in _orths(parts)]


def _ours() -> Iterator[tuple[str, Parts]]:
    """Our special cases, with both apostrophes. What follows tells the answer "No." and an "etc." inside a sentence."""
    cases = {
        form
        for word in CUT.split()
        for form in (word, word.upper(), re.sub(r"\w", lambda first: first[0].upper(), word, count=1))
    }
    cases |= {*WHOLE.split(), *(f"{word}." for word in ABBREVIATIONS.split())}
    cases |= {f"No|.|{mark}" for mark in "\"'”’"} | {f"etc.|{mark}" for mark in ",;:)"}
    for case in sorted(cases | {case.replace("'", "’") for case in cases}):
        yield case.replace("|", ""), [{ORTH: part} for part in case.split("|")]


def _orths(parts: Parts) -> list[str]:
    return [part[ORTH] for part in parts]


def _cut(tokenizer: Tokenizer, chunk: str) -> list[str]:
    return [token.text for token in tokenizer(chunk)]
