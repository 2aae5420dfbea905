"""CSV by RFC 4180, one row a claim, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import Rendering
from claimkit.export.jsonld import Node
from claimkit.export.tables.records import records
from claimkit.model.config import Config

COLUMNS = (
    "article", "id", "text", "short", "kind", "state", "worth", "quotes", "starts", "ends", "said_by", "reviewers",
    "verdict", "label", "rank", "settled_how", "settled_by", "settled_when", "rationale", "published_url",
    "published_date", "claimreview", "corrected_date", "correction", "retracted_date", "evidence", "article_url",
)  # fmt: skip
"""The columns, in order."""

BETWEEN = " | "
"""What stands between the items of a cell that is a list."""

# A cell is a formula that begins with one of these (OWASP, CSV Injection), in some locales in its full width too. A
# program that takes another separator than the comma, or breaks lines in quotes, sees the start of a cell after it.
_FORMULA = re.compile("(?:^|(?<=[;|\t\r\n]))([ \u00a0]*)([=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")

_SUSPECT = frozenset(" \u00a0=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_SEPARATOR = re.compile("[;|\t\r\n]")


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.claims.csv``: UTF-8 without a byte order mark, CRLF, a header, every text in quotation marks.

    Raises :class:`RefusalError` on a lone surrogate, which is no character.
    """
    rows, left_out, refused = records(dossier, config, claims)
    try:
        data = written([_row(item) for item in rows])
    except UnicodeEncodeError as error:
        raise RefusalError(f"it cannot be written as UTF-8: {error}") from None
    return Rendering(files={f"{dossier.slug}.claims.csv": data}, left_out=left_out, refused=refused)


def written(rows: list[list[object]]) -> bytes:
    """The header and the rows as bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would run: at its start, and after a separator in it."""
    if text[:1] not in _SUSPECT and not _SEPARATOR.search(text):  # most texts, and the quicker question
        return text
    return _FORMULA.sub("'\\g<0>", text)


def _row(item: Node) -> list[object]:
    quotes = item.get("quotes", [])
    published, settled = item.get("published", {}), item.get("settled", {})
    corrections = item.get("corrections", [])
    values: tuple[object, ...] = (
        item["article"],
        item["id"],
        item.get("text", ""),
        item.get("short", ""),
        item["kind"],
        item["state"],
        item.get("worth", ""),
        _joined(quote["text"] for quote in quotes),
        _joined(str(quote["start"]) for quote in quotes),
        _joined(str(quote["end"]) for quote in quotes),
        " > ".join(link["name"] for link in item.get("saidBy", [])),
        _joined(f"{review['reviewer']} ({review['stage']})" for review in item.get("reviews", [])),
        item.get("verdict", ""),
        item.get("label", ""),
        item.get("rank", ""),
        settled.get("how", ""),
        settled.get("by", ""),
        settled.get("when", ""),
        item.get("rationale", ""),
        published.get("url", ""),
        published.get("date", ""),
        published.get("claimReview", ""),
        corrections[-1]["date"] if corrections else "",
        _joined(correction.get("change", "") for correction in corrections),
        item.get("retracted", {}).get("date", ""),
        _joined(f"{evidence['stance']}: {evidence['url']}" for evidence in item.get("evidence", [])),
        item.get("articleUrl", ""),
    )
    return [harmless(value) if isinstance(value, str) else value for value in values]


def _joined(items: Iterable[str]) -> str:
    return BETWEEN.join(items)
