"""Weighs the signs of check-worthiness: ``python -m training.worthiness SENTENCES [TO]``; see README.md.

``SENTENCES`` has a JSON object a line with ``text`` and ``label``, 1 where people found the sentence worth checking.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.tree import tree_of
from claimkit.splitting.worthiness import WEIGHTS, signs_of

FOLDS = 5
PLACES = 3
"""Decimals of a weight that ships."""

SOURCE = (
    "Weights of a logistic regression on the ClaimBuster dataset (Arslan, Hassan, Li and Tremayne 2020, "
    "doi 10.5281/zenodo.3609356, CC BY 4.0); the signs and this table are claimkit's."
)


def main() -> None:
    """Print the cross-validated figures, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("to", type=Path, nargs="?", default=WEIGHTS)
    parser.add_argument("--without", nargs="*", default=[], help="signs to leave out, to see what they give")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.sentences.read_text(encoding="utf-8").splitlines()]
    labels = np.array([row["label"] for row in rows])
    signs = [
        {name: value for name, value in row.items() if name not in given.without}
        for row in _signs([row["text"] for row in rows])
    ]
    names = list(signs[0])
    matrix = np.array([[row[name] for name in names] for row in signs])
    model = LogisticRegression(max_iter=5000)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    said = cross_val_predict(model, matrix, labels, cv=folds)
    weighted = f1_score(labels, said, average="weighted")
    print(
        f"{len(rows)} sentences, {FOLDS} folds: weighted F1 {weighted:.4f}, of the class {f1_score(labels, said):.4f}"
    )
    model.fit(matrix, labels)
    if not given.without:
        weights = {name: round(float(value), PLACES) for name, value in zip(names, model.coef_[0], strict=True)}
        raw = {"source": SOURCE, "intercept": round(float(model.intercept_[0]), PLACES), "weights": weights}
        given.to.write_text(json.dumps(raw, indent=2) + "\n", encoding="utf-8")


def _signs(texts: Sequence[str]) -> list[dict[str, float]]:
    """The signs of each text, as one sentence."""
    found = []
    for doc in load_pipeline().pipe(" ".join(text.split()) for text in texts):
        tree = tree_of(doc[:], 0)
        found.append(signs_of(tree.nodes if tree else ()))
    return found


if __name__ == "__main__":
    main()
