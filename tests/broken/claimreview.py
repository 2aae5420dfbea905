"""Broken ClaimReviews and tombstones. What only our own demands see (dates, names, numbers) is with them in PyLD's row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oracles.names import Name

Change = Callable[[dict[str, Any]], object]
Row = tuple[Change, dict[Name, str]]

TYPES, SAFE, TERMS, ADOBE, GOOGLE = Name.TYPES, Name.SAFE, Name.TERMS, Name.ADOBE, Name.GOOGLE

STRUCTURE: dict[str, Row] = {
    "misspelt property": (
        lambda item: item.update(claimReveiwed="x"),
        {TYPES: "claimReveiwed", TERMS: "no property claimReveiwed", ADOBE: "claimReveiwed"},
    ),
    "misspelt property deep inside": (
        lambda item: item["itemReviewed"]["appearance"][0].update(headlin="x"),
        {TYPES: "headlin", TERMS: "no property headlin", ADOBE: "headlin"},
    ),
    "misspelt type": (
        lambda item: item["itemReviewed"].update({"@type": "Cliam"}),
        {TYPES: "Cliam", TERMS: "no type Cliam"},
    ),
    "lower-case type": (
        lambda item: item["citation"][0].update({"@type": "creativeWork"}),
        {TYPES: "creativeWork", TERMS: "no type creativeWork"},
    ),
    "property of another type": (
        lambda item: item.update(ratingValue=3),
        {TYPES: "ratingValue", TERMS: "ratingValue is no property", ADOBE: "ratingValue"},
    ),
    "author as a text": (lambda item: item.update(author="Desk"), {TERMS: "a text where"}),
    "appearance as an address": (
        lambda item: item["itemReviewed"].update(appearance=["https://e.org"]),
        {TYPES: "appearance", TERMS: "a text where"},
    ),
    "wrong type of value": (
        lambda item: item.update(author={"@type": "Place", "name": "x"}),
        {TYPES: "Place", TERMS: "Place"},
    ),
    "null": (lambda item: item.update(reviewBody=None), {TYPES: "null", TERMS: "empty"}),
    "relative address": (
        lambda item: item.update(url="x"),
        {SAFE: "Relative", TERMS: "no address"},
    ),
    "relative name": (lambda item: item.update({"@id": "x"}), {SAFE: "Relative @id", TERMS: "not distinct"}),
    "relative address of evidence": (
        lambda item: item["citation"][0].update(url="/list"),
        {SAFE: "Relative", TERMS: "no address"},
    ),
    "another context": (
        lambda item: item.update({"@context": "https://schema.example"}),
        {SAFE: "Dereferencing", TERMS: "@context", TYPES: "https://schema.example"},
    ),
    "no context": (lambda item: item.pop("@context"), {SAFE: "", TERMS: "@context", TYPES: "@context"}),
    "keyword of no standard": (lambda item: item.update({"@idd": "x"}), {SAFE: "Dropping property"}),
}
"""What is no schema.org, or no JSON-LD."""

VALUES: dict[str, Row] = {
    "no claimReviewed": (
        lambda item: item.pop("claimReviewed"),
        {GOOGLE: "claimReviewed", TERMS: "no claimReviewed"},
    ),
    "no url": (lambda item: item.pop("url"), {GOOGLE: "url", TERMS: "no url"}),
    "no rating": (lambda item: item.pop("reviewRating"), {GOOGLE: "reviewRating", TERMS: "no reviewRating"}),
    "no author": (lambda item: item.pop("author"), {GOOGLE: "author", TERMS: "no author"}),
    "no date": (lambda item: item.pop("datePublished"), {GOOGLE: "datePublished", TERMS: "no datePublished"}),
    "no claim": (lambda item: item.pop("itemReviewed"), {GOOGLE: "itemReviewed", TERMS: "no itemReviewed"}),
    "author without a name": (lambda item: item["author"].pop("name"), {ADOBE: '"name" is missing'}),
    "value above the best": (
        lambda item: item["reviewRating"].update(ratingValue=6),
        {ADOBE: "outside", TERMS: "numbers"},
    ),
    "value below the worst": (
        lambda item: item["reviewRating"].update(ratingValue=1, worstRating=2),
        {ADOBE: "outside", TERMS: "numbers"},
    ),
    "inverted scale": (
        lambda item: item["reviewRating"].update(bestRating=1, worstRating=5),
        {ADOBE: "outside", TERMS: "numbers"},
    ),
    "inexact date": (lambda item: item.update(datePublished="2025-05"), {TERMS: "no date"}),
    "date that is none": (lambda item: item.update(datePublished="2025-02-30"), {TERMS: "no date"}),
    "time without a T": (lambda item: item.update(datePublished="2020-06-23 20:02"), {TERMS: "no date"}),
    "empty text": (lambda item: item.update(reviewBody=""), {TERMS: "empty"}),
    "empty array": (lambda item: item.update(citation=[]), {TERMS: "empty"}),
    "trailing carriage return": (lambda item: item.update(claimReviewed="x\r"), {TERMS: "not trimmed"}),
    "worst rating 0": (lambda item: item["reviewRating"].update(worstRating=0), {TERMS: "numbers"}),
    "rating as a word": (lambda item: item["reviewRating"].update(ratingValue="four"), {TERMS: "numbers"}),
    "one number missing": (lambda item: item["reviewRating"].pop("bestRating"), {TERMS: "numbers"}),
    "no label": (lambda item: item["reviewRating"].pop("alternateName"), {TERMS: "alternateName"}),
    "no appearance": (lambda item: item["itemReviewed"].pop("appearance"), {TERMS: "appearance"}),
    "two things with one name": (
        lambda item: item["itemReviewed"].update({"@id": item["@id"]}),
        {TERMS: "distinct"},
    ),
}
"""What readers of ClaimReview cannot use."""

BROKEN = STRUCTURE | VALUES

TOMBSTONE: dict[str, Row] = {
    "taken for a review": (lambda item: item.update({"@type": "ClaimReview"}), {TERMS: "taken for"}),
    "no correction": (lambda item: item.pop("correction"), {TERMS: "no correction"}),
    "misspelt status": (
        lambda item: item.update(creativeWorkStatos="x"),
        {TYPES: "creativeWorkStatos", TERMS: "no property", ADOBE: "creativeWorkStatos"},
    ),
}

DUKE: dict[str, Row] = {
    "address of nothing": (lambda item: item["author"].update(url="x"), {SAFE: "Relative"}),
    "misspelt property": (lambda item: item.update(claimReveiwed="x"), {TYPES: "claimReveiwed"}),
    "no claimReviewed": (lambda item: item.pop("claimReviewed"), {GOOGLE: "claimReviewed"}),
    "author without a name": (lambda item: item["author"].pop("name"), {ADOBE: '"name" is missing'}),
}

GOOGLE_API: dict[str, Row] = {
    "rating as a text": (
        lambda item: item["claimReviewMarkups"][0]["rating"].update(ratingValue="4"),
        {Name.API_TYPES: "not assignable to type 'number'"},
    ),
    "misspelt field": (
        lambda item: item["claimReviewMarkups"][0].update(claimAppearence=[]),
        {Name.API_TYPES: "claimAppearence"},
    ),
    "several addresses of a person": (
        lambda item: item["claimReviewMarkups"][1]["claimAuthor"].update(sameAs=["https://id.example/1"]),
        {Name.API_TYPES: "not assignable to type 'string'"},
    ),
    "reviews as one object": (
        lambda item: item.update(claimReviewMarkups={"url": "https://example.org/"}),
        {Name.API_TYPES: "ClaimReviewMarkup[]"},
    ),
}

DATAFEED: dict[str, Row] = {
    "misspelt property": (
        lambda item: item["dataFeedElement"][0].update(dateDelted="2026-11-27"),
        {TYPES: "dateDelted", TERMS: "no property dateDelted", ADOBE: "dateDelted"},
    ),
    "misspelt property of a review": (
        lambda item: item["dataFeedElement"][0]["item"][0].update(claimReveiwed="x"),
        {TYPES: "claimReveiwed", TERMS: "no property claimReveiwed"},
    ),
    "relative address": (
        lambda item: item["dataFeedElement"][0].update(url="x"),
        {SAFE: "Relative", TERMS: "no address"},
    ),
    "review as a number": (lambda item: item["dataFeedElement"][0].update(item=3), {TYPES: "number"}),
}
