"""What the tests of splitting share: text split by the pipeline that ships."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimkit.model.article import Structure
from claimkit.model.spans import Span
from claimkit.splitting.splitter import Splitting, split_article

if TYPE_CHECKING:
    from spacy.language import Language

SplitText = Callable[[str], Splitting]


@pytest.fixture(scope="session")
def split(nlp: Language) -> SplitText:
    """A function that splits a text of paragraphs, one a line."""

    def split_text(text: str) -> Splitting:
        return split_article(text, paragraphs(text), nlp)

    return split_text


def paragraphs(text: str) -> Structure:
    """One paragraph a line that holds more than blanks."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    return Structure(paragraphs=tuple(spans))
