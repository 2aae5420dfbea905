"""The oracles by name, and what they look at."""

from __future__ import annotations

from enum import StrEnum


class Name(StrEnum):
    """An oracle: a validator that others wrote, with the schema that it is given."""

    TYPES = "schema-dts (tsc)"
    API_TYPES = "Google API types (tsc)"
    SAFE = "jsonld.js, safe"
    TERMS = "PyLD and terms"
    ANNOTATION = "PyLD and W3C terms"
    ADOBE = "Adobe validator"
    GOOGLE = "SDTT, Google preset"
    EXTRUCT = "extruct"
    NU = "Nu Html Checker"
    AXE = "axe-core"
    FEEDPARSER = "feedparser"
    JING_ALL = "jing, tei_all"
    JING_OURS = "jing, claimkit.rng"
    LXML_ALL = "libxml2, tei_all"
    LXML_OURS = "libxml2, claimkit.rng"
    RULES_ALL = "Saxon, tei_all.isosch"
    RULES_OURS = "lxml, claimkit.sch"
    BROWSER = "CETEIcean, Chromium"


class Kind(StrEnum):
    """A kind of file that we export. A tombstone stands in the place of a retracted ClaimReview."""

    CLAIMREVIEW = "claimreview"
    TOMBSTONE = "tombstone"
    DUKE = "duke"
    GOOGLE_API = "google-api"
    DATAFEED = "datafeed"
    ATOM = "atom"
    WEBANNOTATION = "webannotation"
    HTML = "html"
    SNIPPET = "snippet"
    REPORT = "report"
    TEI = "tei"
