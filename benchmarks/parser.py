"""The parser that ships against the CNN before it: speed, load time, memory, in one run, on one thread.

    make bench-parser

Each pipeline is loaded by ``spacy.load`` and runs in processes of its own, in turn. The texts are the documents of
GUM's dev and test parts, raw, some 900 words each; both are in the folder that CLAIMKIT_DATA names.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("CLAIMKIT_DATA", ROOT.parent / "shared" / "data"))
OURS = Path(os.environ.get("CLAIMKIT_PARSER", ROOT / "src" / "claimkit" / "pipelines" / "en_ud_minilm"))
CNN = DATA / "models" / "en_ud"
ROUNDS = 5
BATCH = 32


def main() -> None:
    """Print a table of both pipelines, and the ratio of their speeds pair by pair."""
    if not CNN.exists():
        sys.exit(f"the texts and the CNN are not in {DATA}; name their folder in CLAIMKIT_DATA")
    rows = [(_measured(OURS), _measured(CNN)) for _ in range(ROUNDS)]
    for name, column in zip((OURS.name, f"{CNN.name} (CNN)"), zip(*rows, strict=True), strict=True):
        speed, load, memory = (statistics.median(row[key] for row in column) for key in ("speed", "load", "memory"))
        print(f"{name:16} {speed:8.0f} words/s   load {load:5.2f} s   peak {memory:5.0f} MB at batch size {BATCH}")
    ratios = [ours["speed"] / cnn["speed"] for ours, cnn in rows]
    print(f"speed, pair by pair: {statistics.median(ratios):.2f} (min {min(ratios):.2f}, max {max(ratios):.2f})")


def _measured(pipeline: Path) -> dict[str, float]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, str(pipeline)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603 - ourselves
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(pipeline: str) -> dict[str, float]:
    """Words a second from raw text to finished ``Doc``, seconds to load, and the process's peak in MB."""
    import resource  # noqa: PLC0415

    import onnxruntime  # noqa: F401, PLC0415  (the load time is that of the pipeline, not of imports)
    import spacy  # noqa: PLC0415
    import tokenizers  # noqa: F401, PLC0415
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    import claimkit.parsing.component  # noqa: F401, PLC0415
    from training.treebanks import documents, text_of  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))
    read = [document for name in ("gum-dev", "gum-test") for document in documents(name)]
    texts = ["\n".join(text_of(part)[0] for part in document.paragraphs) for document in read]
    start = time.perf_counter()
    nlp = spacy.load(pipeline)
    load = time.perf_counter() - start
    list(nlp.pipe(texts[:2]))
    start = time.perf_counter()
    words = sum(not token.is_space for doc in nlp.pipe(texts, batch_size=BATCH) for token in doc)
    speed = words / (time.perf_counter() - start)
    return {"speed": speed, "load": load, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
