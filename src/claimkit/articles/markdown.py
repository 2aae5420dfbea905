"""Markdown (CommonMark with tables) to the text of record: the words without the markup.

Link texts and code spans stay; images and their alternative texts, code blocks and raw HTML go, since they are not the
article's prose. A list item's mark and a quotation's sign go too: the text holds the author's words only. A table row
is one block, its cells apart by a tab.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from claimkit.articles.blocks import Block, assemble, one_line
from claimkit.articles.frontmatter import divide, metadata
from claimkit.errors import SourceError
from claimkit.model.article import Metadata, Structure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

MAX_BRACKETS = 1000
"""Opening square brackets in one paragraph: the parser takes quadratic time for those that no link closes."""

MAX_NESTING = 100
"""Levels of lists and quotations; the parser leaves out what lies deeper."""


def read(text: str, name: str) -> tuple[str, Structure, Metadata]:
    """The text of record, its structure, and the metadata of front matter; the first level-1 heading is the title.

    Raises :class:`SourceError` when no prose is left, or when the markup is none that an article has.
    """
    front, body = divide(text)
    blocks = [block for block in _blocks(_tokens(body, name, text.count("\n") - body.count("\n"))) if block.text]
    if not blocks:
        raise SourceError("there is no prose in it, only markup", place=name, remedy="give the article's text")
    title = next((block.text for block in blocks if block.level == 1), "")
    return *assemble(blocks), metadata(front, title)


def _tokens(body: str, name: str, above: int) -> Sequence[Token]:
    """The block tokens; paragraphs are parsed inside only when that cannot take too long. ``above`` counts lines."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    try:
        blocks = parser.disable("inline").parse(body)
        for token in blocks:
            if token.type == "inline":
                _refuse_brackets(token, name, above)
        return parser.enable("inline").parse(body)
    except RecursionError:  # should the parser ever nest deeper than its own limit
        raise SourceError("its markup is nested too deeply", place=name, remedy="give it as plain text") from None


def _refuse_brackets(token: Token, name: str, above: int) -> None:
    if (count := token.content.count("[")) > MAX_BRACKETS:
        raise SourceError(
            f"a paragraph has {count:,} opening square brackets, and the limit is {MAX_BRACKETS:,}",
            place=name,
            line=above + token.map[0] + 1 if token.map else None,
            remedy="divide the paragraph, or give the article as plain text",
        )


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Headings, paragraphs and table rows; whatever holds them, the paragraph is what counts."""
    cells: list[str] = []
    for opening, token in pairwise(tokens):
        if token.type == "tr_close":
            yield Block(text="\t".join(cells).strip())
            cells = []
        elif token.type == "inline" and opening.type in {"th_open", "td_open"}:
            cells.append(_words(token))
        elif token.type == "inline":
            level = int(opening.tag[1]) if opening.type == "heading_open" else None
            yield Block(text=_words(token), level=level)


def _words(token: Token) -> str:
    """The text of one paragraph without its markup; a line break in the source is a space."""
    words: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            words.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            words.append(" ")
    return one_line("".join(words))
