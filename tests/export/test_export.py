"""The formats: one list, loaded when asked for."""

from __future__ import annotations

import io
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from pyarrow import parquet

from claimkit.errors import RefusalError
from claimkit.export import FORMATS, Rendering, default_formats, exported, exporter
from pahalgam import BACKED, CONFIG, DECISIONS, KILLED, SLUG, VIOLATED, dossier


def text_of(rendering: Rendering) -> str:
    """What the files say; Parquet is compressed, and is read by pyarrow."""
    return "".join(
        str(parquet.read_table(io.BytesIO(data)).to_pylist()) if name.endswith(".parquet") else unescape(data.decode())
        for name, data in rendering.files.items()
    )


def test_without_a_choice_only_the_usual_formats_are_exported() -> None:
    assert default_formats(CONFIG) == ("claimreview", "tei")


def test_knowing_the_formats_loads_none_of_them() -> None:
    code = "import sys, claimkit.export; print([name for name in ('lxml', 'jsonschema', 'spacy', 'pyarrow') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_dossier_gives_the_same_bytes(name: str) -> None:
    render = exporter(name)
    assert render(dossier(), CONFIG) == render(dossier(), CONFIG)


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(RefusalError, match=r"no format 'pdf'; choose one of claimreview, tei"):
        exporter("pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_only_the_claims_asked_for_are_rendered(name: str) -> None:
    rendering = exporter(name)(dossier(), CONFIG, frozenset({VIOLATED.id}))
    data = text_of(rendering)
    assert VIOLATED.text in data
    assert KILLED.text not in data
    assert not rendering.left_out
    assert not rendering.refused


@pytest.mark.parametrize("name", FORMATS)
def test_a_claim_that_is_not_there_is_refused(name: str) -> None:
    rendering = exporter(name)(dossier(), CONFIG, frozenset({"c404"}))
    assert [(item.claim, item.reasons) for item in rendering.refused] == [("c404", ("there is no such claim",))]


@pytest.mark.parametrize("name", FORMATS)
def test_two_claims_with_one_id_are_refused(name: str) -> None:
    rendering = exporter(name)(dossier(claims=(KILLED, KILLED, VIOLATED)), CONFIG)
    assert [item.claim for item in rendering.refused] == [KILLED.id]
    assert VIOLATED.text in text_of(rendering)


def test_files_are_named_after_the_article_and_the_claim() -> None:
    assert list(exporter("tei")(dossier(), CONFIG).files) == [f"{SLUG}.tei.xml"]
    assert list(exporter("claimreview")(dossier(), CONFIG).files) == [
        f"claimreview/{name}.jsonld" for name in (KILLED.id, VIOLATED.id, BACKED.id)
    ]


def test_what_has_been_exported_is_seen_by_its_files(tmp_path: Path) -> None:
    assert exported(tmp_path, SLUG) == {}
    for name in FORMATS:
        for file, content in exporter(name)(dossier(), CONFIG).files.items():
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_bytes(content)
        assert name in exported(tmp_path, SLUG, dossier().known)


def test_without_decisions_nothing_is_published() -> None:
    assert DECISIONS.ledger
    assert exporter("claimreview")(dossier(decisions=None), CONFIG).files == {}
