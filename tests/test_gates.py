"""The gates before a commit and in CI, run as far as a machine without their servers can.

What they install is this checkout, by pip as they say, but without an index: what claimkit needs is lent from the tests' own
environment. Left out is only what the servers do: to check out, to start a runner, to show what was found.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from junitparser import JUnitXml
from ruamel.yaml import YAML

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from made import SLUG, workspace
from oracles.reports import annotations_in, sarif_problems

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
PRE_COMMIT, WORKFLOW, GITLAB = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PACKAGE = (
    "src",
    "schemas",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "constraints.txt",
    ".pre-commit-hooks.yaml",
    "action.yml",
)
BROKEN = f"annotations/{SLUG}/claims.json"


def read(text: str) -> Any:
    return YAML(typ="safe").load(text)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables for processes that find no index, no settings of anybody, and the packages of these tests but claimkit."""
    home = tmp_path_factory.mktemp("home")
    lent = home / "lent"
    lent.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "claimkit" not in path.name and path.suffix != ".pth":
            (lent / path.name).symlink_to(path)
    names = {"HOME": home, "PYTHONPATH": lent, "PRE_COMMIT_HOME": home / "pre-commit", "GIT_CONFIG_GLOBAL": os.devnull}
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    person = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TMPDIR"}}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return kept | {name: str(value) for name, value in names.items()} | pip | person | {"PATH": programs}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, world: dict[str, str]) -> Path:
    """The repository that claimkit is had from: what this checkout has now, committed and with a tag."""
    root = tmp_path_factory.mktemp("source")
    for name in PACKAGE:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, root)
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "findings.md", root / "docs")
    repository(root, world)
    ran("git tag v0.1.0", root, world)
    return root


def repository(root: Path, world: dict[str, str]) -> None:
    """Make a git repository of a folder, everything in it committed."""
    ran("git init -q -b main && git add -A && git commit -q -m Start", root, world)


