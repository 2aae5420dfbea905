"""Words in quotation marks that nobody is said to say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimkit import storage
from claimkit.annotations.documents import save
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.model.findings import Code, Severity
from claimkit.model.spans import Anchor
from claimkit.review.recording import record
from claimkit.rules.marks import quotations
from claimkit.rules.quoted import quoted
from disputes import review
from made import AT, CLOSED, SLUG, TEXT, claims_file, workspace


def stands_quoted(text: str, words: str) -> bool:
    start = text.index(words)
    claim = replace(CLOSED, anchors=(Anchor.at(text, start, start + len(words)),))
    return quoted(claim, list(quotations(text)))


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ('"We found clay there," said Ortiz.', "We found clay there", True),
        ('"We found clay there," said Ortiz.', '"We found clay there,"', True),
        ('"We found clay there," said Ortiz.', 'We found clay there," said Ortiz', False),
        ('"Yes," he said. We found clay there. "No," she said.', "We found clay there", False),
        ("“Yes.” “We found clay there.”", "We found clay there", True),
        ("“Yes,” he said. We found clay there. “No,” she said.", "We found clay there", False),
        ("« Nous avons trouvé » dit-elle", "Nous avons trouvé", True),
        ("„Wir fanden dort Lehm“, sagte sie.", "Wir fanden dort Lehm", True),
        ('An open "quotation\nWe found clay there\nand its "end', "We found clay there", False),
        ('They call it the "big hole" there.', "big hole", False),
    ],
)
def test_what_stands_in_quotation_marks(text: str, words: str, inside: bool) -> None:
    assert stands_quoted(text, words) is inside


def test_a_quotation_without_a_source_is_found_until_somebody_names_it(tmp_path: Path) -> None:
    text = TEXT.replace("The bridge was closed on Monday.", '"The bridge was closed."')
    desk = desk_of(tmp_path, text)
    found = {item.code: item.severity for item in check_article(desk, SLUG)[1]}
    assert found[Code.UNATTRIBUTED_QUOTE] is Severity.NOTE
    review(desk, "ada", CLOSED.id, attribution={"amend": {"source": {"name": "Ada Stone", "type": "person"}}})
    assert Code.UNATTRIBUTED_QUOTE not in {item.code for item in check_article(desk, SLUG)[1]}


def test_one_that_a_reviewer_added_is_found_in_their_file(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, TEXT.replace("The bridge was closed on Monday.", '"The bridge was closed."'))
    entry = {"add": {"text": "The bridge was really closed.", "anchors": ["The bridge was closed."]}}
    record(desk, SLUG, "ada", [("", entry)], AT)
    found = [item.file for item in check_article(desk, SLUG)[1] if item.code is Code.UNATTRIBUTED_QUOTE]
    assert found == [f"annotations/{SLUG}/claims.json", f"annotations/{SLUG}/reviews/ada.json"]


def desk_of(root: Path, text: str) -> Workspace:
    """The article with that text, and one claim on the quotation."""
    desk = workspace(root)
    start = text.index("The bridge was closed.")
    claim = replace(CLOSED, anchors=(Anchor.at(text, start, start + len("The bridge was closed")),))
    file = claims_file()
    record = replace(file.article.text, sha256=storage.sha256(text.encode()), length=len(text))
    desk.text_path(SLUG).write_text(text)
    article = replace(file.article, text=record, sentences=(), structure=replace(file.article.structure, paragraphs=()))
    path = desk.claims_path(SLUG)
    save(desk, path, replace(file, article=article, claims=(claim,)), replaces=storage.digest(path))
    return desk
