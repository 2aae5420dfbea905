"""Findings: what a check has to say. They are data; nothing raises them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad: only errors make a check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """One code a rule, each with its heading in docs/findings.md.

    CK1 reading, CK2 schema, CK3 references, CK4 content, CK5 publication, CK6 what the readers of ClaimReview ask for.
    """

    UNREADABLE = "CK101"
    FORM = "CK102"
    SCHEMA = "CK201"
    TEXT_ALTERED = "CK301"
    SPAN_OUTSIDE = "CK302"
    QUOTE_MOVED = "CK303"
    DUPLICATE_ID = "CK304"
    UNKNOWN_CLAIM = "CK305"
    WRONG_PLACE = "CK306"
    UNKNOWN_REVIEW = "CK307"
    CAPTURE_MISSING = "CK308"
    CAPTURE_ALTERED = "CK309"
    QUOTE_NOT_IN_CAPTURE = "CK310"
    ORPHANED = "CK311"
    UNCOVERED_SENTENCE = "CK401"
    UNKNOWN_VERDICT = "CK402"
    NO_EVIDENCE = "CK403"
    NO_RATIONALE = "CK404"
    DUPLICATE_REVIEW = "CK405"
    UNSURE_PARSE = "CK406"
    ADDED_WORDS = "CK407"
    LOST_WORDS = "CK408"
    KEPT_WHOLE = "CK409"
    ANOTHER_LOOK = "CK410"
    CONTRADICTED = "CK411"
    DATE_ORDER = "CK412"
    CONFLICT_OF_INTEREST = "CK413"
    SHORTENED_SOURCE = "CK414"
    UNUSED_IGNORE = "CK415"
    UNATTRIBUTED_QUOTE = "CK416"
    UNRESOLVED_PRONOUN = "CK417"
    LONG_SHORT = "CK501"
    UNPUBLISHABLE = "CK502"
    STALE_DECISION = "CK503"
    STALE_EXPORT = "CK504"
    UNRECORDED_CORRECTION = "CK505"
    DISSENT = "CK506"
    PAST_REVIEW_DATE = "CK507"
    LEDGER_ORDER = "CK508"
    DUPLICATE_ADDRESS = "CK509"
    EMPTY_VALUE = "CK601"
    UNTRIMMED = "CK602"
    INEXACT_DATE = "CK603"
    RATING_NUMBERS = "CK604"
    RATING_CONTRADICTED = "CK605"
    ODD_LABEL = "CK606"
    SHARED_NAME = "CK607"
    NOT_CANONICAL = "CK608"
    SHORTENED = "CK609"
    NO_WORDING = "CK610"
    NO_LABEL = "CK611"
    NO_APPEARANCE = "CK612"
    BARE_VALUE = "CK613"
    VERDICT_IN_WORDING = "CK614"
    SHARED_ADDRESS = "CK615"
    SURROGATE = "CK616"
    GOOGLE_LONG_CLAIM = "CK621"
    GOOGLE_ONE_A_PAGE = "CK622"
    GOOGLE_CLAIM_DATE = "CK623"
    GOOGLE_POLICY = "CK624"
    GOOGLE_OWN_CLAIM = "CK625"
    GOOGLE_NO_SOURCES = "CK626"
    BING_NUMBERS = "CK641"
    BING_CLAIM_AUTHOR = "CK642"
    BING_INCOMPLETE = "CK643"
    DUKE_KEYS = "CK651"
    DUKE_NUMBERS = "CK652"
    DUKE_AUTHOR = "CK653"
    FEED_ITEM = "CK661"
    API_KEYS = "CK671"
    API_NUMBERS = "CK672"
    API_ADDRESS = "CK673"


ON_CLAIMS = (
    Code.QUOTE_MOVED,
    Code.DUPLICATE_ID,
    Code.UNKNOWN_VERDICT,
    Code.NO_EVIDENCE,
    Code.NO_RATIONALE,
    Code.DUPLICATE_REVIEW,
    Code.ADDED_WORDS,
    Code.LOST_WORDS,
    Code.KEPT_WHOLE,
    Code.CONTRADICTED,
    Code.DATE_ORDER,
    Code.CONFLICT_OF_INTEREST,
    Code.SHORTENED_SOURCE,
    Code.UNATTRIBUTED_QUOTE,
    Code.UNRESOLVED_PRONOUN,
    Code.LONG_SHORT,
)
"""The codes of findings on a claim or a review of it: those that the publication gate can ask for."""

FIRM = frozenset({Code.QUOTE_MOVED, Code.DUPLICATE_ID, Code.UNKNOWN_VERDICT, Code.DUPLICATE_REVIEW})
IGNORABLE = tuple(code for code in ON_CLAIMS if code not in FIRM)
"""Those of them that a reviewer can pass over: what is a matter of judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. ``path`` is the keys and indexes from the root of ``file``.

    Lines and columns count from 1, columns in code points; the end is one past the last. None is not known. ``claim``
    is the id of the claim that it is about, empty where it is about none.
    """

    code: Code
    message: str
    file: str
    path: tuple[str | int, ...] = ()
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    severity: Severity = Severity.ERROR
    claim: str = ""

    @property
    def place(self) -> str:
        """``file:line:column``, as far as known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901, section 3)."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.path)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The worst severity among the findings; None where there are none."""
    order = list(Severity)
    return min((finding.severity for finding in findings), key=order.index, default=None)
