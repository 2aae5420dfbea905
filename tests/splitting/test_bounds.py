"""No input costs more than linear time or is refused, however long; what is too long to parse is kept whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import pytest

from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.model.article import Structure
from claimkit.model.claim import KEPT_WHOLE, TOO_LONG
from claimkit.model.findings import Code, Severity
from claimkit.model.spans import Span
from claimkit.splitting import splitter
from claimkit.splitting.given import Given
from claimkit.splitting.pieces import MAX_CHARACTERS
from claimkit.splitting.recording import Recorder
from claimkit.splitting.splitter import Splitting, split_article
from claimkit.splitting.tree import tree_of
from made import workspace

if TYPE_CHECKING:
    from spacy.language import Language

OURS = str(Path(splitter.__file__).parents[1])
"""The folder of claimkit, whose steps are counted."""

ODD: dict[str, Callable[[int], str]] = {
    "words": lambda size: "The bridge " + "of old stone " * (size // 3) + "was closed.",
    "commas": lambda size: "The bridge" + ", " * size + "was closed.",
    "phrases between commas": lambda size: "The bridge, " * size + "was closed.",
    "brackets": lambda size: "The bridge " + "( " * size + "was closed.",
    "closing brackets": lambda size: "The bridge " + ") " * size + "was closed.",
    "nested brackets": lambda size: "The bridge " + "( the bridge " * size + "was closed " + ") " * size + ".",
    "straight quotation marks": lambda size: "The bridge " + '" ' * size + "was closed.",
    "curly quotation marks": lambda size: "The bridge " + "“ ” " * (size // 2) + "was closed.",
    "conjuncts": lambda size: "Anna met " + "Bob and " * size + "Carl.",
    "sentences of one word": lambda size: "Rain. " * size,
}
REPEATED: dict[str, Callable[[int], str]] = {
    "a refrain": lambda size: "He said it rained. " * (size // 5),
    "quotations": lambda size: "“We closed it,” he said. " * (size // 8),
    "names": lambda size: "".join(f"President Ann L{place}e met Bob. " for place in range(size // 6)),
}


@pytest.mark.parametrize("text", (ODD | REPEATED).values(), ids=(ODD | REPEATED).keys())
def test_twice_the_input_takes_twice_the_steps(nlp: Language, text: Callable[[int], str]) -> None:
    """Counted in lines of our own code, since the clock of a busy machine tells nothing."""
    one, two = steps(nlp, text(1500)), steps(nlp, text(3000))
    assert two <= 2.4 * one + 2_000


def test_a_repair_that_would_make_a_circle_changes_nothing(nlp: Language) -> None:
    """A sentence whose repair would hang a verb under what hangs from it is split all the same."""
    tree = tree_of(next(nlp("He said that she would go home.").sents), 0)
    assert tree
    said, go = (next(node for node in tree.nodes if node.text == word) for word in ("said", "go"))
    said.attach(go, "parataxis")
    assert tree.root is said
    assert go.head is said


LONG = {
    "a sentence of 2,000 words": ODD["words"](2_000),
    "5,000 commas": ODD["commas"](5_000),
    "10,000 brackets without a blank": "The bridge " + "(" * 10_000 + " was closed.",
    "10,000 brackets": ODD["brackets"](10_000),
    "10,000 quotation marks": ODD["straight quotation marks"](10_000),
    "1,000 nested brackets": ODD["nested brackets"](1_000),
    "3,000 conjuncts": ODD["conjuncts"](3_000),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_what_is_too_long_to_parse_is_kept_whole(nlp: Language, text: str) -> None:
    """Its words all stand in claims, and these say why they are not split."""
    found = split_article(text, whole(text), nlp)
    assert {claim.kind_reason for claim in found.claims if claim.proposed_by == KEPT_WHOLE} >= {TOO_LONG}
    assert covered(found, text) >= {place for place, mark in enumerate(text) if mark.isalnum()}


def test_five_thousand_sentences_of_one_word_state_nothing(nlp: Language) -> None:
    """Each is a sentence, and has a reason why it has no claim."""
    text = "Rain. " * 5_000
    found = split_article(text, whole(text), nlp)
    assert len(found.sentences) == 5_000
    assert all(sentence.no_claim for sentence in found.sentences)


def test_a_check_notes_what_was_kept_whole(tmp_path: Path, nlp: Language) -> None:
    """A note, which fails no check."""
    desk: Workspace = workspace(tmp_path)
    recorder = Recorder(desk)
    recorder.__dict__["pipeline"] = nlp
    recorder.record(("It rained. " + ODD["words"](2_000)).encode(), Given(name="long.txt", language="en"))
    notes = [finding for finding in check_article(desk, "long")[1] if finding.code is Code.KEPT_WHOLE]
    assert notes
    assert {note.severity for note in notes} == {Severity.NOTE}


def test_two_hundred_thousand_words_in_one_paragraph(nlp: Language) -> None:
    """They are cut into pieces that are parsed one by one; here all pieces are alike, and one parse does for all."""
    unit = "".join(
        f"The council closed bridge {place} on Monday, and the mayor of the town opened it. " for place in range(300)
    )
    unit = unit[: unit.rindex(". ", 0, MAX_CHARACTERS - 1) + 2]
    text = unit * (200_000 // len(unit.split()) + 1)
    found = split_article(text, whole(text), Remembering(nlp))  # type: ignore[arg-type]  # all that is used of it
    assert len(text.split()) >= 200_000
    assert len(found.sentences) == text.count(". ")
    assert len(found.claims) >= 2 * len(found.sentences) - 10


class Remembering:
    """A pipeline that parses each text once."""

    def __init__(self, nlp: Language) -> None:
        self._nlp, self._known = nlp, {}  # type: ignore[var-annotated]
        self.make_doc = nlp.make_doc

    def __call__(self, doc: Any) -> Any:
        """The parsed text."""
        return self._known.setdefault(doc.text, self._known.get(doc.text) or self._nlp(doc))


def whole(text: str) -> Structure:
    return Structure(paragraphs=(Span(start=0, end=len(text)),))


def covered(found: Splitting, text: str) -> set[int]:
    spans = [anchor.span for claim in found.claims for anchor in claim.anchors]
    spans += [sentence.span for sentence in found.sentences if sentence.no_claim]
    return {place for span in spans for place in range(span.start, min(span.end, len(text)))}


def steps(nlp: Language, text: str) -> int:
    """The lines of claimkit that are run for that text, and the turns of its loops."""
    count = 0

    def line(frame: FrameType, event: str, given: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, given: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        split_article(text, whole(text), nlp)
    finally:
        sys.settrace(before)
    return count
