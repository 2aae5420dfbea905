"""Augmentation changes how text looks, and never how many words the annotation has, but for a final stop."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from training.augment import augmented, joined
from training.treebanks import Paragraph, documents


@pytest.fixture(scope="module")
def paragraphs(treebanks: Path) -> list[Paragraph]:
    """Those of GUM's dev part."""
    return [part for document in documents("gum-dev", treebanks) for part in document.paragraphs]


def test_the_annotation_stays(paragraphs: list[Paragraph]) -> None:
    """Heads, relations and tags are those of the treebank, whatever the words look like."""
    changed = 0
    for number, paragraph in enumerate(paragraphs):
        found = augmented(paragraph, random.Random(number))  # noqa: S311
        assert [sentence.id for sentence in found] == [sentence.id for sentence in paragraph]
        for new, old in zip(found, paragraph, strict=True):
            assert len(old.words) - len(new.words) in {0, 1}
            assert all(one.surface for one in new.words)
            pairs = list(zip(new.words, old.words, strict=False))
            assert all(
                (one.head, one.deprel, one.upos) == (other.head, other.deprel, other.upos) for one, other in pairs
            )
            changed += [one.surface for one in new.words] != [one.surface for one in old.words]
    assert changed > 100


def test_sentences_are_joined_by_semicolons(paragraphs: list[Paragraph]) -> None:
    """What ends in a full stop goes on with the next sentence, whose first word becomes small unless it is a name."""
    paragraph = next(part for part in paragraphs if len(part) > 2 and all(one.text.endswith(".") for one in part))
    found = joined(paragraph)
    assert [sentence.joined for sentence in found] == [False] + [True] * (len(paragraph) - 1)
    assert [sentence.words[-1].surface for sentence in found] == [";"] * (len(paragraph) - 1) + ["."]
    assert all(one.words[0].surface[0].islower() or one.words[0].upos == "PROPN" for one in found[1:])


def test_quotation_marks_open_and_close_as_they_are_tagged(paragraphs: list[Paragraph]) -> None:
    """A closing mark stays one where the window begins within the quotation; an apostrophe is dressed as well."""
    seen = set()
    for paragraph in paragraphs:
        found = augmented(paragraph, random.Random("curly"))  # noqa: S311
        for new, old in zip(found, paragraph, strict=True):
            for one, other in zip(new.words, old.words, strict=False):
                if other.surface in {'"', "“", "”"} and other.xpos in {"``", "''"}:
                    assert one.surface in {'"', "“" if other.xpos == "``" else "”"}
                    seen.add(one.surface)
    assert {"“", "”"} <= seen
