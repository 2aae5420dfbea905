"""JSON lines: one object a claim, with everything that is public, unaltered and without what is empty."""

from __future__ import annotations

import orjson

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import Rendering
from claimkit.export.tables.records import records
from claimkit.model.config import Config


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.claims.jsonl``: UTF-8, a line feed after each object, keys in the order of the documentation.

    Raises :class:`RefusalError` on a lone surrogate, which is no character.
    """
    rows, left_out, refused = records(dossier, config, claims)
    try:
        data = b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)
    except orjson.JSONEncodeError as error:
        raise RefusalError(f"it cannot be written as JSON: {error}") from None
    return Rendering(files={f"{dossier.slug}.claims.jsonl": data}, left_out=left_out, refused=refused)
