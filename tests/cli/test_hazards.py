"""What stands in the place of a file: pipes, devices, links out of the workspace, giants, bombs. Never waited for, followed, or written over."""

from __future__ import annotations

import json
import os
import resource
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimkit.annotations.jsontext import MAX_VALUES
from claimkit.annotations.workspace import Workspace
from claimkit.articles.formats import Format
from claimkit.articles.intake import take_in
from claimkit.captures.reading import read_capture
from claimkit.cli import main
from claimkit.errors import ClaimkitError
from claimkit.imports.tei import read
from claimkit.schemas import MOST
from limits import within
from made import AT, CLOSED, CONFIG, SLUG, workspace

ARTICLE = f"annotations/{SLUG}"
AS = ("--as", "ada", "--at", AT)
SEEN = ("--evidence", "https://example.net/", "--title", "T", "--stance", "supports")


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    made = workspace(root)
    assert (
        run(made, "annotate", SLUG, CLOSED.id, *AS, "--verdict", "true", "--rationale", "R.", "--done", *SEEN)[0] == 0
    )
    assert (
        run(
            made,
            "annotate",
            SLUG,
            CLOSED.id,
            "--as",
            "ben",
            "--at",
            AT,
            "--verdict",
            "true",
            "--rationale",
            "R.",
            "--done",
            *SEEN,
        )[0]
        == 0
    )
    assert run(made, "publish", SLUG, "--all", *AS)[0] == 0
    assert run(made, "export", SLUG)[0] == 0
    assert run(made, "feed")[0] == 0
    (root / "page.html").write_text("<p>The minutes say so.</p>")
    return made


