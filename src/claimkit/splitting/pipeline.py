"""The spaCy pipeline below the rules: the one that ships, or any other with Universal Dependencies labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimkit.errors import SplitError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parents[1] / "pipelines" / "en_ud_minilm"

REMEDY = 'leave [split] pipeline empty in claimkit.toml for the one that ships, or name one with "nsubj" and "obl"'

_LABELS = frozenset({"nsubj", "obj", "obl", "ccomp", "conj", "acl:relcl"})
"""Labels that only Universal Dependencies version 2 has together (ClearNLP's scheme has no ``obl``)."""


def load_pipeline(name: str = "") -> Language:
    """The pipeline of that name or path; empty is the one that ships.

    Raises :class:`~claimkit.errors.SplitError` where it is missing, damaged, or lacks a tagger, a lemmatizer or a
    parser with UD labels.
    """
    import spacy  # noqa: PLC0415  (0.7 s: only those who split pay for it)
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))  # spaCy's own models gain by it: 12.5k tokens a second instead of 8.0k
    place = name or str(SHIPPED)
    try:
        nlp = spacy.load(place)
        doc = nlp("The minister said that it had rained.")
    except SplitError as error:
        raise SplitError(error.what, remedy=REMEDY if name else "install claimkit again") from error
    except Exception as error:  # whatever a damaged folder makes spaCy, numpy, srsly or msgpack raise
        what = f"the pipeline {place!r} cannot be loaded: {_first_line(error)}"
        raise SplitError(what, remedy=REMEDY if name else "install claimkit again") from error
    _check(nlp, doc, place)
    return nlp


def pipeline_id(nlp: Language) -> str:
    """Language, name and version, as ``en_ud_minilm 1.1.0``."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__


def _check(nlp: Language, doc: Doc, place: str) -> None:
    if "parser" not in nlp.pipe_names:
        raise SplitError(f"the pipeline {place!r} has no parser", remedy=REMEDY)
    missing = _LABELS - set(nlp.pipe_labels["parser"])
    if missing:
        what = (
            f"the parser of {place!r} has no Universal Dependencies labels ({', '.join(sorted(missing))} are missing)"
        )
        raise SplitError(what, remedy=REMEDY)
    for attribute in ("TAG", "LEMMA"):
        if not doc.has_annotation(attribute):
            raise SplitError(f"the pipeline {place!r} gives no {attribute.lower()}s", remedy=REMEDY)
