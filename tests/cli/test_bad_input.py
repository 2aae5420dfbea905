"""Bad input at the command line: a clear message, exit code 1 or 2, no traceback, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from made import CLOSED, SLUG, TEXT, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    return workspace(root)


def run(desk: Workspace, *arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk.root), *map(str, arguments)], input=stdin)


def snapshot(desk: Workspace) -> dict[str, bytes]:
    return {str(path.relative_to(desk.root)): path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}


def refused(desk: Workspace, *arguments: str | Path, stdin: bytes | None = None, code: int = 1) -> str:
    """The message of a command that must fail and change nothing."""
    before = snapshot(desk)
    result = run(desk, *arguments, stdin=stdin)
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert snapshot(desk) == before
    assert result.stdout == ""
    return result.stderr


BAD_SOURCES = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "nothing but white space"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
    ("program.txt", b"\x7fELF\x02\x01\x01\x00\x00", "binary"),
    ("latin.txt", "Les élèves sont arrivés.".encode("latin-1"), "UTF-8"),
    ("utf16.txt", "The bridge was closed.".encode("utf-16"), "UTF-16"),
    ("bell.txt", b"The bridge\x07 was closed.", "U+0007"),
    ("long.txt", b"The bridge was closed. " * 450_000, "maxCharacters"),
    ("login.html", b"<html><body><form>Name <input></form></body></html>", "no article"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD_SOURCES, ids=[name for name, _, _ in BAD_SOURCES])
def test_a_source_that_is_no_article_is_refused(desk: Workspace, name: str, data: bytes, words: str) -> None:
    path = desk.root.parent / name
    path.write_bytes(data)
    message = refused(desk, "split", path)
    assert str(path) in message
    assert words.lower() in message.lower()


def test_the_offset_of_a_control_character_is_named(desk: Workspace) -> None:
    message = refused(desk, "split", "-", "--slug", "bell", stdin="Älter.\nThe bridge\x07 was closed.".encode())
    assert "U+0007" in message
    assert "offset 17" in message


def test_a_folder_a_missing_file_and_a_pipe_are_refused(desk: Workspace) -> None:
    fifo = desk.root.parent / "fifo"
    os.mkfifo(fifo)
    assert "it is a folder" in refused(desk, "split", desk.root)
    assert "no such file" in refused(desk, "split", desk.root / "gone.txt")
    assert "no regular file" in refused(desk, "split", fifo)


@pytest.mark.parametrize("slug", ["../up", "/etc/passwd", "UP", "a/../../b"])
def test_a_slug_that_climbs_out_is_refused(desk: Workspace, slug: str) -> None:
    for arguments in (
        ["split", "-", "--slug", slug],
        ["show", slug],
        ["annotate", slug, "c1", "--accept"],
        ["export", slug],
    ):
        message = (
            refused(desk, *arguments, "--as", "x", stdin=b"A.")
            if arguments[0] == "annotate"
            else refused(desk, *arguments, stdin=b"The bridge was closed.")
        )
        assert "is no slug" in message


def test_a_link_out_of_the_workspace_is_refused(desk: Workspace) -> None:
    (desk.root / "annotations" / "linked").symlink_to(desk.root.parent)
    assert "leads out of the workspace" in refused(
        desk, "split", "-", "--slug", "linked", stdin=b"The bridge was closed."
    )
    (desk.root / "seeds" / "leak.txt").symlink_to("/etc/hostname")
    assert "leads out of the workspace" in refused(
        desk, "split", "-", "--slug", "leak", stdin=b"The bridge was closed."
    )


def test_another_text_under_a_known_slug_is_refused(desk: Workspace) -> None:
    message = refused(desk, "split", "-", "--slug", SLUG, stdin=b"The bridge was opened.")
    assert "never replaced" in message
    assert "--slug" in message


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--url", "javascript:alert(1)"),
        ("--published", "May"),
        ("--title", ""),
        ("--language", "?"),
        ("--author", "a\x01"),
    ],
)
def test_metadata_that_the_schema_refuses_is_refused_by_its_option(desk: Workspace, option: str, value: str) -> None:
    message = refused(desk, "split", "-", "--slug", "new", option, value, stdin=b"The bridge was closed.", code=2)
    assert f"Invalid value for '{option}'" in message


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: data[: len(data) // 2], "it is not JSON"),
        (lambda data: data.replace(b'"claims": [', b'"claims": [], "claims": [', 1), "stands twice"),
        (lambda data: data.replace(b'"kind": "fact"', b'"kind": "rumour"'), "must be one of fact"),
        (lambda data: data.replace(b'"length": 105', b'"length": NaN'), "NaN is no JSON number"),
        (lambda data: data.replace(b'"schemaVersion": 1', b'"schemaVersion": 2'), "install a newer claimkit"),
        (lambda data: b"\xef\xbb\xbf" + data, "byte order mark"),
        (lambda data: b"[]", "must be of type object"),
    ],
)
def test_a_damaged_annotation_stops_every_command_and_stays_as_it_is(
    desk: Workspace, damage: Callable[[bytes], bytes], words: str
) -> None:
    path = desk.claims_path(SLUG)
    path.write_bytes(damage(path.read_bytes()))
    for arguments in (
        ["show", SLUG],
        ["annotate", SLUG, CLOSED.id, "--accept", "--as", "x"],
        ["publish", SLUG, "--all", "--as", "x"],
        ["export", SLUG],
        ["split", str(desk.text_path(SLUG))],
    ):
        message = refused(desk, *arguments)
        assert f"annotations/{SLUG}/claims.json" in message
        assert words in message
    for command in ("check", "status"):
        result = run(desk, command)
        assert result.exit_code == 1
        assert words in result.output


def test_an_unknown_verdict_and_an_unknown_claim_are_refused(desk: Workspace) -> None:
    message = refused(desk, "annotate", SLUG, CLOSED.id, "--as", "x", "--verdict", "maybe")
    assert "the scale has no verdict 'maybe'; it has true" in message
    assert "no claim has the id 'c9'" in refused(desk, "annotate", SLUG, "c9", "--accept", "--as", "x")
    assert "no claim has the id 'c9'" in refused(desk, "show", SLUG, "--claim", "c9")
    assert "no claim has the id 'c9'" in refused(desk, "export", SLUG, "--to", "claimreview", "--claim", "c9")
    assert "c1111111 is left out: nobody has reviewed it" in refused(
        desk, "export", SLUG, "--to", "claimreview", "--claim", "c1"
    )


def test_bad_lines_are_refused_with_their_number_and_none_is_recorded(desk: Workspace) -> None:
    good = b'{"claim": "c1111111"}\n'
    for line, words in (
        (b"{", "-:2:1:2: it is not JSON"),
        (b"[]", "-:2: it is no JSON object"),
        (b'{"claim": "c1111111", "claim": "c2222222"}', "stands twice"),
        (b'{"claim": "c1111111", "verdict": "maybe"}', "-:2: the scale has no verdict"),
    ):
        message = refused(desk, "annotate", SLUG, "--from", "-", "--as", "x", stdin=good + line)
        assert words in message


def test_wrong_usage_exits_with_2(desk: Workspace) -> None:
    for arguments in (
        ["split"],
        ["split", "a", "b", "--slug", "x"],
        ["split", "a", "--jsonl"],
        ["annotate", SLUG, "--as", "x"],
        ["annotate", SLUG, "c1"],
        ["annotate", SLUG, "c1", "--as", "x", "--cue", "said"],
        ["annotate", SLUG, "c1", "--as", "x", "--title", "T"],
        ["annotate", SLUG, "c1", "--as", "x", "--add", "T"],
        ["annotate", SLUG, "c1", "--as", "x", "--at", "yesterday"],
        ["annotate", SLUG, "c1", "--as", "x", "--at", "2025-05-10T08:00:00"],
        ["annotate", SLUG, "c1", "--as", "x", "--accept", "--reject"],
        ["annotate", SLUG, "c1", "--as", "x", "--source", "Ada", "--no-attribution"],
        ["annotate", SLUG, "c1", "--as", "x", "--clear", "claim"],
        ["annotate", SLUG, "c1", "--as", "x", "--evidence", "https://example.net/"],
        ["publish", SLUG, "--as", "x"],
        ["publish", SLUG, "--as", "x", "--all", "--claim", "c1"],
        ["export", SLUG, "--to", "docx"],
        ["export", SLUG, "--claim", "c1"],
        ["nothing"],
    ):
        assert "Usage:" in refused(desk, *arguments, code=2)


def test_a_workspace_that_is_none_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "status"])
    assert result.exit_code == 1
    assert "make a workspace with 'claimkit init'" in result.stderr


def test_init_never_replaces_a_configuration(desk: Workspace) -> None:
    message = refused(desk, "init", desk.root, "--publisher", "Other", "--url", "https://example.net/")
    assert "there is a workspace already" in message


def test_init_refuses_an_address_that_is_none(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path), "--publisher", 'The "Desk"', "--url", "example.org"])
    assert result.exit_code == 2
    assert "Invalid value for '--url': is \"example.org\"" in result.stderr
    assert not any(tmp_path.iterdir())


def test_a_path_that_nothing_depends_on_is_refused_by_check(desk: Workspace) -> None:
    assert "no such file, folder or article" in refused(desk, "check", "gone")
    assert "no such file, folder or article" in refused(desk, "check", desk.root.parent)
    assert "no article depends on it" in refused(desk, "check", desk.root / "claimkit.toml")


def test_text_that_would_steer_a_terminal_is_shown_as_escapes(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, "--as", "x", "--comment", "left \u202egnorw")
    result = run(desk, "show", SLUG, "--claim", CLOSED.id)
    assert "left \\u202egnorw" in result.stdout
    assert "\u202e" not in result.stdout


def test_the_text_of_record_is_never_changed_by_a_command(desk: Workspace) -> None:
    assert desk.text_path(SLUG).read_text() == TEXT
