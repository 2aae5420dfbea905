"""Pages in the style of those that publish ClaimReview, taken in by the command; what is told, and what is written.

The pages are written for these tests; names and addresses are invented, the faults are real ones.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.cli import main
from claimkit.errors import ClaimkitError
from claimkit.imports.claimreview import foreign
from made import AT, CONFIG

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
SEED = sorted((Path(__file__).parents[2] / "exports").glob("*/claimreview/*.jsonld"))[0]
SOURCES = [path.read_bytes() for path in (*PAGES, SEED)]


def run(desk: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk), *arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "claimkit.toml").write_text(CONFIG)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_is_taken_in(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, file_regression: FileRegressionFixture
) -> None:
    monkeypatch.chdir(page.parent)
    result = run(desk, "import", page.name, "--from", "claimreview", "--at", AT)
    written = [desk / name for name in result.stdout.splitlines()]
    parts = [result.stderr, *(f"== {path.relative_to(desk)}\n{path.read_text('utf-8')}" for path in written)]
    file_regression.check("\n".join(parts), extension=".txt", encoding="utf-8", basename=page.stem)
    assert "error" not in run(desk, "check").output
    assert run(desk, "import", page.name, "--from", "claimreview").stdout == ""


NAMELESS = """<!doctype html><html lang="en"><body vocab="https://schema.org/">{}</body></html>"""
REVIEW = """<div typeof="ClaimReview"><span property="claimReviewed">{}</span>
<div property="author" typeof="Organization"><span property="name">Facts</span></div>
<div property="author" typeof="Organization"><span property="name">Desk</span></div>
<div rel="citation"><span property="name">A book</span></div>
<div rel="citation"><span property="name">A letter</span></div>
<div property="reviewRating" typeof="Rating"><span property="alternateName">True</span></div></div>"""


def test_rdfa_without_names_is_taken_in_alike_every_time(desk: Path) -> None:
    file = desk / "r.html"
    file.write_text(NAMELESS.format("".join(REVIEW.format(f"Trams run late on day {day}.") for day in range(9))))
    command = ("import", str(file), "--from", "claimreview", "--at", AT)
    told = []
    for seed in "012":
        other = desk / seed
        other.mkdir()
        (other / "claimkit.toml").write_text(CONFIG)
        run_there = [sys.executable, "-m", "claimkit", "-C", str(other), *command]
        done = subprocess.run(run_there, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        written = {path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()}
        told.append((done.stdout, done.stderr, written))
    assert told[0] == told[1] == told[2]
    assert b"_:" not in b"".join((told[0][1], *told[0][2].values()))
    assert "nothing new" in run(other, *command).output


def changed(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for offset, length, new in cuts:
        place = offset % (len(data) + 1)
        data = data[:place] + new + data[place + length :]
    return data


PIECES = st.sampled_from([b"", b'"', b"{", b"}", b"]", b"null", b"[]", b"\\ud800", b"\x00", b"\xff", b"<", b"&lt;", b"-1", b"1e999", b'"@id":"x",', "ü\u202e".encode(), b"\r", b"http://", b"2020-02-31"])  # fmt: skip
CUTS = st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 40), PIECES), min_size=1, max_size=6)


@given(st.sampled_from(SOURCES), CUTS)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_is_read_or_refused(data: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    try:
        for one in foreign(changed(data, cuts), "x"):
            assert all(statement.text for statement in one.statements)
    except ClaimkitError as error:
        assert str(error)


@given(st.sampled_from(SOURCES), CUTS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_of_a_damaged_file_is_sound(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, cuts: list[tuple[int, int, bytes]]
) -> None:
    desk = tmp_path_factory.mktemp("desk")
    (desk / "claimkit.toml").write_text(CONFIG)
    file = desk / "x.html"
    file.write_bytes(changed(data, cuts))
    result = CliRunner().invoke(main, ["-C", str(desk), "import", str(file), "--from", "claimreview", "--at", AT])
    assert result.exit_code in (0, 1), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 0 or result.stderr
    if result.stdout:
        run(desk, "check")
