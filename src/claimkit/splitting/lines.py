"""Texts in, claims out, a JSON object a line: the interface of the benchmarks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimkit.annotations import jsontext
from claimkit.articles.plain import structure
from claimkit.errors import DataError
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.benchmark import record
from claimkit.splitting.pipeline import load_pipeline


def split_lines(lines: Iterable[bytes], pipeline: str, granularity: Granularity) -> Iterator[str]:
    """For each line ``{"id", "text"}`` one line ``{"id", "claims"}``; offsets are code points, half-open.

    Raises :class:`DataError` that names the line for anything else.
    """
    nlp = load_pipeline(pipeline)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"line {number}"
        raw = jsontext.parse(jsontext.decode(line, place), place)
        match raw:
            case {"id": str() | int() as name, "text": str(text)} if not isinstance(name, bool):
                yield json.dumps(record(str(name), text, structure(text), nlp, granularity), ensure_ascii=False)
            case _:
                raise DataError("it is no object with id and text", place=place, remedy='write {"id": "1", "text": ""}')
