"""The network as it ships: an ONNX file, its tokenizer and its labels, all verified before they are used."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimkit.parsing.digests import damaged, verify
from claimkit.parsing.subwords import Encoded, Subwords

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

NETWORK, TOKENIZER, LABELS = FILES = "network.onnx", "tokenizer.json", "labels.json"

_OUTPUTS = ("upos", "xpos", "feats", "entities", "starts", "arcs", "dependents", "heads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the network's figures stand for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the network says of one window: an entry for each word, after an entry 0 for the root.

    ``upos``, ``xpos`` and ``feats`` are indices of labels; ``entities`` are scores (words, labels); ``starts`` above 0
    begin a sentence; ``arcs`` are scores (dependent, head); the scores of a relation are the product of the dependent's
    row of ``dependents`` (words, labels, inner) and the head's of ``heads`` (words, inner).
    """

    upos: npt.NDArray[np.int64]
    xpos: npt.NDArray[np.int64]
    feats: npt.NDArray[np.int64]
    entities: npt.NDArray[np.float32]
    starts: npt.NDArray[np.float32]
    arcs: npt.NDArray[np.float32]
    dependents: npt.NDArray[np.float32]
    heads: npt.NDArray[np.float32]


class Network:
    """The files of a folder, loaded. One thread, so that the same text has the same parse on any number of cores.

    A copy, by pickle say, is loaded anew from the bytes of the files.
    """

    def __init__(self, files: Mapping[str, bytes], folder: Path) -> None:
        """The network of these files and their digests; ``folder`` is where messages say that they lie.

        Raises :class:`~claimkit.errors.SplitError` where one is missing or is not what was shipped.
        """
        import onnxruntime  # noqa: PLC0415  (only those who parse pay for it)
        from tokenizers import Tokenizer  # noqa: PLC0415

        verify(files, FILES, folder)
        self.labels = _labels(folder, files[LABELS])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.subwords = Subwords(Tokenizer.from_buffer(files[TOKENIZER]))
        self._session = onnxruntime.InferenceSession(
            files[NETWORK], options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
        )
        self.files, self.folder = files, folder

    def __reduce__(self) -> tuple[type[Network], tuple[Mapping[str, bytes], Path]]:
        """So that a pipeline can go to other processes: a session of onnxruntime cannot."""
        return Network, (self.files, self.folder)

    def read(self, encoded: Encoded) -> Read:
        """What the network says of one window."""
        given = {"ids": encoded.ids, "shapes": encoded.shapes, "first": encoded.first, "last": encoded.last}
        return Read(**dict(zip(_OUTPUTS, self._session.run(_OUTPUTS, given), strict=True)))


_SLOW = ["SkipLayerNormFusion"]
"""Its fused kernel takes 0.17 ms a layer for 70 words, the two that it replaces 0.06 ms (onnxruntime 1.32)."""


def _labels(folder: Path, data: bytes) -> Labels:
    try:
        raw = json.loads(data)
        return Labels(**{name: tuple(map(str, raw[name])) for name in ("upos", "xpos", "feats", "deps", "entities")})
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder / LABELS, str(error)) from error