def ran(
    script: str, folder: Path, world: dict[str, str], code: int = 0, interpreter: str = "bash -e -o pipefail -c"
) -> str:
    """What a script prints, both streams as a log has them; it must end with the code."""
    command = [*interpreter.split(), script]
    done = subprocess.run(
        command, cwd=folder, env=world, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stdout
    return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A repository with a workspace in a folder of it."""
    root = tmp_path / "repository" / "desk"
    root.mkdir(parents=True)
    return workspace(root)


def broken(desk: Workspace) -> None:
    path = desk.claims_path(SLUG)
    path.write_text(path.read_text("utf-8").replace('"kind": "fact"', '"kind": "fakt"', 1), "utf-8")


# pre-commit


@pytest.mark.parametrize("language", ["python", "unsupported"])
def test_pre_commit_installs_the_hook_and_holds_a_commit_with_errors_back(
    desk: Workspace, source: Path, world: dict[str, str], language: str
) -> None:
    top = desk.root.parent
    config = read(PRE_COMMIT)
    (repo,) = config["repos"]
    repo["repo"] = str(source)
    repo["hooks"][0] |= {"entry": "claimkit -C desk check", "language": language}
    (top / ".pre-commit-config.yaml").write_text(json.dumps(config), "utf-8")
    repository(top, world)
    ran("pre-commit install", top, world)
    with (desk.root / "claimkit.toml").open("a") as file:
        file.write("# touched\n")
    assert re.search(r"claimkit check\.+Passed", ran("git commit -qam Fine", top, world))
    broken(desk)
    log = ran("git commit -qam Broken", top, world, code=1)
    assert f"{BROKEN}:" in log
    assert "error CK201" in log
    assert '"fakt"' in log
    (top / "other.txt").write_text("none of the workspace")
    ran("git add other.txt", top, world)
    assert "(no files to check)Skipped" in ran("git stash -q -- desk && git commit -qm Other", top, world)


def test_pre_commits_own_validators_take_the_manifest_and_the_pages_configuration(
    tmp_path: Path, world: dict[str, str]
) -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    for kind, text, key in (("manifest", manifest, "entry"), ("config", PRE_COMMIT, "rev")):
        (tmp_path / "sound.yaml").write_text(text, "utf-8")
        assert ran(f"pre-commit validate-{kind} sound.yaml", tmp_path, world) == ""
        (tmp_path / "broken.yaml").write_text(text.replace(f"{key}:", f"{key}s:"), "utf-8")
        assert f"Missing required key: {key}" in ran(f"pre-commit validate-{kind} broken.yaml", tmp_path, world, code=1)


@pytest.mark.parametrize(
    ("file", "touches"),
    [
        ("claimkit.toml", True),
        ("desk/claimkit.toml", True),
        ("annotations/a/claims.json", True),
        ("desk/exports/a/a.tei.xml", True),
        ("seeds/a.txt", True),
        ("docs/claimkit.toml.md", False),
        ("my-annotations/a.json", False),
        ("README.md", False),
    ],
)
def test_the_hook_runs_for_files_of_a_workspace_and_for_no_others(file: str, touches: bool) -> None:
    (hook,) = read((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert bool(re.search(hook["files"], file)) is touches


# GitHub


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-actions", (ROOT / "action.yml").read_text("utf-8")),
        ("vendor.github-workflows", WORKFLOW),
        ("vendor.gitlab-ci", GITLAB),
    ],
)
def test_the_files_are_what_their_schemas_describe(
    tmp_path: Path, world: dict[str, str], schema: str, text: str
) -> None:
    command = f"{sys.executable} -m check_jsonschema --builtin-schema {schema} file.yml"
    (tmp_path / "file.yml").write_text(text, "utf-8")
    assert "ok -- validation done" in ran(command, tmp_path, world)
    (tmp_path / "file.yml").write_text(re.sub(r"(?m)^(runs|jobs|.*script):", r"\1-x:", text), "utf-8")
    assert "Schema validation errors were encountered" in ran(command, tmp_path, world, code=1)


def test_the_action_installs_claimkit_annotates_and_writes_sarif(
    desk: Workspace, source: Path, world: dict[str, str], tmp_path: Path
) -> None:
    action = read((ROOT / "action.yml").read_text("utf-8"))
    install, check = action["runs"]["steps"]
    top = desk.root.parent
    repository(top, world)
    runner = world | {"RUNNER_TEMP": str(tmp_path / "temp with a blank"), "GITHUB_ACTION_PATH": str(source)}
    Path(runner["RUNNER_TEMP"]).mkdir()
    given = {name: item["default"] for name, item in action["inputs"].items()} | {"workspace": "desk"}
    step(install, given, top, runner)
    assert annotations_in(step(check, given, top, runner)) == []
    broken(desk)
    for paths in ("", f"{SLUG}\nannotations/{SLUG}/"):
        (one,) = annotations_in(step(check, given | {"paths": paths}, top, runner, code=1))
        assert (one["command"], one["file"], one["title"]) == ("error", f"desk/{BROKEN}", "CK201 SCHEMA")
    text = (top / given["sarif"]).read_text("utf-8")
    assert sarif_problems(text) == []
    assert f'"uri": "desk/{BROKEN}"' in text


def test_what_an_input_of_the_action_says_is_no_code(
    desk: Workspace, source: Path, world: dict[str, str], tmp_path: Path
) -> None:
    action = read((ROOT / "action.yml").read_text("utf-8"))
    for item in action["runs"]["steps"]:
        assert "${{" not in item["run"]
    runner = world | {"RUNNER_TEMP": str(tmp_path)}
    (tmp_path / "claimkit" / "bin").mkdir(parents=True)
    program = tmp_path / "claimkit" / "bin" / "claimkit"
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n')
    program.chmod(0o755)
    given = {"workspace": ".", "sarif": "a b; touch hacked", "paths": "$(touch hacked)\n* two\n--fix"}
    log = step(action["runs"]["steps"][1], given, desk.root, runner)
    assert log == "<check><--format><github><--format><sarif=a b; touch hacked><--><$(touch hacked)><* two><--fix>"


def step(item: Any, inputs: dict[str, str], folder: Path, runner: dict[str, str], code: int = 0) -> str:
    """Run a step as the runner does: its variables filled in from the inputs, its script in bash with -e and pipefail."""

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: inputs[match[1]], text)

    variables = {name: filled(value) for name, value in item["env"].items()}
    assert item["shell"] == "bash"
    return ran(item["run"], folder, runner | variables, code, "bash --noprofile --norc -e -o pipefail -c")


# GitLab


def test_gitlabs_script_installs_claimkit_and_leaves_the_reports_that_it_names(
    desk: Workspace, source: Path, world: dict[str, str], tmp_path: Path
) -> None:
    job = read(GITLAB)["claimkit"]
    repository(desk.root, world)
    broken(desk)
    ran(f"{sys.executable} -m venv {tmp_path / 'image'}", tmp_path, world)
    image = world | {"PATH": f"{tmp_path / 'image' / 'bin'}{os.pathsep}{world['PATH']}"}
    variables = image | job["variables"] | {"CLAIMKIT": f"git+file://{source}@v0.1.0"}
    log = ran("\n".join(job["script"]), desk.root, variables, code=1, interpreter="bash -e -c")
    assert f"{BROKEN}:" in log
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads((desk.root / reports["codequality"]).read_text("utf-8"))
    assert (issue["check_name"], issue["location"]["path"]) == ("CK201", BROKEN)
    (suite,) = JUnitXml.fromfile(str(desk.root / reports["junit"]))
    assert (suite.tests, suite.failures) == (1, 1)


def test_the_page_shows_a_finding_as_it_is_printed(
    desk: Workspace, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(desk)
    monkeypatch.chdir(desk.root)
    printed = CliRunner().invoke(main, ["check"]).stdout
    now = re.sub(r"(?<=^```text\n).*?(?=^```)", lambda _: printed, PAGE, flags=re.MULTILINE | re.DOTALL)
    if request.config.getoption("regen_all"):
        (ROOT / "docs" / "ci.md").write_text(now, "utf-8")
    assert now == PAGE
