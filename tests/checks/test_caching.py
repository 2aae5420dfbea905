"""What the cache answers is what a fresh check finds, whatever happens to the files, the entries and the clock."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import claimkit
from claimkit.annotations.workspace import Workspace
from claimkit.checks.caching import Cache
from claimkit.checks.running import Check
from claimkit.cli import main
from claimkit.model.findings import Code, Finding, Severity
from made import SLUG
from many import put, several

FOUND = [
    Finding(code=Code.SCHEMA, message="it is “odd”", file="a.json", path=("reviews", 0), line=3, column=1),
    Finding(code=Code.DISSENT, message="two", file="b.json", severity=Severity.NOTE),
]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    return several(root, 4)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def check(desk: Workspace, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), "check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def entries(place: Path) -> list[Path]:
    return sorted(place.glob("*/*/*.json"))


def cache(desk: Workspace, place: Path, as_of: str = "") -> Cache:
    made = Cache.of(desk, place, as_of)
    assert made is not None
    return made


def aged(place: Path, nanoseconds: int = 10**10) -> None:
    """Have the entries written that much later, as if some time had passed."""
    for path in entries(place):
        later = path.stat().st_mtime_ns + nanoseconds
        os.utime(path, ns=(later, later))


def test_an_unchanged_article_is_not_checked_again(desk: Workspace, place: Path) -> None:
    checked: list[str] = []

    def work(slug: str) -> list[Finding]:
        checked.append(slug)
        return FOUND if slug == SLUG else []

    slugs = desk.slugs()
    first = dict(Check(work=work, cache=cache(desk, place)).all(slugs, 1))
    second = dict(Check(work=work, cache=cache(desk, place)).all(slugs, 1))
    assert first == second
    assert second[SLUG] == FOUND
    assert checked == slugs
    put(desk.review_path(SLUG, "eve"), "{}")
    assert dict(Check(work=work, cache=cache(desk, place)).all(slugs, 1)) == first
    assert checked == [*slugs, SLUG]


def changes(desk: Workspace) -> Iterator[None]:
    """Something happens to the workspace, a hundred times."""
    dice = random.Random(7)  # noqa: S311 - not for secrets
    for number in range(100):
        tops = ("annotations", "seeds", "exports")
        files = sorted(path for top in tops for path in (desk.root / top).rglob("*") if path.is_file())
        path = dice.choice(files)
        dice.choice(CHANGES)(desk.root, path, dice, number)
        yield
        if number % 10 == 9:  # begin again, or all is broken soon
            for top in (*tops, "schemas"):
                shutil.rmtree(desk.root / top, ignore_errors=True)
            several(desk.root, 4)


def same_size_same_time(_root: Path, path: Path, dice: random.Random, _number: int) -> None:
    data, before = path.read_bytes(), path.stat()
    at = dice.randrange(len(data) + 1)
    path.write_bytes((data[:at] + bytes([dice.choice(b'aZ0 "\n')]) + data[at + 1 :])[: len(data)])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def configured(root: Path, _path: Path, dice: random.Random, number: int) -> None:
    config = root / "claimkit.toml"
    text = config.read_text() + f"# {number}\n"
    config.write_text(
        text if dice.random() < 0.5 else text.split("[gate]")[0] + f"[gate]\nreviews = {number % 3 + 1}\n"
    )


def copied(root: Path, _path: Path, _dice: random.Random, number: int) -> None:
    if (source := root / "annotations" / "story-1").exists():
        shutil.copytree(source, root / "annotations" / f"copy-{number}")


CHANGES: tuple[Callable[[Path, Path, random.Random, int], object], ...] = (
    lambda _root, path, _dice, _number: path.unlink(),
    lambda _root, path, _dice, _number: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    lambda _root, path, _dice, _number: path.touch(),
    lambda _root, path, _dice, number: put(path.with_name(f"stranger-{number}.json"), "{}"),
    lambda root, _path, dice, number: put(root / "exports" / f"story-{dice.randrange(3)}" / "claims.csv", f"a{number}"),
    lambda root, path, dice, _number: path.replace(path.with_name(dice.choice(("ada.json", "claims.json", "x.part")))),
    lambda root, path, dice, number: put(root / "seeds" / f"story-{dice.randrange(3)}.{number}.txt", "Words."),
    same_size_same_time,
    same_size_same_time,
    configured,
    copied,
)


def test_the_report_is_that_of_a_fresh_check_byte_for_byte_whatever_changes(desk: Workspace, place: Path) -> None:
    answers = set()
    for number, _ in enumerate(changes(desk)):
        kept = check(desk, "--json", "--cache", place)
        assert kept.stdout_bytes == check(desk, "--json", "--no-cache").stdout_bytes, number
        assert kept.stdout_bytes == check(desk, "--json", "--cache", place).stdout_bytes, number
        if number % 7 == 0:
            aged(place)
        answers.add(kept.stdout_bytes)
    assert len(answers) > 30


def test_a_change_that_leaves_size_and_times_is_noticed_where_it_came_right_after_the_check(
    desk: Workspace, place: Path
) -> None:
    """As with git's index: the clock of a file system is coarse."""
    made, path = cache(desk, place), desk.claims_path(SLUG)
    Check(work=lambda _slug: FOUND, cache=made)(SLUG)
    path.write_text(path.read_text().replace("Monday", "Sunday"))
    now = path.stat()
    entry = made._path(SLUG)
    raw = json.loads(entry.read_text())
    raw["files"][f"annotations/{SLUG}/claims.json"][:4] = [now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino]
    entry.write_text(json.dumps(raw))
    assert made.look(SLUG) is None


