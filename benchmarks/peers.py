"""textacy beside claimkit, in one run, on the same parser and the same texts.

    make bench-peers

textacy (Apache-2.0) is installed into .venv-peers. It looks for ClearNLP's labels, so its documents are relabelled
first, as :data:`LABELS` says; it is run without that too. A claim is one of its triples of subject, verb and object.
Its direct quotations are scored as attributions. spacy-clausie is in no package index, only on GitHub
(mmxgn/spacy-clausie), so it is not run here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from textacy import extract

from benchmarks.scoring import SETS, f1, score, texts
from claimkit.articles.plain import structure
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.benchmark import record
from claimkit.splitting.pipeline import load_pipeline

Claims = list[dict[str, Any]]

LABELS = {"obj": "dobj", "iobj": "dative", "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "aux:pass": "auxpass"}


def main() -> None:
    """Print a row of F1 for each system."""
    nlp = load_pipeline()
    systems: dict[str, Callable[[str], Claims]] = {
        "claimkit, fine": lambda text: record("", text, structure(text), nlp, Granularity.FINE)["claims"],
        "claimkit": lambda text: record("", text, structure(text), nlp, Granularity.COARSE)["claims"],
        f"textacy {version('textacy')}": lambda text: list(_triples(nlp, text)),
        "textacy, labels not mapped": lambda text: list(_triples(nlp, text, mapped=False)),
    }
    print("| F1 | PropSegmEnt | PolNeAR joint | PolNeAR detected | pyrxsum | realsumm | factcheckgpt | carb |")
    print("|---" * 8 + "|")
    given = {name: texts(name) for name in SETS}
    with tempfile.TemporaryDirectory() as folder:
        for system, claims_of in systems.items():
            cells = {
                name: score(name, [{"id": place, "claims": claims_of(text)} for place, text in rows], Path(folder))
                for name, rows in given.items()
            }
            polnear = cells["polnear"]
            figures = [f1(cells["propseg"], "F1@.8"), f1(polnear, "joint F1"), f1(polnear, "det.3 P/R/F1")]
            figures += [f1(cells[name], "P/R/F1@.7") for name in SETS[2:]]
            print(f"| {system} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |", flush=True)


def _triples(nlp: Any, text: str, *, mapped: bool = True) -> Iterator[dict[str, Any]]:
    """Textacy's triples as claims, and its direct quotations as claims with attributions."""
    doc = nlp(text)
    for token in doc if mapped else ():
        token.dep_ = LABELS.get(token.dep_, token.dep_)
    for triple in extract.subject_verb_object_triples(doc):
        yield _claim(sorted([*triple.subject, *triple.verb, *triple.object], key=lambda token: token.i), None)
    try:
        quotations = list(extract.direct_quotations(doc))
    except ValueError:  # quotation marks that do not come in pairs: it refuses the whole text
        return
    for quotation in quotations:
        attribution = {
            "source": _span(quotation.speaker),
            "cue": _span(quotation.cue),
            "content": [[quotation.content.start_char, quotation.content.end_char]],
        }
        yield _claim(list(quotation.content), attribution)


def _claim(tokens: list[Any], attribution: dict[str, Any] | None) -> dict[str, Any]:
    spans = [[token.idx, token.idx + len(token)] for token in tokens]
    words = " ".join(token.text for token in tokens)
    return {"text": words, "spans": spans, "attribution": attribution, "checkworthy": None}


def _span(tokens: Any) -> list[int] | None:
    places = list(tokens)
    return [places[0].idx, places[-1].idx + len(places[-1])] if places else None


if __name__ == "__main__":
    main()
