"""Parquet, one row a claim with its lists and objects nested. Needs pyarrow: ``pip install claimkit[parquet]``."""

from __future__ import annotations

from typing import Any

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import Rendering
from claimkit.export.tables.records import records
from claimkit.model.config import Config

TEXT, WHOLE, REAL = "string", "int64", "double"

COLUMNS: dict[str, Any] = {
    "article": TEXT, "articleUrl": TEXT, "id": TEXT, "text": TEXT, "short": TEXT, "proposed": TEXT, "kind": TEXT,
    "state": TEXT, "worth": REAL,
    "quotes": [{"start": WHOLE, "end": WHOLE, "text": TEXT}],
    "saidBy": [
        {"name": TEXT, "type": TEXT, "role": TEXT, "mode": TEXT, "medium": TEXT, "date": TEXT, "sameAs": [TEXT]}
    ],
    "proposedBy": TEXT, "derivedFrom": [TEXT],
    "reviews": [{"reviewer": TEXT, "stage": TEXT, "disposition": TEXT, "when": TEXT}],
    "verdict": TEXT, "label": TEXT, "rank": WHOLE,
    "settled": {"how": TEXT, "by": TEXT, "when": TEXT},
    "rationale": TEXT,
    "firstAppearance": {"url": TEXT, "title": TEXT, "publisher": TEXT, "published": TEXT, "archive": TEXT},
    "evidence": [
        {"stance": TEXT, "url": TEXT, "title": TEXT, "publisher": TEXT, "published": TEXT, "archive": TEXT,
         "sha256": TEXT, "quote": TEXT}
    ],
    "published": {"date": TEXT, "url": TEXT, "claimReview": TEXT, "verdict": TEXT},
    "corrections": [{"date": TEXT, "change": TEXT, "verdict": TEXT, "formerVerdict": TEXT}],
    "retracted": {"date": TEXT, "change": TEXT},
}  # fmt: skip
"""The columns and their types: a list is one of such items, an object one of such fields. Dates are ISO 8601 texts."""


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.claims.parquet``. The bytes are the same for the same version of pyarrow, which writes its name in.

    What a record has not is null. Raises :class:`RefusalError` where pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an extra of some 150 MB
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise RefusalError("parquet needs pyarrow", remedy="install it with: pip install pyarrow") from None
    rows, left_out, refused = records(dossier, config, claims)
    schema = pyarrow.schema([(name, _type(pyarrow, given)) for name, given in COLUMNS.items()])
    try:
        table = pyarrow.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError as error:
        raise RefusalError(f"it cannot be written as UTF-8: {error}") from None
    out = pyarrow.BufferOutputStream()
    parquet.write_table(table, out, version="2.6", compression="zstd", compression_level=3, store_schema=False)
    data = {f"{dossier.slug}.claims.parquet": out.getvalue().to_pybytes()}
    return Rendering(files=data, left_out=left_out, refused=refused)


def _type(pyarrow: Any, given: Any) -> Any:
    """The type of pyarrow for one of ``COLUMNS``."""
    if isinstance(given, list):
        return pyarrow.list_(_type(pyarrow, given[0]))
    if isinstance(given, dict):
        return pyarrow.struct([(name, _type(pyarrow, item)) for name, item in given.items()])
    return pyarrow.type_for_alias(given)
