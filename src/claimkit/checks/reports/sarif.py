"""SARIF 2.1.0 (OASIS), which code scanning of forges and editors reads.

What GitHub takes of it: GitHub's "SARIF support for code scanning".
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from claimkit import __version__
from claimkit.checks.explanations import explanations
from claimkit.checks.reports import Report
from claimkit.checks.reports.fingerprints import fingerprints
from claimkit.model.findings import Code, Finding, Severity, worst
from claimkit.model.printable import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TOP = "SRCROOT"
"""The name for the top of the repository, which all addresses start from; where it is on a disk nobody need know."""
LONGEST = 1024
"""Characters of a description that GitHub takes; the help has all of it."""
_LINK = re.compile(r"\[[^\[\]]*\]\(")

Raw = dict[str, Any]


def render(report: Report) -> str:
    """A run with a rule for each code that occurs, and a result for each finding."""
    codes = sorted({finding.code for finding in report.findings})
    rules = [_rule(report, code) for code in codes]
    found = zip(report.findings, fingerprints(report), strict=True)
    run = {
        "tool": {"driver": {"name": "claimkit", "semanticVersion": __version__, "rules": rules}},
        "originalUriBaseIds": {TOP: {"description": {"text": "The top of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, codes.index(finding.code), digest) for finding, digest in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(report: Report, code: Code) -> Raw:
    """The rule of a code: its section of docs/findings.md, and the worst severity that it has in this report."""
    told = explanations()[code]
    level = worst(finding for finding in report.findings if finding.code is code) or Severity.WARNING
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.name.split("_")),
        "shortDescription": {"text": told.sentence},
        "fullDescription": {"text": _cut(" ".join(told.text.split()))},
        "help": {"text": told.text, "markdown": told.text},
        "defaultConfiguration": {"level": level.value},
    }


def _result(report: Report, finding: Finding, rule: int, fingerprint: str) -> Raw:
    """Both fingerprints say the same: GitHub looks only at one of that name."""
    return {
        "ruleId": finding.code.value,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": _literal(printable(finding.message))},
        "locations": [_location(report, finding)],
        "partialFingerprints": {"claimkit/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint[:16]}:1"},
    }


def _location(report: Report, finding: Finding) -> Raw:
    """The file with the region, and the JSON pointer as what it is called inside of it."""
    uri = quote(report.from_top(finding), errors="surrogateescape")
    artifact = {"uri": uri, "uriBaseId": TOP}
    location: Raw = {"physicalLocation": {"artifactLocation": artifact, "region": _region(finding)}}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(finding.pointer), "kind": "value"}]
    return location


def _region(finding: Finding) -> Raw:
    """Lines and columns from 1, the end one past the last, as SARIF counts them (3.30.2).

    GitHub takes no result without a line: where none is known, it is the first.
    """
    known = {
        "startLine": finding.line or 1,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {name: value for name, value in known.items() if value is not None}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _literal(text: str) -> str:
    """Text in which nothing is a placeholder or a link (3.11.5, 3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return _LINK.sub(lambda match: "\\" + match[0].replace("](", "\\]("), text)