def test_a_new_checkout_of_the_same_files_is_known_by_its_digests(desk: Workspace, place: Path) -> None:
    made = cache(desk, place)
    Check(work=lambda _slug: FOUND, cache=made)(SLUG)
    for path in desk.claims_path(SLUG).parent.rglob("*.json"):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    before = made._path(SLUG).read_bytes()
    assert made.look(SLUG) == FOUND
    assert made._path(SLUG).read_bytes() != before, "the new times are not on record"


def test_what_changes_while_it_is_checked_is_not_kept(desk: Workspace, place: Path) -> None:
    def work(slug: str) -> list[Finding]:
        put(desk.review_path(slug, "ben"), "{}")
        return FOUND

    Check(work=work, cache=cache(desk, place))(SLUG)
    assert entries(place) == []


DAMAGES: tuple[bytes, ...] = (
    b"", b"{", b"null", b"[]", b"1", b"\xff\xfe", b"cos\nsystem\n(S'true'\ntR.", b"[" * 5000,
    b'{"by": 1}', b'{"by": "BY", "files": [], "findings": []}', b'{"by": "BY", "files": {"x": 1}, "findings": []}',
    b'{"by": "BY", "files": null, "findings": [[]]}', b'{"by": "BY", "files": {"annotations/bridge-closed": []}, "findings": {}}',
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_no_entry_and_is_replaced(damage: bytes, desk: Workspace, place: Path) -> None:
    made = cache(desk, place)
    check(desk, "--cache", place)
    path = made._path(SLUG)
    good = json.loads(path.read_bytes())
    path.write_bytes(damage.replace(b"BY", made.by.encode()))
    assert check(desk, "--cache", place, "--json").stdout == check(desk, "--no-cache", "--json").stdout
    assert json.loads(path.read_bytes())["findings"] == good["findings"]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (0, "CK999"),
        (0, None),
        (1, 5),
        (1, None),
        (2, ["x"]),
        (3, 7),
        (3, [None]),
        (3, [True]),
        (4, "9"),
        (4, 1.5),
        (8, "fatal"),
    ],
)
def test_a_finding_that_is_none_spoils_its_entry(number: int, value: Any, desk: Workspace, place: Path) -> None:
    made = cache(desk, place)
    Check(work=lambda _slug: FOUND, cache=made)(SLUG)
    path = made._path(SLUG)
    raw = json.loads(path.read_text())
    raw["findings"][0][number] = value
    path.write_text(json.dumps(raw))
    assert made.look(SLUG) is None


def test_an_answer_counts_for_its_configuration_version_day_and_place_only(
    desk: Workspace, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = cache(desk, place)
    assert cache(desk, place).by == made.by
    assert cache(desk, place, "2025-05-10").by != made.by
    shutil.copytree(desk.root, tmp_path / "copy")
    assert cache(Workspace.find(tmp_path / "copy"), place).by != made.by
    config = desk.root / "claimkit.toml"
    config.write_text(config.read_text() + "[gate]\nreviews = 2\n")
    assert cache(Workspace.find(desk.root), place).by != made.by
    monkeypatch.setattr(claimkit, "__version__", "99")
    assert cache(desk, place).by != made.by


def test_an_article_with_a_link_is_not_kept_nor_a_workspace_with_one(
    desk: Workspace, place: Path, tmp_path: Path
) -> None:
    captures = desk.captures_path(SLUG)
    captures.mkdir()
    (captures / "page.html").symlink_to(tmp_path / "elsewhere")
    check(desk, "--cache", place)
    assert len(entries(place)) == len(desk.slugs()) - 1
    shutil.move(desk.root / "seeds", tmp_path / "texts")
    (desk.root / "seeds").symlink_to(tmp_path / "texts")
    assert Cache.of(desk, place, "") is None


def test_a_cache_that_cannot_be_written_is_done_without(desk: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    fresh = check(desk, "--no-cache", "--json")
    for place in (tmp_path / "file" / "below", Path("/proc/nothing")):
        assert check(desk, "--cache", place, "--json").stdout == fresh.stdout


def test_few_articles_keep_nothing_unasked_and_no_cache_never(
    desk: Workspace, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    check(desk)
    check(desk, "--no-cache", "--cache", place)
    assert not place.exists()
    monkeypatch.setattr("claimkit.checks.running.MANY", 3)
    check(desk)
    assert len(list(place.glob("claimkit/*/*/*.json"))) == 4
    assert [path.read_text() for path in place.glob("claimkit/*/.gitignore")] == ["*\n"]


def test_two_checks_at_once_share_a_cache(desk: Workspace, place: Path) -> None:
    fresh = check(desk, "--no-cache", "--json").stdout_bytes
    command = [sys.executable, "-m", "claimkit", "-C", str(desk.root), "check", "--json", "--cache", str(place)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert [process.communicate()[0] for process in both] == [fresh] * 3
    assert len(entries(place)) == 4
    assert not list(place.rglob("*.part"))
    made = cache(desk, place)
    assert all(made.look(slug) is not None for slug in desk.slugs())
