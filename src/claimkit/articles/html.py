"""A web page to the text of record: the article without what surrounds it, by trafilatura in precision mode.

Pages are hostile until shown otherwise: their size and make are limited before anything slow looks at them, nothing is
fetched, and whatever the parsers do, only :class:`claimkit.errors.SourceError` comes out. Captions, comments and link
lists are no part of the article; a headline is where trafilatura finds it beside the text, else only the title.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from claimkit.articles import layout, outline
from claimkit.articles.blocks import Block, assemble
from claimkit.articles.encodings import decode_page
from claimkit.articles.lines import ends_sentence
from claimkit.articles.page_limits import GIVE_TEXT, refuse_large
from claimkit.articles.page_metadata import page_metadata
from claimkit.articles.page_tree import NEVER_TEXT, page_tree
from claimkit.errors import SourceError
from claimkit.model.article import Metadata, Structure

MIN_PROSE = 80
"""Code points of paragraphs that end as a sentence does; a page with less has no article."""


def read(data: bytes, name: str) -> tuple[str, Structure, Metadata]:
    """The text of record, its structure, and what the page's own JSON-LD and meta tags say.

    Raises :class:`SourceError` for a page that is too large, too deep or crowded, wrongly encoded, or has no article.
    """
    refuse_large(data, name)
    text = decode_page(data, name)
    try:
        page = page_tree(text, name)
        metadata = page_metadata(page)
        blocks = _blocks(page)
    except SourceError:
        raise
    except Exception as error:  # a parser's own failure on a page made to break it: RecursionError, LxmlError, ...
        what = f"it cannot be read as a page ({type(error).__name__})"
        raise SourceError(what, place=name, remedy=GIVE_TEXT) from error
    if sum(len(block.text) for block in blocks if block.level is None and ends_sentence(block.text)) < MIN_PROSE:
        remedy = f"check that it is the article itself, not a list of links or a login; else {GIVE_TEXT}"
        raise SourceError("no article was found on the page", place=name, remedy=remedy)
    return *assemble(blocks), metadata


def _blocks(page: HtmlElement) -> list[Block]:
    """The blocks of the article; none where trafilatura finds none."""
    etree.strip_elements(page, *NEVER_TEXT, with_tail=False)
    layout.unfold_tables(page)
    layout.part_paragraphs(page)
    with _silence():
        found = trafilatura.bare_extraction(
            page, favor_precision=True, include_comments=False, include_tables=True, deduplicate=False
        )
    # bare_extraction returns a dict only where it is asked for one.
    return [] if found is None or isinstance(found, dict) else list(outline.blocks(found.body))


@contextmanager
def _silence() -> Iterator[None]:
    """Keep trafilatura's log from the handlers of whoever uses this library: what matters becomes an error here."""
    logger = logging.getLogger("trafilatura")
    propagates = logger.propagate
    logger.propagate = False
    try:
        yield
    finally:
        logger.propagate = propagates
