"""The rules for everybody: what schema.org says, and what was seen live to go wrong in others' ClaimReviews."""

from __future__ import annotations

from claimkit.model.findings import Code, Severity
from claimkit.rules.claimreview import faults
from claimkit.rules.claimreview.rule import Place, Rule

SEEN = "claimkit: seen live, and read wrongly"
SCHEMA_ORG = "schema.org 30.0"
GOOGLE = "Google's fact-check documentation of 2026-09-15"

RULES = (
    Rule(
        code=Code.EMPTY_VALUE,
        source=SEEN,
        message="{} is empty; leave it out, or fill it",
        place=Place.WORDING,
        test=faults.empty,
    ),
    Rule(
        code=Code.UNTRIMMED,
        source=SEEN,
        message="{} begins or ends with blanks or line ends; take them away",
        place=Place.WORDING,
        test=faults.untrimmed,
    ),
    Rule(
        code=Code.INEXACT_DATE,
        source=SCHEMA_ORG,
        message="{} is no date; correct it to YYYY-MM-DD, or to a date and time with its zone where it is no page's",
        place=Place.LEDGER,
        test=faults.dates,
    ),
    Rule(
        code=Code.RATING_NUMBERS,
        source=GOOGLE,
        message="the rating has {}; give whole numbers with worst 1 and best above it, or none of the three",
        place=Place.CONFIG,
        test=faults.numbers,
    ),
    Rule(
        code=Code.RATING_CONTRADICTED,
        source=SEEN,
        message="the rating says {}; let the label and the rank in claimkit.toml mean the same",
        place=Place.CONFIG,
        test=faults.contradicted,
    ),
    Rule(
        code=Code.ODD_LABEL,
        source=SEEN,
        message="the label {} is a slug or a sentence; readers see it: give a word or two",
        place=Place.CONFIG,
        test=faults.odd_label,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHARED_NAME,
        source="claimkit: one name, one thing",
        message="the name {} is that of another thing too; publish each claim at an address of its own",
        place=Place.LEDGER,
        test=faults.names,
    ),
    Rule(
        code=Code.NOT_CANONICAL,
        source=GOOGLE,
        message="the page's address {}; publish at the one address that the page calls its own",
        place=Place.LEDGER,
        test=faults.address_parts,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHORTENED,
        source=GOOGLE,
        message="{} is a shortened address, which ends with its shortener; give the one that it leads to",
        place=Place.EVIDENCE,
        test=faults.shortened,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.NO_WORDING,
        source=f"{GOOGLE}: required; Bing's, too",
        message="it has no wording: {} is missing",
        place=Place.WORDING,
        test=faults.missing("claimReviewed"),
    ),
    Rule(
        code=Code.NO_LABEL,
        source=f"{GOOGLE}: required; Bing's and Duke's, too",
        message="its verdict has no label: {} is missing; give it one in claimkit.toml",
        place=Place.CONFIG,
        test=faults.missing("reviewRating.alternateName"),
    ),
    Rule(
        code=Code.NO_APPEARANCE,
        source=f"{GOOGLE}: recommended",
        message="nobody can see where the claim was made: {} has no address; split the article again with its --url",
        place=Place.ARTICLE,
        test=faults.appearance,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.BARE_VALUE,
        source=SCHEMA_ORG,
        message="{} is a bare text where an object is wanted",
        place=Place.ARTICLE,
        test=faults.bare,
    ),
    Rule(
        code=Code.VERDICT_IN_WORDING,
        source=GOOGLE,
        message="the wording {} gives the verdict away; say only what is claimed",
        place=Place.WORDING,
        test=faults.verdict_in_wording,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHARED_ADDRESS,
        source=f"{GOOGLE}: several reviews on a page",
        message="another review has the address {} too; publish each at an anchor of its own",
        place=Place.LEDGER,
        test=faults.shared_address,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SURROGATE,
        source="RFC 8259, section 8.2",
        message="{} holds a lone surrogate, which is no character; write the whole character",
        place=Place.WORDING,
        test=faults.surrogates,
    ),
)