def run(desk: Workspace, *arguments: str, stdin: bytes = b"") -> tuple[int, str]:
    """A command in this process: its exit code and all that it says. It may not take long, and nothing may come out."""
    with within(30):
        result = CliRunner().invoke(main, ["-C", str(desk.root), *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result.exit_code, result.output


PIPES = [
    ("pipe.txt", ("split", "{}")),
    ("pipe.tei.xml", ("import", "{}")),
    ("pipe", ("annotate", SLUG, "--from", "{}", *AS)),
    ("pipe", ("update", SLUG, "{}", *AS)),
    ("pipe", ("evidence", "capture", SLUG, "{}")),
    ("pipe", ("merge", "{}", "{}", "{}")),
    ("pipe", ("check", "--baseline", "pipe")),
    ("pipe", ("check", "--write-baseline", "pipe")),
    ("pipe", ("check", "--format", "text={}")),
    ("pipe.svg", ("agreement", "--plot", "{}")),
    (f"seeds/{SLUG}.txt", ("check",)),
    (f"seeds/{SLUG}.txt", ("show", SLUG)),
    ("seeds/pipe.txt", ("split", "-", "--slug", "pipe")),
    (f"{ARTICLE}/claims.json", ("check",)),
    (f"{ARTICLE}/claims.json", ("export", SLUG)),
    (f"{ARTICLE}/reviews/ada.json", ("annotate", SLUG, CLOSED.id, "--comment", "x", *AS)),
    (f"{ARTICLE}/reviews/zoe.json", ("check",)),
    (f"{ARTICLE}/decisions.json", ("correct", SLUG, CLOSED.id, "--anyway", "--change", "x", *AS)),
    (f"exports/{SLUG}/{SLUG}.tei.xml", ("export", SLUG)),
    (f"exports/{SLUG}/{SLUG}.tei.xml", ("check",)),
    ("exports/claimreview.atom", ("feed",)),
    ("schemas/review.schema.json", ("check",)),
    ("templates/page.html", ("check",)),
    ("claimkit.toml", ("check",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "command"), PIPES, ids=lambda value: value if isinstance(value, str) else value[0])
def test_a_pipe_is_not_waited_for_and_stays(desk: Workspace, name: str, command: tuple[str, ...]) -> None:
    pipe = desk.root / name
    if name.startswith("templates/"):
        (desk.root / "claimkit.toml").write_text(CONFIG + '[html]\ntemplates = "templates"\n')
    pipe.parent.mkdir(exist_ok=True)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    before = everything(desk.root)
    code, said = run(
        desk,
        *(part.replace("{}", str(pipe)).replace("{root}", str(desk.root)) for part in command),
        stdin=b"The bridge was closed.",
    )
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    if name not in {
        "schemas/review.schema.json",
        "templates/page.html",
        "exports/claimreview.atom",
    }:  # which are not read then
        assert code == 1, said
        assert "claimkit.toml" in said if name == "claimkit.toml" else "no regular file" in said or "missing" in said
        assert everything(desk.root) == before


def everything(root: Path) -> dict[str, bytes]:
    """All files, links and pipes not followed."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_a_device_is_not_replaced(desk: Workspace, tmp_path: Path) -> None:
    """Root could rename a file over /dev/null."""
    device = tmp_path / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except OSError:  # only root makes devices; a socket is refused by the same line
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(device))
    kind = stat.S_IFMT(device.stat().st_mode)
    code, said = run(desk, "check", "--format", f"text={device}")
    assert (code, "no regular file" in said) == (1, True)
    assert stat.S_IFMT(device.stat().st_mode) == kind


LINKS = [
    ("seeds", ("split", "-", "--slug", "new")),
    (f"seeds/{SLUG}.txt", ("show", SLUG)),
    ("annotations", ("split", "-", "--slug", "new")),
    ("annotations", ("status",)),
    (ARTICLE, ("check", SLUG)),
    (f"{ARTICLE}/claims.json", ("show", SLUG)),
    (f"{ARTICLE}/reviews", ("annotate", SLUG, CLOSED.id, "--comment", "x", *AS)),
    (f"{ARTICLE}/reviews/ada.json", ("annotate", SLUG, CLOSED.id, "--comment", "x", *AS)),
    (f"{ARTICLE}/reviews/zoe.json", ("check",)),
    (f"{ARTICLE}/captures", ("evidence", "capture", SLUG, "{root}/page.html")),
    (f"{ARTICLE}/decisions.json", ("retract", SLUG, CLOSED.id, "--change", "x", *AS)),
    ("exports", ("export", SLUG)),
    ("exports", ("feed",)),
    (f"exports/{SLUG}", ("export", SLUG)),
    (f"exports/{SLUG}/{SLUG}.tei.xml", ("export", SLUG)),
    (f"exports/{SLUG}/claimreview", ("export", SLUG)),
    ("templates", ("status",)),
    ("templates/page.html", ("status",)),
    ("baseline.json", ("check", "--baseline", "baseline.json")),
    ("baseline.json", ("check", "--write-baseline", "baseline.json")),
    ("folder", ("check", "--write-baseline", "folder/baseline.json")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "command"), LINKS, ids=lambda value: value if isinstance(value, str) else value[0])
def test_a_link_out_of_the_workspace_is_neither_read_nor_written_through(
    desk: Workspace, tmp_path: Path, name: str, command: tuple[str, ...]
) -> None:
    if name.startswith("templates"):
        (desk.root / "claimkit.toml").write_text(CONFIG + '[html]\ntemplates = "templates"\n')
    place, outside = desk.root / name, tmp_path / "outside"
    if place.exists():
        place.rename(outside)
    elif place.suffix:
        outside.write_text("secret")
    else:
        outside.mkdir()
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside)
    files = {"": outside.read_bytes()} if outside.is_file() else everything(outside)
    code, said = run(
        desk, *(part.replace("{root}", str(desk.root)) for part in command), stdin=b"The bridge was closed."
    )
    assert (code, "leads out of the workspace" in said) == (1, True), said
    assert "secret" not in said
    assert ({"": outside.read_bytes()} if outside.is_file() else everything(outside)) == files


def test_a_report_goes_into_the_place_of_a_link_and_not_through_it(desk: Workspace, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "report").symlink_to(tmp_path / "precious")
    run(desk, "check", "--format", f"text={tmp_path / 'report'}")
    assert (tmp_path / "precious").read_text() == "precious"


LITTLE = 3_000_000_000


def process(desk: Workspace, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, which may take three gigabytes and two minutes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (LITTLE, LITTLE))

    command = [sys.executable, "-m", "claimkit", "-C", str(desk.root), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120, preexec_fn=limit)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": "' + b"x" * 60_000_000 + b'"}', b"knows no 'a'"),
        (b"[" + b"1," * 30_000_000 + b"1]", b"values"),
        (b"[" + b"[]," * 30_000_000 + b"1]", b"values"),
        (b'{"claims": [' + b"{}," * 400_000 + b"{}]}", b"has no 'id'"),
        (b"[" * 60_000_000, b"values"),
        (b" " * 101_000_000, b"bytes"),
    ],
    ids=["one-text", "numbers", "lists", "faults", "nested", "beyond-the-limit"],
)
def test_a_giant_file_takes_neither_all_memory_nor_all_day(desk: Workspace, data: bytes, words: bytes) -> None:
    desk.claims_path(SLUG).write_bytes(data)
    done = process(desk, "check")
    assert (done.returncode, words in done.stdout) == (1, True), done.stderr[-500:]
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"\n") <= MOST


def test_a_giant_is_refused_wherever_it_is_given(desk: Workspace, tmp_path: Path) -> None:
    giant = tmp_path / "giant.tei.xml"
    with giant.open("wb") as file:
        file.truncate(101_000_000)
    for command in (
        ("split", str(giant), "--slug", "x"), ("import", str(giant)), ("annotate", SLUG, "--from", str(giant), *AS),
        ("update", SLUG, str(giant), *AS), ("evidence", "capture", SLUG, str(giant)), ("merge", *[str(giant)] * 3),
    ):  # fmt: skip
        code, said = run(desk, *command)
        assert (code, "101,000,000 bytes" in said) == (1, True), said
    assert MAX_VALUES < 10_000_000


DEEP = 50_000
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a; <!ENTITY l11 SYSTEM "file:///etc/passwd">]>'
PROSE = "<p>The bridge over the river was closed on Monday, because a storm came in from the sea during the night, the city said.</p>"


@pytest.mark.parametrize(
    "data",
    [
        BOMB + "<x>&l11;</x>",
        OUTSIDE + "<x>&l11;</x>",
        "<x>" * DEEP,
        "<x>" * DEEP + "</x>" * DEEP,
        f"<x {' '.join(f'a{number}=' + chr(34) + chr(34) for number in range(DEEP))}/>",
        f"<x>{'y' * 11_000_000}</x>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></TEI>',
    ],
    ids=["laughs", "outside", "open", "deep", "attributes", "long", "include"],
)
def test_xml_that_is_a_bomb_is_refused(data: str) -> None:
    with within(30), pytest.raises(ClaimkitError) as caught:
        read(data.encode(), "x")
    assert "root:" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        BOMB + f"<html>{PROSE}<p>&l11;</p></html>",
        OUTSIDE + f"<html>{PROSE}<p>&l11;</p></html>",
        f'<html><script type="application/ld+json">{"[" * DEEP}</script>{PROSE}</html>',
        f'<html><script type="application/ld+json">{"[" * DEEP + "]" * DEEP}</script>{PROSE}</html>',
        f"<html>{'<div>' * DEEP}{PROSE}</html>",
        f"<html>{'<table><tr><td>' * 1000}{PROSE}</html>",
        f"<html>{PROSE}{'<b><p>' * 5000}</html>",
    ],
    ids=["laughs", "outside", "json-open", "json-deep", "deep", "tables", "misnested"],
)
def test_a_page_that_is_a_bomb_is_taken_without_it_or_refused(data: str) -> None:
    with within(60):
        try:
            taken = take_in(data.encode(), name="x", format=Format.HTML, max_characters=100_000)
        except ClaimkitError:
            pass
        else:
            assert "root:" not in taken.text
            assert "hahaha" not in taken.text
        try:
            seen = read_capture(data.encode(), "x.html", "https://example.org/")
        except ClaimkitError:
            return
        assert "root:" not in seen.text
        assert "hahaha" not in seen.text


@pytest.mark.parametrize(
    "data",
    [
        "> " * DEEP + "x",
        "- " * DEEP + "x",
        "*" * DEEP + "x",
        "(" * DEEP,
        "<b>" * DEEP,
        "`" * DEEP,
        "![" * 900,
        "| " * DEEP + "\n|-",
    ],
    ids=range(8),
)
def test_markdown_that_is_a_bomb_is_taken_or_refused(data: str) -> None:
    with within(60):
        try:
            take_in(data.encode(), name="x", format=Format.MARKDOWN, max_characters=10**7)
        except ClaimkitError as error:
            assert error.what


def test_mail_within_mail_within_mail_is_refused() -> None:
    part = b"<p>x</p>"
    for number in range(3000):
        part = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d\n%b" % (number, number, part)
    with within(60), pytest.raises(ClaimkitError):
        read_capture(b"From: x\n" + part, "x.mhtml", "https://example.org/")


def test_lines_that_are_bombs_are_refused_with_their_number(desk: Workspace) -> None:
    for line in ("[" * DEEP, '{"a":' * DEEP, json.dumps({"claim": CLOSED.id, "comment": "\0"}), '{"claim": 1e999}'):
        code, said = run(
            desk, "annotate", SLUG, "--from", "-", *AS, stdin=f'{{"claim": "{CLOSED.id}"}}\n{line}'.encode()
        )
        assert code == 1
        assert "-:2" in said
