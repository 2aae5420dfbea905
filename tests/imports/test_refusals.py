"""What is not to be trusted is refused: with its place, without a traceback, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from claimkit.cli import main
from claimkit.errors import DataError
from claimkit.export.tei import render
from claimkit.imports.tei import read
from made import CONFIG as TOML
from pahalgam import CONFIG, SLUG, dossier

SEED = (Path(__file__).parents[2] / "exports" / SLUG / f"{SLUG}.tei.xml").read_bytes()
((_, DATA),) = render(dossier(), CONFIG).files.items()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "claimkit.toml").write_text(TOML)
    (tmp_path / "x.tei.xml").write_bytes(SEED)
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk), "import", *arguments])


def files(desk: Path) -> set[str]:
    return {str(path.relative_to(desk)) for path in desk.rglob("*") if path.is_file()}


def test_the_paths_written_are_printed_and_a_second_time_there_is_nothing_to_write(desk: Path) -> None:
    result = run(desk, str(desk / "x.tei.xml"))
    assert result.exit_code == 0
    written = result.stdout.splitlines()
    assert written == [
        f"seeds/{SLUG}.txt",
        f"annotations/{SLUG}/decisions.json",
        f"annotations/{SLUG}/reviews/claimkit-desk.json",
        f"annotations/{SLUG}/claims.json",
    ]
    assert run(desk, str(desk / "x.tei.xml")).stdout == ""


def test_other_content_is_not_overwritten_and_nothing_is_written_beside_it(desk: Path) -> None:
    place = desk / "annotations" / SLUG / "reviews" / "claimkit-desk.json"
    place.parent.mkdir(parents=True)
    place.write_text("{}")
    before = files(desk)
    result = run(desk, str(desk / "x.tei.xml"))
    assert result.exit_code == 1
    assert "other content stands there, and an import overwrites nothing" in result.stderr
    assert files(desk) == before
    assert place.read_text() == "{}"


def test_a_name_that_says_nothing_needs_a_format(desk: Path) -> None:
    (desk / "x").write_bytes(SEED)
    assert "nothing says what it is" in run(desk, str(desk / "x")).stderr
    assert run(desk, "--from", "tei", str(desk / "x")).exit_code == 0


BOMB = b"""<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
FETCHED = b"""<!DOCTYPE TEI SYSTEM "file:///etc/passwd">"""
TEXT = DATA.split(b"?>", 1)[1]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed"),
        (DATA[:-30], "not well-formed"),
        (b"<TEI/>", "not TEI as claimkit writes it"),
        (BOMB + TEXT, "DOCTYPE"),
        (FETCHED + TEXT, "DOCTYPE"),
        (DATA.replace(b"26 civilians", b"27 civilians"), "SHA-256"),
        (DATA.replace(b'target="#c0a11ed1.r1"', b'target="#c0a11ed1.r9"'), "must be one of the claim's"),
        (DATA.replace(b'xml:id="s2"', b'xml:id="s1"'), "ID s1 already defined"),
        (DATA.replace(b"#kind.fact", b"#kind.rumour").replace(b'id="kind.fact"', b'id="kind.rumour"'), "rumour"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_trusted_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words):
        read(data, "x.tei.xml")


def test_comments_and_instructions_are_no_part_of_the_article() -> None:
    marked = DATA.replace(b"The United States", b"The <!-- not --><?not this?>United States", 1)
    assert read(marked, "x") == read(DATA, "x")


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    """Remove, copy or rename an element, or change an attribute: never an error of another kind."""
    root = etree.fromstring(DATA)
    elements = list(root.iter(etree.Element))
    for _ in range(data.draw(st.integers(1, 3))):
        element, other = (elements[data.draw(st.integers(1, len(elements) - 1))] for _ in range(2))
        name = data.draw(st.sampled_from([*map(str, other.attrib), "n", "type", "ana"]))
        match data.draw(st.sampled_from(["set", "set", "drop", "text", "rename"])):
            case "set":
                element.set(name, data.draw(st.sampled_from([other.get(name, ""), "#s1", "1", "-1", "0-99999", ""])))
            case "drop" if (parent := element.getparent()) is not None:
                parent.remove(element)
            case "text":
                element.text = data.draw(st.sampled_from(["", "1", "x\r\n", "true"]))
            case "rename":
                element.tag = other.tag
    try:
        read(etree.tostring(root), "x")
    except DataError as error:
        assert error.what
