"""A report with everything in it that a format could stumble over: hostile names and words, wide and long lines."""

from __future__ import annotations

from claimkit.checks.reports import Report
from claimkit.model.findings import Code, Finding, Severity

NASTY = "\"'<b>&amp; ]]> --> %0A{0} [x](https://evil.example) \r\n::error file=a::b \x1b[31m\u202egnp.exe\u202c \x00\udc80 \U0001f3f4"
NAME = "annotations/one/reviews/a, b:c%20\u202e<\"]]>'&\n::error::x\udc80.json"
LINES = {
    "annotations/one/claims.json": [
        "{",
        '  "verdict": "tru",',
        '\t"text": "\u6a4b\u304c\u9589\u9396", "e\u0301": "bad",\r',
        f'  "long": "{"x" * 300} here {"y" * 300}",',
        f'  "esc": "a\u202eb\x1b[31mc", "place": [{"1, " * 3}',
        "  2]",
    ],
    NAME: ['{"a": 1}'],
}


def found(line: int | None = None, column: int | None = None, end: int | None = None, **given: object) -> Finding:
    """A finding in the first article's claims, unless said otherwise; the end is on its line."""
    place = {"file": "annotations/one/claims.json", "line": line, "column": column, "end_line": line if end else None}
    fields = {"code": Code.SCHEMA, "message": "it is wrong; mend it", **place, "end_column": end, **given}
    return Finding(**fields)  # type: ignore[arg-type]


FINDINGS = (
    found(message="there is no such file", code=Code.UNREADABLE),
    found(2, 14, 19, message="it is 'tru', and must be one of true, false", path=("claims", 0, "verdict")),
    found(3, 11, 15, path=("claims", 0, "text"), severity=Severity.WARNING),
    found(3, 18, 20, path=("claims", 0, "e\u0301/~"), severity=Severity.NOTE),
    found(4, 313, 317, path=("long",), code=Code.ADDED_WORDS, severity=Severity.WARNING),
    found(4, 11, 620, path=("long",), code=Code.LOST_WORDS),
    found(5, 14, 15, path=("esc",)),
    found(5, 32, None, path=("place",), end_line=6, end_column=5),
    found(9, 1, 2, message="the file is shorter now"),
    found(1, None, None, message="only the line is known"),
    found(1, 2, 3, file=NAME, message=NASTY, path=("a\u202e", NASTY), code=Code.WRONG_PLACE),
    found(1, 2, 3, file=NAME, message=NASTY, path=("a\u202e", NASTY), code=Code.WRONG_PLACE, severity=Severity.NOTE),
    found(file="claimkit.toml", message="author.correctionsPolicy is missing", code=Code.GOOGLE_POLICY, severity=Severity.WARNING),
    found(file="exports/updates.atom", message="it is not what the annotations give; run 'claimkit feed'", code=Code.STALE_EXPORT),
)  # fmt: skip


def report(findings: tuple[Finding, ...] = FINDINGS, folder: str = "") -> Report:
    """The findings on three articles, of which one is sound."""
    return Report(
        findings=findings, articles=("one", "sound", "two"), lines=lambda name: LINES.get(name, []), folder=folder
    )
