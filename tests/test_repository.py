"""The repository is itself a workspace: its own files are sound, its exports fresh and valid by others' validators."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import extruct
import pytest
from click.testing import CliRunner
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit import schemas
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.export import default_formats, exported, exporter
from claimkit.model.vocabulary import NoClaim
from claimkit.rules.standing import State, standings
from claimkit.storage import sha256
from oracles import claimreview_problems, tei_problems

ROOT = Path(__file__).parents[1]
SEED = "us-reaffirms-support-for-india"


@pytest.fixture(scope="module")
def repository() -> Workspace:
    return Workspace.find(ROOT)


def rendered() -> list[tuple[str, str, str]]:
    workspace = Workspace.find(ROOT)
    return [
        (slug, name, file)
        for slug in workspace.slugs()
        for name in default_formats(workspace.config)
        for file in exporter(name)(open_dossier(workspace, slug), workspace.config).files
    ]


RENDERED = rendered()


@pytest.mark.parametrize(("slug", "name", "file"), RENDERED, ids=[file for _, _, file in RENDERED])
def test_an_export_is_what_the_annotations_give(
    repository: Workspace, slug: str, name: str, file: str, file_regression: FileRegressionFixture
) -> None:
    data = exporter(name)(open_dossier(repository, slug), repository.config).files[file]
    path = repository.export_path(slug) / file
    file_regression.check(data, binary=True, extension=path.suffix, fullpath=path)


def test_no_export_lies_about_that_the_annotations_do_not_give(repository: Workspace) -> None:
    for slug in repository.slugs():
        present = exported(repository.export_path(slug), slug, open_dossier(repository, slug).known)
        assert {(slug, name, file) for name, files in present.items() for file in files} == {
            item for item in RENDERED if item[0] == slug
        }


def test_check_finds_nothing_in_this_repository() -> None:
    result = CliRunner().invoke(main, ["-C", str(ROOT), "check"])
    assert (result.stdout, result.exit_code) == ("", 0)


@pytest.mark.parametrize("kind", [kind for kind in schemas.FileKind if kind is not schemas.FileKind.BASELINE])
def test_check_jsonschema_agrees_about_this_repositorys_files(kind: schemas.FileKind) -> None:
    patterns = {
        "claims": "annotations/*/claims.json",
        "review": "annotations/*/reviews/*.json",
        "decisions": "annotations/*/decisions.json",
        "config": "claimkit.toml",
    }
    files = sorted(ROOT.glob(patterns[kind]))
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(ROOT / "schemas" / kind.file_name)]
    result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_check_jsonschema_and_claimkit_refuse_the_same_broken_file(tmp_path: Path, repository: Workspace) -> None:
    raw = json.loads(repository.claims_path(SEED).read_text("utf-8"))
    raw["claims"][0]["kind"] = "rumour"
    path = tmp_path / "claims.json"
    path.write_text(json.dumps(raw))
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(ROOT / "schemas" / "claims.schema.json")]
    assert subprocess.run([*command, str(path)], capture_output=True, check=False).returncode == 1
    assert [violation.path for violation in schemas.violations(schemas.FileKind.CLAIMS, raw)] == [("claims", 0, "kind")]


def test_every_json_file_names_its_schema_by_a_path_that_is_there() -> None:
    for path in (ROOT / "annotations").rglob("*.json"):
        assert (path.parent / json.loads(path.read_text("utf-8"))["$schema"]).resolve().is_file()


def test_the_seed_is_the_article_as_received_byte_for_byte(data: Path) -> None:
    (received,) = (data / "seeds").glob("*.txt")
    assert (ROOT / "seeds" / f"{SEED}.txt").read_bytes() == received.read_bytes()


def test_splitting_the_seed_again_changes_nothing(repository: Workspace, tmp_path: Path) -> None:
    for name in ("claimkit.toml", f"seeds/{SEED}.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    folder = tmp_path / "annotations" / SEED
    folder.mkdir(parents=True)
    committed = repository.claims_path(SEED).read_bytes()
    (folder / "claims.json").write_bytes(committed)
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "split", str(tmp_path / "seeds" / f"{SEED}.txt")])
    assert result.exit_code == 0, result.output
    assert sha256((folder / "claims.json").read_bytes()) == sha256(committed)


def test_every_claim_of_the_seed_was_seen_by_a_person_and_every_sentence_is_covered(repository: Workspace) -> None:
    dossier = open_dossier(repository, SEED)
    claims = standings(dossier)
    assert State.PROPOSED not in {claim.state for claim in claims}
    kept = [claim for claim in claims if claim.state is not State.REJECTED]
    for sentence in dossier.claims.item.article.sentences:
        covered = any(sentence.span.overlaps(anchor) for claim in kept for anchor in claim.claim.anchors)
        assert covered != (sentence.no_claim is NoClaim.HEADING)


def test_every_verdict_of_the_seed_has_its_rationale_and_every_rated_one_its_evidence(repository: Workspace) -> None:
    for claim in standings(open_dossier(repository, SEED)):
        for signed in claim.finished:
            verdict = repository.config.verdict(signed.review.verdict)
            assert bool(signed.review.rationale or signed.review.comment)
            if verdict and verdict.rank is not None:
                assert signed.review.evidence
            for evidence in signed.review.evidence:
                assert evidence.accessed == "2026-11-23"


@pytest.mark.parametrize("file", [item[2] for item in RENDERED if item[1] == "claimreview"])
def test_a_committed_claimreview_passes_the_validators(data: Path, file: str) -> None:
    assert claimreview_problems(json.loads((ROOT / "exports" / SEED / file).read_text("utf-8")), data) == []


def test_the_committed_claimreviews_are_read_back_out_of_a_page() -> None:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "exports" / SEED / "claimreview").glob("*.jsonld"))]
    page = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    found = extruct.extract(f"<!doctype html><title>Checks</title><p>Text</p>{page}", syntaxes=["json-ld"])["json-ld"]
    assert found == [json.loads(text) for text in texts]


def test_the_committed_tei_passes_the_validators(data: Path) -> None:
    assert tei_problems((ROOT / "exports" / SEED / f"{SEED}.tei.xml").read_bytes(), data) == []


def test_the_package_under_test_is_the_one_that_was_asked_for() -> None:
    from claimkit import __file__ as place  # noqa: PLC0415

    assert ("site-packages" in place) == bool(os.environ.get("CLAIMKIT_FROM_WHEEL"))
