"""JUnit's XML, which every continuous integration shows: a test case an article, and one a file that is of none.

The shape is the one that Jenkins reads (junit-10.xsd of its xUnit plugin). Its readers show the first failure of a test
case, so the errors of one stand together; warnings and notes fail nothing, and are what the test case printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from claimkit.checks.reports import Report
from claimkit.checks.reports.text import shown
from claimkit.model.findings import Finding, Severity
from claimkit.model.printable import printable

SUITE = "claimkit check"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def render(report: Report) -> str:
    """A test suite with a test case for each article, whether or not there are findings on it."""
    cases = _cases(report)
    failed = sum(_failed(findings) for findings in cases.values())
    root = etree.Element("testsuites")
    suite = etree.SubElement(
        root, "testsuite", name=SUITE, tests=str(len(cases)), failures=str(failed), errors="0", skipped="0"
    )
    for name, findings in cases.items():
        _put(etree.SubElement(suite, "testcase", {"name": _xml(name), "classname": SUITE}), report, findings)
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _cases(report: Report) -> dict[str, list[Finding]]:
    """The findings of each article, then of each file that is no article's."""
    cases: dict[str, list[Finding]] = {slug: [] for slug in report.articles}
    for finding in report.findings:
        slug = _slug(finding.file)
        cases.setdefault(slug if slug in report.articles else finding.file, []).append(finding)
    return cases


def _slug(file: str) -> str:
    """The article that a file is of, by its place: annotations/SLUG/..., exports/SLUG/..., seeds/SLUG.txt."""
    match file.split("/"):
        case ["annotations" | "exports", slug, *_]:
            return slug
        case ["seeds", name]:
            return name.split(".")[0]
        case _:
            return ""


def _failed(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _put(case: etree._Element, report: Report, findings: list[Finding]) -> None:
    """The errors as one failure, the others as what was printed."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    others = [finding for finding in findings if finding.severity is not Severity.ERROR]
    if errors:
        message = errors[0].message if len(errors) == 1 else f"{len(errors)} errors"
        codes = " ".join(sorted({error.code for error in errors}))
        failure = etree.SubElement(case, "failure", {"type": codes, "message": _xml(printable(message))})
        failure.text = _lines(report, errors)
    if others:
        etree.SubElement(case, "system-out").text = _lines(report, others)


def _lines(report: Report, findings: list[Finding]) -> str:
    return _xml("\n".join(line for finding in findings for line in shown(report, finding)))


def _xml(text: str) -> str:
    """The text with what no XML may hold shown as escapes."""
    return _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
