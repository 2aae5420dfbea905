"""The commands, one after the other, as a fact-checker uses them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace
from claimkit.checks.reports import FORMATS
from claimkit.cli import main
from made import AT, CLOSED, HURT, SLUG, TEXT, workspace

REVIEW = [
    "--as", "first", "--at", AT, "--done", "--verdict", "true", "--confidence", "0.9", "--rationale", "Minutes say so.",
    "--evidence", "https://example.net/a", "--title", "Minutes", "--stance", "supports", "--quote", "closed on Monday",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def run(desk: Workspace, *arguments: str | Path, stdin: bytes | None = None, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *map(str, arguments)], input=stdin)
    assert result.exit_code == code, result.output
    return result


def test_an_article_goes_all_the_way(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    run_at = CliRunner()
    assert (
        run_at.invoke(main, ["init", str(root), "--publisher", "Desk", "--url", "https://example.org/"]).exit_code == 0
    )
    desk = Workspace.find(root)
    (tmp_path / "Bridge Closed.txt").write_text(
        "The council closed the old bridge on Monday. It will reopen in June.\n"
    )
    out = run(desk, "split", tmp_path / "Bridge Closed.txt", "--url", "https://example.com/1", "--json").stdout
    (outcome,) = json.loads(out)
    assert (outcome["slug"], outcome["sentences"]) == ("bridge-closed", 2)
    claims = json.loads(run(desk, "show", "bridge-closed", "--json").stdout)
    assert {claim["state"] for claim in claims} == {"proposed"}
    claim = claims[0]["claim"]["id"]
    run(desk, "annotate", "bridge-closed", claim, *REVIEW)
    run(desk, "publish", "bridge-closed", "--all", "--as", "first", "--at", "2025-05-11")
    result = run(desk, "export", "bridge-closed")
    written = result.stdout.splitlines()
    assert written == [
        f"exports/bridge-closed/claimreview/{claim}.jsonld",
        "exports/bridge-closed/bridge-closed.tei.xml",
    ]
    assert "nobody has reviewed it" in result.stderr
    assert run(desk, "check").stdout == ""
    (row,) = json.loads(run(desk, "status", "--json").stdout)
    assert (row["reviewed"], row["decided"], row["published"]) == (1, 1, 1)


def test_standard_input_is_split_under_a_slug_or_a_title(desk: Workspace) -> None:
    run(desk, "split", "-", "--slug", "one", stdin=b"The bridge was closed.")
    run(desk, "split", "-", "--title", "Brücke zu!", stdin=b"The bridge was closed.")
    assert (
        "there is nothing to make a short name of"
        in run(desk, "split", "-", stdin=b"The bridge was closed.", code=1).stderr
    )
    assert desk.slugs() == [SLUG, "brucke-zu", "one"]


def test_splitting_again_changes_no_byte_and_keeps_what_was_reviewed(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, "--as", "first", "--at", AT, "--text", "The old bridge was closed.")
    reviews = desk.review_path(SLUG, "first").read_bytes()
    result = run(desk, "split", desk.text_path(SLUG))
    assert "claims that nobody had reviewed gave way to new ones" in result.stderr
    once = desk.claims_path(SLUG).read_bytes()
    ids = {key: {claim["id"] for claim in json.loads(once)[key]} for key in ("claims", "retired")}
    assert CLOSED.id in ids["claims"], "a reviewed claim keeps its id"
    assert HURT.id in ids["retired"], "an unreviewed one gives way, and can be found again"
    run(desk, "split", desk.text_path(SLUG))
    assert desk.claims_path(SLUG).read_bytes() == once
    assert desk.review_path(SLUG, "first").read_bytes() == reviews
    (claim,) = json.loads(run(desk, "show", SLUG, "--claim", CLOSED.id, "--json").stdout)
    assert (claim["state"], claim["claim"]["text"]) == ("edited", "The old bridge was closed.")


def test_metadata_given_once_stays_until_it_is_given_anew(desk: Workspace) -> None:
    for options, url in (
        ([], "https://example.com/news/1"),
        (["--url", "https://example.com/2"], "https://example.com/2"),
        ([], "https://example.com/2"),
    ):
        run(desk, "split", desk.text_path(SLUG), *options)
        assert json.loads(desk.claims_path(SLUG).read_text())["article"]["metadata"]["url"] == url


def test_the_structure_of_a_page_survives_splitting_its_text_again(desk: Workspace) -> None:
    page = desk.root / "page.html"
    paragraph = (
        "<p>The council closed the old bridge on Monday, after an inspection found cracks in two of its pillars.</p>"
    )
    page.write_text(
        f"<html><head><title>Bridge</title></head><body><article><h1>Bridge closed</h1>{paragraph * 3}<h2>What is next</h2>{paragraph}</article></body></html>"
    )
    run(desk, "split", page)
    before = desk.claims_path("page").read_bytes()
    run(desk, "split", desk.text_path("page"))
    assert desk.claims_path("page").read_bytes() == before
    assert json.loads(before)["article"]["text"]["received"]["mediaType"] == "text/html"


def test_show_gives_a_table_and_one_claim_whole(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, "c1", *REVIEW, "--comment", "Call the council.", "--short", "Bridge closed on Monday")
    run(desk, "annotate", SLUG, "c1", "--as", "first", "--at", AT, "--text", "The bridge was closed that Monday.")
    run(desk, "publish", SLUG, "--claim", "c1", "--as", "first", "--at", AT)
    table = run(desk, "show", SLUG).stdout
    assert "Ada Stone" in table
    assert "proposed" in table
    whole = run(desk, "show", SLUG, "--claim", "c1").stdout
    for words in (
        "c1111111  The bridge was closed that Monday.", "proposed as  The bridge was closed on Monday.",
        "Bridge closed on Monday", "edited, by rule:main-clause", "14..46", "first: edited, true, confidence 0.9, done",
        "Minutes say so.", "Call the council.", "supports", "“closed on Monday”", "settled      true (single",
        f"published    2025-05-10 https://example.org/fact-checks/{SLUG}#c1111111",
    ):  # fmt: skip
        assert words in whole
    said = run(desk, "show", SLUG, "--claim", HURT.id).stdout
    assert "said by      Ada Stone (person, indirect) “said”: 12 people were hurt" in said


def test_an_attribution_is_corrected_confirmed_and_taken_away_by_options(desk: Workspace) -> None:
    correct = [
        "--source",
        "The council",
        "--source-type",
        "organization",
        "--role",
        "owner",
        "--cue",
        "said",
        "--said",
        "12 people were hurt",
        "--mode",
        "direct",
    ]
    for options, speakers in (
        (correct, ["The council"]),
        (["--confirm-attribution"], ["Ada Stone"]),
        (["--no-attribution"], []),
    ):
        run(desk, "annotate", SLUG, HURT.id, "--as", "first", *options)
        (claim,) = json.loads(run(desk, "show", SLUG, "--claim", HURT.id, "--json").stdout)
        assert [link["source"]["name"] for link in claim["claim"].get("attribution", [])] == speakers


def test_a_claim_is_added_rejected_and_a_property_cleared_by_options(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, "--add", "Ada Stone is the mayor.", "--words", "The mayor, Ada Stone", "--as", "first")
    run(desk, "annotate", SLUG, HURT.id, "--reject", "--comment", "Double.", "--as", "first")
    run(desk, "annotate", SLUG, HURT.id, "--clear", "comment", "--as", "first")
    claims = {claim["claim"]["text"]: claim for claim in json.loads(run(desk, "show", SLUG, "--json").stdout)}
    assert claims["Ada Stone is the mayor."]["state"] == "added"
    assert claims[HURT.text]["state"] == "rejected"
    assert "comment" not in claims[HURT.text]["reviews"][0]["review"]


def test_many_reviews_come_from_json_lines(desk: Workspace) -> None:
    lines = b'{"claim": "c1", "verdict": "true"}\n\n{"claim": "c3", "disposition": "rejected"}\n'
    result = run(desk, "annotate", SLUG, "--from", "-", "--as", "first", stdin=lines)
    assert result.stderr.splitlines() == [
        "first: c1111111 accepted, true, draft",
        "first: c3333333 rejected, not rated, draft",
    ]


def test_the_reviewer_comes_from_the_option_the_environment_or_the_configuration(desk: Workspace) -> None:
    with (desk.root / "claimkit.toml").open("a") as file:
        file.write('[review]\nreviewer = "configured"\n')
    result = CliRunner(env={"CLAIMKIT_REVIEWER": "env"}).invoke(
        main, ["-C", str(desk.root), "annotate", SLUG, "c1", "--accept"]
    )
    assert "env: c1111111" in result.stderr
    assert "configured: c1111111" in run(desk, "annotate", SLUG, "c1", "--accept").stderr


def test_check_takes_files_folders_and_slugs_and_prints_json(desk: Workspace) -> None:
    path = desk.claims_path(SLUG)
    path.write_text(path.read_text().replace('"quote": "12 people were hurt"', '"quote": "13 people were hurt"'))
    for selection in (
        [],
        [SLUG],
        [path],
        [desk.root / "annotations"],
        [desk.root / "seeds" / f"{SLUG}.txt"],
        [desk.root],
    ):
        result = run(desk, "check", *selection, code=1)
        assert result.stdout.startswith(f"annotations/{SLUG}/claims.json:")
        assert " error CK303: the quote is not what stands at" in result.stdout
        assert "1 article checked, 2 errors" in result.stderr
    first = json.loads(run(desk, "check", "--json", code=1).stdout)[0]
    assert (first["code"], first["severity"], first["pointer"]) == ("CK303", "error", "/claims/2/anchors/0")
    assert isinstance(first["line"], int)


def test_check_finds_exports_that_are_no_longer_what_the_annotations_give(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    run(desk, "export", SLUG)
    assert run(desk, "check").stdout == ""
    run(desk, "annotate", SLUG, CLOSED.id, "--rationale", "Other words.", "--as", "first", "--at", AT)
    result = run(desk, "check", code=1)
    assert result.stdout.count("CK504") == 2
    run(desk, "export", SLUG)
    assert run(desk, "check").stdout == ""


def test_a_published_claim_that_lost_its_evidence_is_refused_and_the_export_fails(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    run(desk, "export", SLUG)
    run(desk, "annotate", SLUG, CLOSED.id, "--clear", "evidence", "--as", "first")
    before = {path: path.read_bytes() for path in desk.export_path(SLUG).rglob("*.jsonld")}
    result = run(desk, "export", SLUG, "--to", "claimreview", code=1)
    assert f"claimreview: {CLOSED.id} is refused: it has 0 pieces of evidence" in result.stderr
    assert "claimreview: nothing is written" in result.stderr
    assert {path: path.read_bytes() for path in desk.export_path(SLUG).rglob("*.jsonld")} == before != {}
    run(desk, "export", SLUG, "--to", "claimreview", "--skip-refused", code=1)
    assert not list(desk.export_path(SLUG).rglob("*.jsonld")), "what may not be published does not lie about"


def test_the_rest_is_exported_where_the_refused_are_skipped(desk: Workspace) -> None:
    for claim in (CLOSED, HURT):
        run(desk, "annotate", SLUG, claim.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    run(desk, "annotate", SLUG, HURT.id, "--clear", "evidence", "--as", "first")
    assert run(desk, "export", SLUG, "--to", "claimreview", code=1).stdout == ""
    result = run(desk, "export", SLUG, "--to", "claimreview", "--skip-refused", code=1)
    assert result.stdout == f"exports/{SLUG}/claimreview/{CLOSED.id}.jsonld\n"
    assert f"{HURT.id} is refused" in result.stderr


def test_check_and_export_ask_the_rules_of_the_configured_profiles(desk: Workspace) -> None:
    for claim in (CLOSED, HURT):
        run(desk, "annotate", SLUG, claim.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    assert run(desk, "check").stdout == ""
    config = desk.root / "claimkit.toml"
    config.write_text(config.read_text() + '[claimreview]\nprofiles = ["google", "duke"]\n')
    found = run(desk, "check", code=1).stdout
    assert f"annotations/{SLUG}/decisions.json:" in found
    assert "error CK622" in found
    assert "claimkit.toml: warning CK624: author.correctionsPolicy is missing" in found
    result = run(desk, "export", SLUG, code=1)
    assert "claimreview: nothing is written" in result.stderr
    assert f"exports/{SLUG}/duke/{CLOSED.id}.json" in result.stdout


def test_jsonl_splits_lines_for_the_benchmarks(desk: Workspace) -> None:
    lines = (json.dumps({"id": "1", "text": TEXT}) + "\n").encode()
    (row,) = (json.loads(line) for line in run(desk, "split", "--jsonl", stdin=lines).stdout.splitlines())
    assert row["id"] == "1"
    assert all(set(claim) == {"text", "spans", "attribution", "checkworthy"} for claim in row["claims"])
    assert all(0 <= start < end <= len(TEXT) for claim in row["claims"] for start, end in claim["spans"])
    assert "line 1: it is no object with id and text" in run(desk, "split", "--jsonl", stdin=b"[]\n", code=1).stderr


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"Example: claimkit {command}" in result.stdout


def test_help_loads_none_of_the_heavy_libraries() -> None:
    code = (  # what measures a process may have loaded things before
        "import sys\nbefore = set(sys.modules)\nfrom claimkit.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print([name for name in ('spacy', 'numpy', 'lxml', 'jsonschema', 'rich', 'cattrs', 'trafilatura', 'nltk', 'rapidfuzz', 'jsonschema_rs', 'orjson', 'multiprocessing') if name in set(sys.modules) - before], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"


def test_the_shell_completes_commands_and_slugs(desk: Workspace) -> None:
    environment = {
        "_CLAIMKIT_COMPLETE": "bash_complete",
        "COMP_WORDS": f"claimkit -C {desk.root} show br",
        "COMP_CWORD": "4",
    }
    result = CliRunner().invoke(main, env=environment, prog_name="claimkit")
    assert f"plain,{SLUG}" in result.output


def test_an_output_that_lacks_a_character_gets_an_escape(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, "--as", "first", "--comment", "naïve ☂")
    command = [sys.executable, "-m", "claimkit", "-C", str(desk.root), "show", SLUG, "--claim", "c1"]
    result = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": "latin-1", "PATH": ""})
    assert b"na\xefve \\u2602" in result.stdout


@pytest.mark.parametrize("command", [["split", "-", "--slug", "new"], ["check"]])
def test_progress_is_drawn_on_a_terminal_and_nowhere_else(desk: Workspace, command: list[str]) -> None:
    line = [sys.executable, "-m", "claimkit", "-C", str(desk.root), *command]
    piped = subprocess.run(line, input=b"The bridge was closed.", capture_output=True, check=True)
    assert b"\x1b" not in piped.stdout + piped.stderr
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    drawn: list[bytes] = []
    screen = threading.Thread(target=drain, args=(ours, drawn))
    screen.start()  # a terminal that nobody reads fills up, and whoever draws on it waits
    shown = subprocess.run(
        line, input=b"The bridge was closed.", stdout=subprocess.PIPE, stderr=theirs, check=True, env=environment
    )
    os.close(theirs)
    screen.join()
    os.close(ours)
    assert b"\x1b" in b"".join(drawn)
    assert shown.stdout == piped.stdout


def drain(terminal: int, into: list[bytes]) -> None:
    """Read a terminal until its other side is closed."""
    with contextlib.suppress(OSError):
        while data := os.read(terminal, 10_000):
            into.append(data)


def test_a_publication_is_corrected_and_retracted_on_record(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    assert (
        "after 2025-05-09; give a later --at"
        in run(desk, "publish", SLUG, "--all", "--as", "a", "--at", "2025-05-09", code=1).stderr
    )
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    run(desk, "annotate", SLUG, CLOSED.id, "--as", "first", "--verdict", "half-true", "--at", AT)
    assert "CK503" in run(desk, "check", code=1).stdout
    assert (
        "put a change on record with 'claimkit correct'"
        in run(desk, "publish", SLUG, "--claim", "c1", "--as", "first", code=1).stderr
    )
    run(desk, "correct", SLUG, "c1", "--change", "It opened at noon.", "--as", "first", "--at", "2025-05-12")
    assert run(desk, "check").stdout == ""
    run(desk, "export", SLUG)
    review = json.loads((desk.export_path(SLUG) / "claimreview" / f"{CLOSED.id}.jsonld").read_text())
    assert review["reviewRating"]["ratingValue"] == 3
    assert (review["datePublished"], review["dateModified"]) == ("2025-05-10", "2025-05-12")
    assert review["correction"][0]["text"] == "It opened at noon. (True → Half true)"
    run(desk, "retract", SLUG, "c1", "--change", "Wrong bridge.", "--as", "first", "--at", "2025-05-13")
    run(desk, "export", SLUG)
    stone = json.loads((desk.export_path(SLUG) / "claimreview" / f"{CLOSED.id}.jsonld").read_text())
    assert (stone["@id"], stone["creativeWorkStatus"]) == (review["@id"], "Retracted")
    assert [item["text"] for item in stone["correction"]] == [review["correction"][0]["text"], "Wrong bridge."]
    ledger = json.loads(desk.decisions_path(SLUG).read_text())["ledger"]
    assert [(line["act"], line.get("verdict"), line.get("formerVerdict")) for line in ledger] == [
        ("published", "true", None),
        ("corrected", "half-true", "true"),
        ("retracted", None, None),
    ]
    for command in ("correct", "retract"):
        assert "it was retracted on" in run(desk, command, SLUG, "c1", "--change", "x", "--as", "first", code=1).stderr


def test_sources_split_before_one_that_is_refused_are_named(desk: Workspace) -> None:
    good, bad = desk.root / "good.txt", desk.root / "bad.txt"
    good.write_text("The bridge was closed.")
    bad.write_text("")
    assert "annotations/good/claims.json is written" in run(desk, "split", good, bad, code=1).stderr


def test_correcting_a_sources_name_keeps_the_rest_of_the_attribution(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, HURT.id, "--as", "first", "--source", "Ada M. Stone", "--role", "mayor")
    (claim,) = json.loads(run(desk, "show", SLUG, "--claim", HURT.id, "--json").stdout)
    (link,) = claim["claim"]["attribution"]
    assert (link["source"]["name"], link["source"]["role"]) == ("Ada M. Stone", "mayor")
    assert (link["cue"]["quote"], link["content"][0]["quote"]) == ("said", "12 people were hurt")


def test_a_claim_whose_words_moved_is_not_published(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    path = desk.claims_path(SLUG)
    path.write_text(path.read_text().replace('"quote": "The bridge was closed on Monday."', '"quote": "Nonsense."'))
    assert "does not stand at 14..46" in run(desk, "publish", SLUG, "--claim", "c1", "--as", "first", code=1).stderr


def test_asking_for_a_claim_that_is_left_out_fails_even_beside_one_that_is_not(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    both = ["--claim", "c1", "--claim", "c3"]
    assert "c1111111.jsonld" in run(desk, "export", SLUG, "--to", "claimreview", *both, code=1).stdout


def test_check_reports_in_several_formats_at_once_to_files(desk: Workspace, tmp_path: Path) -> None:
    path = desk.claims_path(SLUG)
    path.write_bytes(path.read_bytes().replace(b'"kind": "fact"', b'"kind": "fakt"', 1))
    result = run(desk, "check", "--format", "text", "--format", f"json={tmp_path / 'found.json'}", code=1)
    (found,) = json.loads((tmp_path / "found.json").read_text())
    assert result.stdout.startswith(f"{found['file']}:{found['line']}:{found['column']}: error CK201: ")
    assert (found["endLine"], found["endColumn"]) == (found["line"], found["column"] + len('"fakt"'))
    assert run(desk, "check", "--format", "json", code=1).stdout == (tmp_path / "found.json").read_text()
    assert "Only one --format" in run(desk, "check", "--format", "json", "--format", "text", code=2).stderr
    assert "'xml' is none of text, json" in run(desk, "check", "--format", "xml", code=2).stderr
    assert "names no file" in run(desk, "check", "--format", "json=", code=2).stderr


def test_check_writes_all_formats_at_once_and_each_is_the_same_on_standard_output(
    desk: Workspace, tmp_path: Path
) -> None:
    path = desk.claims_path(SLUG)
    path.write_bytes(path.read_bytes().replace(b'"kind": "fact"', b'"kind": "fakt"', 1))
    files = {name: tmp_path / f"report.{name}" for name in FORMATS}
    given = [word for name, file in files.items() for word in ("--format", f"{name}={file}")]
    result = run(desk, "check", *given, code=1)
    assert (result.stdout, result.stderr) == ("", "1 article checked, 1 error\n")
    for name, file in files.items():
        assert run(desk, "check", "--format", name, code=1).stdout_bytes == file.read_bytes(), name
        assert str(tmp_path).encode() not in file.read_bytes(), "nobody need know where it lies on a disk"


def test_forges_get_files_named_from_the_top_of_the_repository_and_people_from_that_of_the_workspace(
    desk: Workspace,
) -> None:
    (desk.root.parent / ".git").mkdir()
    path = desk.claims_path(SLUG)
    path.write_bytes(path.read_bytes().replace(b'"kind": "fact"', b'"kind": "fakt"', 1))
    name = f"annotations/{SLUG}/claims.json"
    assert run(desk, "check", code=1).stdout.startswith(f"{name}:")
    (issue,) = json.loads(run(desk, "check", "--format", "gitlab", code=1).stdout)
    assert issue["location"]["path"] == f"{desk.root.name}/{name}"


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems take no names that are no UTF-8")
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_that_is_no_text_breaks_no_report(desk: Workspace, name: str, tmp_path: Path) -> None:
    folder = os.fsencode(desk.review_path(SLUG, "first").parent)
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - Path takes no bytes
    with open(folder + b"/a\xff\n::error::b\x1b[31m.json", "wb") as file:  # noqa: PTH123
        file.write(b"{")
    written = tmp_path / "report"
    result = run(desk, "check", "--format", name, code=1)
    run(desk, "check", "--format", f"{name}={written}", code=1)
    assert "\\udcff" in result.stdout or "%FF" in result.stdout
    assert b"udcff" in written.read_bytes() or b"%FF" in written.read_bytes()
    assert not any(line.startswith("::error::b") for line in result.stdout.splitlines())
    assert "\x1b" not in result.stdout


def test_what_a_reader_of_pages_would_refuse_is_not_published(desk: Workspace) -> None:
    for claim in (CLOSED, HURT):
        run(desk, "annotate", SLUG, claim.id, *REVIEW)
    config = desk.root / "claimkit.toml"
    config.write_text(config.read_text() + '[claimreview]\nprofiles = ["google"]\n')
    result = run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT, code=1)
    assert "CK622" in result.stderr
    assert not desk.decisions_path(SLUG).exists()
    run(desk, "publish", SLUG, "--claim", CLOSED.id, "--as", "first", "--at", AT)


def test_a_correction_that_says_nothing_is_refused(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, CLOSED.id, *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "first", "--at", AT)
    for command in ("correct", "retract"):
        assert (
            "--change says nothing" in run(desk, command, SLUG, CLOSED.id, "--change", " ", "--as", "x", code=2).stderr
        )
