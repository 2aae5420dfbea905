"""The lines of a plain text, and what one line shows of itself: a list item, a date line, a possible heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_HEADING = 120
"""Code points of a heading. The longest headlines of news agencies have about 100."""

MAX_HEADING_WORDS = 18

_LIST_ITEM = re.compile(r"(?:[-*•‣◦▪–]|\d{1,3}[.)]|[a-z]\))\s")
_CLOSERS = "\"'”’»›)]*_"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_OTHER_ENDS = (",", ";", ":", "-", "–", "—")

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{_MONTHS} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTHS},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|from|updated|published|posted|source|photo|image|copyright|©)\b[: ]", re.IGNORECASE)
_WORDS_BESIDE_A_DATE = 4
"""More words than these beside a date make a heading about a day, not a date line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: its span without outer white space, and how it stands in the text.

    ``indent`` counts the characters before it; ``opens`` is true where a blank line, or nothing, is above.
    """

    start: int
    end: int
    text: str
    indent: int
    opens: bool


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that have more than white space, in order.

    Beside CR, LF and CRLF, what else Unicode takes for a line end (U+0085, U+2028, U+2029: word processors) is one.
    """
    offset = 0
    opens = True
    for content in text.splitlines(keepends=True):
        if trimmed := content.strip():
            indent = len(content) - len(content.lstrip())
            start = offset + indent
            yield Line(start=start, end=start + len(trimmed), text=trimmed, indent=indent, opens=opens)
        opens = not trimmed
        offset += len(content)


def is_list_item(text: str) -> bool:
    """Whether a trimmed line begins with a bullet, ``1.``, ``1)`` or ``a)``, and a space."""
    return _LIST_ITEM.match(text) is not None


def is_rule(text: str) -> bool:
    """Whether a trimmed line has neither letter nor digit: a line drawn between parts."""
    return not any(character.isalnum() for character in text)


def ends_sentence(text: str) -> bool:
    """Whether a trimmed line ends as a sentence does, closing quotation marks and brackets aside."""
    return text[-40:].rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def is_credit(text: str) -> bool:
    """Whether a trimmed line is a byline or a date line: it says who wrote, or where and when."""
    if _BYLINE.match(text):
        return True
    found = _DATE.search(text)
    return found is not None and len((text[: found.start()] + text[found.end() :]).split()) <= _WORDS_BESIDE_A_DATE


def may_be_heading(text: str) -> bool:
    """Whether a trimmed line has the shape of a heading; what follows it must decide.

    It is short, begins with an upper-case letter, a digit, a quotation mark or a letter without case, ends neither as a
    sentence nor as an introduction to something, and is no list item, rule, byline or date line.
    """
    if len(text) > MAX_HEADING or len(text.split()) > MAX_HEADING_WORDS or text.endswith(_OTHER_ENDS):
        return False
    first = text.lstrip("\"'“‘«¿¡(#*_ ")[:1]
    if not first.isalnum() or first.islower():
        return False
    return not (ends_sentence(text) or is_list_item(text) or is_credit(text))
