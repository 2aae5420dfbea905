"""The parser as a spaCy component: tags, features, trees, sentences and names of a tokenized text, as UD has them.

A line break ends a sentence; the words of a line are read as :mod:`claimkit.parsing.lines` says. What a line says does
not depend on the other lines, nor on the other documents of a batch. Within a line, sentence starts that an earlier
component has set stay as they are.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import srsly
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc, Token

from claimkit.errors import SplitError
from claimkit.parsing import SURE
from claimkit.parsing.confidence import confidence
from claimkit.parsing.digests import damaged, read, write
from claimkit.parsing.lines import Line, Parsed, parse_line
from claimkit.parsing.network import FILES, Network
from claimkit.parsing.noun_phrases import noun_chunks

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.vocab import Vocab

_ATTRIBUTES = (POS, TAG, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE)
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_KNOWN = {None: 0, True: 1, False: -1}
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3


class Parser:
    """Reads a document's words and says what they are; its files come by :meth:`from_disk`."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab, self.name = vocab, name
        vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]  # spaCy's annotation is that of its caller
        self._network: Network | None = None
        self._codes: dict[str, npt.NDArray[np.uint64]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations."""
        return self._network.labels.deps if self._network else ()

    def __call__(self, doc: Doc) -> Doc:
        """The document, annotated in place."""
        if self._network is None:
            raise SplitError(f"the component {self.name!r} has no weights", remedy="load a pipeline that has them")
        rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        rows[:, 5] = _OUTSIDE
        sure: list[npt.NDArray[np.float32]] = []
        for words in lines_of(doc):
            indices = np.array([token.i for token in words])
            for sentence in parse_line(_line(words), self._network):
                self._fill(rows, sentence, indices)
                sure.append(sentence.sure)
        _hang_blanks(doc, rows, self.vocab)
        doc.from_array(list(_ATTRIBUTES), rows)  # type: ignore[arg-type]  # spaCy's own annotation names no array
        doc.user_data[SURE] = confidence([token.text for token in doc], sure, self._network.subwords, doc.text)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """The documents one by one: a batch would round each text's figures by its neighbours'."""
        del batch_size
        return map(self, stream)

    def _fill(self, rows: npt.NDArray[np.uint64], sentence: Parsed, indices: npt.NDArray[np.int64]) -> None:
        own = indices[sentence.start : sentence.end]
        for column, name in enumerate(("upos", "xpos", "feats", "deps")):
            rows[own, column] = self._codes[name][getattr(sentence, name)]
        rows[own, 4] = (indices[sentence.heads] - own).astype(np.uint64)
        rows[own, 5] = self._codes["iob"][sentence.entities]
        rows[own, 6] = self._codes["entities"][sentence.entities]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the network's files into that folder."""
        del exclude
        write(self._network.files if self._network else {}, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Parser:
        """The parser itself, with the network of that folder.

        Raises :class:`~claimkit.errors.SplitError` where a file is missing or damaged.
        """
        del exclude
        return self._with(Network(read(Path(path), FILES), Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The network's files in one piece, as spaCy's own components give theirs."""
        del exclude
        packed: bytes = srsly.msgpack_dumps(dict(self._network.files) if self._network else {})
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Parser:
        """The parser itself, with the network that :meth:`to_bytes` gave.

        Raises :class:`~claimkit.errors.SplitError` where it is damaged.
        """
        del exclude
        try:
            files = dict(srsly.msgpack_loads(data))
        except Exception as error:  # whatever damaged bytes make msgpack raise
            raise damaged(Path(self.name), str(error)) from error
        return self._with(Network(files, Path(self.name))) if files else self

    def _with(self, network: Network) -> Parser:
        self._network = network
        labels, strings = network.labels, self.vocab.strings
        kinds = [label.partition("-") for label in labels.entities]
        codes = {
            "upos": [strings.add(label) for label in labels.upos],
            "xpos": [strings.add(label) for label in labels.xpos],
            "feats": [self.vocab.morphology.add(label) for label in labels.feats],
            "deps": [strings.add("ROOT" if label == "root" else label) for label in labels.deps],
            "iob": [{"B": _BEGIN, "I": _INSIDE}.get(mark, _OUTSIDE) for mark, _, _ in kinds],
            "entities": [strings.add(kind) if kind else 0 for _, _, kind in kinds],
        }
        self._codes = {name: np.array(row, dtype=np.uint64) for name, row in codes.items()}
        return self


def lines_of(doc: Doc) -> Iterator[list[Token]]:
    """The words of each line of a document, blanks left out."""
    line: list[Token] = []
    for token in doc:
        if not token.is_space:
            line.append(token)
        elif line and any(mark in _BREAKS for mark in token.text):
            yield line
            line = []
    if line:
        yield line


def _line(words: Sequence[Token]) -> Line:
    """The words with what is known of them; a start that was set on a blank is that of the word behind it."""
    ends = [token.idx + len(token.text) for token in words]
    return Line(
        words=[token.text for token in words],
        glued=[False, *(token.idx == end for token, end in zip(words[1:], ends[:-1], strict=True))],
        known=[1 if _starts_before(token) else _KNOWN[token.is_sent_start] for token in words],
    )


def _starts_before(word: Token) -> bool:
    """Whether a sentence was set to start at a blank right before the word."""
    at = word.i - 1
    while at >= 0 and word.doc[at].is_space:
        if word.doc[at].is_sent_start and at > 0:
            return True
        at -= 1
    return False


def _hang_blanks(doc: Doc, rows: npt.NDArray[np.uint64], vocab: Vocab) -> None:
    """Hang each blank under the word before it (at the beginning: the word after it), as a word of no class."""
    blanks = [token.i for token in doc if token.is_space]
    if not blanks:
        return
    rows[blanks, 0] = SPACE
    rows[blanks, 1] = vocab.strings.add("_SP")
    words = sorted(set(range(len(doc))) - set(blanks))
    for blank in blanks:
        host = words[max(0, bisect(words, blank) - 1)] if words else blanks[0]
        rows[blank, 3] = vocab.strings.add("ROOT" if host == blank else "dep")
        rows[blank, 4] = np.array(host - blank).astype(np.uint64)
    for blank in reversed(blanks):  # a name goes on over the blanks in it
        if blank + 1 < len(doc) and rows[blank + 1, 5] == _INSIDE:
            rows[blank, 5:] = rows[blank + 1, 5:]


@Language.factory("claimkit_parser")
def make_parser(nlp: Language, name: str) -> Parser:
    """A parser without weights, as spaCy asks for it before it reads them."""
    return Parser(nlp.vocab, name)
