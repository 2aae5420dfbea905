"""The two texts that a reader sees first: what is checked, and how it was found. Trimmed, as consumers match them."""

from __future__ import annotations

from claimkit.model.article import Article
from claimkit.model.claim import Claim
from claimkit.model.config import Config
from claimkit.rules.standing import Standing


def reviewed(claim: Claim) -> str:
    """The short wording for publication, or the claim in full where there is none."""
    return claim.short.strip() or claim.text.strip()


def label(standing: Standing, article: Article, config: Config) -> str:
    """The settled verdict's label in the article's language; empty where the scale does not have the verdict."""
    verdict = config.verdict(standing.verdict)
    return verdict.label_in(article.metadata.language).strip() if verdict else ""


def named(verdict: str, language: str, config: Config) -> str:
    """A verdict's label in a language, or its id where the scale has it no longer."""
    known = config.verdict(verdict)
    return (known.label_in(language).strip() if known else "") or verdict
