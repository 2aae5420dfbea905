"""A format is one line: its labels and the file beside it reach its module, and nothing else needs a change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.imports import FORMATS, Format
from made import AT, workspace

TINY = '''
from claimkit.imports.foreign import Foreign, Statement, Stretch
from claimkit.model.article import Metadata


def foreign(data, place, *, text, labels=()):
    """Lines such as ``Claim 4 10``."""
    marked = [line.split() for line in data.decode().splitlines()]
    kept = [(int(start), int(end)) for label, start, end in marked if label in (labels or ("Claim",))]
    stretches = [(Stretch(quote=text[start:end], start=start),) for start, end in kept]
    said = tuple(Statement(stretches=one, id=str(number)) for number, one in enumerate(stretches, 1))
    return [Foreign(name="Tiny", metadata=Metadata(title="", language=""), text=text, statements=said)]
'''


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "tiny_format.py").write_text(TINY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(FORMATS, "tiny", Format(module="tiny_format", suffixes=(".spans",), labels=True, beside=".txt"))
    monkeypatch.delitem(sys.modules, "tiny_format", raising=False)
    (tmp_path / "a.spans").write_text("Claim 0 11\nOther 12 26\nClaim 27 38\n")
    (tmp_path / "a.txt").write_text("It rained. It snowed hard. It rained.\n")
    return workspace(tmp_path)


def run(desk: Workspace, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), "import", *arguments, "--at", AT])
    assert result.exit_code == code, result.output
    return result


def anchors(desk: Workspace) -> list[tuple[int, int]]:
    return [(claim.anchors[0].start, claim.anchors[0].end) for claim in open_dossier(desk, "tiny").claims.item.claims]


def test_the_text_beside_is_read_and_the_same_words_twice_are_two_claims(desk: Workspace) -> None:
    assert run(desk, str(desk.root / "a.spans")).stdout.splitlines()[0] == "seeds/tiny.txt"
    assert anchors(desk) == [(0, 11), (27, 38)]
    (file,) = open_dossier(desk, "tiny").reviews
    assert (file.item.reviewer.id, len(file.item.reviews)) == ("import-tiny", 2)


def test_labels_say_what_marks_claims(desk: Workspace) -> None:
    run(desk, str(desk.root / "a.spans"), "--label", "Other")
    assert anchors(desk) == [(12, 26)]


def test_a_missing_file_beside_is_named(desk: Workspace) -> None:
    (desk.root / "a.txt").unlink()
    assert "a.txt: there is no such file" in run(desk, str(desk.root / "a.spans"), code=1).stderr


def test_whole_files_and_others_are_imported_one_after_the_other(desk: Workspace) -> None:
    assert "one after the other" in run(desk, "a.spans", "a.tei.xml", code=2).stderr
