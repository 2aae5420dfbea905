"""Objects as typed literals, for TypeScript's compiler: schema-dts for schema.org, Google's own types for its API.

All literals are compiled in one run, each in a file of its own, so that each has its own problems.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from oracles.node import NODE_MODULES

GOOGLE = "api.Schema$GoogleFactcheckingFactchecktoolsV1alpha1ClaimReviewMarkupPage"
"""The type of what ``pages.create`` of the Fact Check Tools API takes."""
_IMPORTS = (
    'import type { ClaimReview, CreativeWork, DataFeed, WithContext } from "schema-dts";\n'
    'import type { factchecktools_v1alpha1 as api } from "@googleapis/factchecktools";\n'
)
_OPTIONS = {
    "strict": True, "noEmit": True, "skipLibCheck": True, "types": [],
    "target": "es2022", "module": "nodenext", "moduleResolution": "nodenext",
}  # fmt: skip
_LINE = re.compile(r"literal(\d+)\.ts\(\d+,\d+\): (.*)")


def type_problems(items: Sequence[tuple[str, Any]]) -> list[list[str]]:
    """What the compiler has against each pair of a type and the object that should be of it."""
    if not items:
        return []
    with tempfile.TemporaryDirectory() as folder:
        for number, (kind, item) in enumerate(items):
            text = f"{_IMPORTS}export const it: {kind} = {json.dumps(item)};\n"
            (Path(folder) / f"literal{number}.ts").write_text(text, "utf-8")
        options = {"compilerOptions": _OPTIONS | {"paths": {"*": [f"{NODE_MODULES}/*"]}}, "include": ["*.ts"]}
        (Path(folder) / "tsconfig.json").write_text(json.dumps(options), "utf-8")
        command = ["node", str(NODE_MODULES / "typescript" / "bin" / "tsc"), "-p", folder, "--pretty", "false"]
        found = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return _by_item(found.stdout, found.stderr, len(items))


def _by_item(told: str, errors: str, number: int) -> list[list[str]]:
    """The compiler's lines by literal; those that go on are indented."""
    problems: list[list[str]] = [[] for _ in range(number)]
    last: list[str] | None = None
    for line in told.splitlines():
        match = _LINE.search(line)
        if match:
            last = problems[int(match[1])]
            last.append(match[2])
        else:
            assert last and line.startswith(" "), told + errors
            last[-1] += f" {line.strip()}"
    return problems
