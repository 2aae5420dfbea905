"""What makes a finding the same one in another version of its file, for forges that follow it from one to the next."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from claimkit.checks.reports import Report
from claimkit.model.findings import Finding


def fingerprints(report: Report) -> list[str]:
    """A fingerprint a finding, 64 hexadecimal digits, each once.

    It rests on the code, the file, the keys of the path and the message, not on lines, columns or the indexes of lists:
    those change whenever something is put before it. Findings that are equal in all of that are told apart by counting.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in report.findings:
        parts = _parts(finding)
        seen[parts] += 1
        found.append(sha256(f"{parts}\0{seen[parts]}".encode("utf-8", "surrogatepass")).hexdigest())
    return found


def _parts(finding: Finding) -> str:
    keys = "/".join("*" if isinstance(part, int) else part for part in finding.path)
    return "\0".join((finding.code, finding.file, keys, finding.message))
