"""Oracles that run in Node, from the packages of package.json beside this file; ``make conformance`` installs them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from oracles.programs import no_program

NODE_MODULES = Path(os.environ.get("CLAIMKIT_NODE_MODULES", Path(__file__).parents[2] / "build" / "node_modules"))
"""Where the packages are."""
HERE = Path(__file__).parent


def node_missing(*packages: str) -> str:
    """Why an oracle of these packages cannot run; empty where it can."""
    too_old = no_program("node", package="nodejs", least=20)
    if too_old:
        return too_old
    absent = [name for name in packages if not (NODE_MODULES / name).is_dir()]
    return f"no {', '.join(absent)} in {NODE_MODULES}; is npm on the path?" if absent else ""


def node_version(package: str) -> str:
    """The version of an installed package."""
    return str(json.loads((NODE_MODULES / package / "package.json").read_text("utf-8"))["version"])


def node_answer(script: str, **given: Any) -> Any:
    """What a script beside this file answers to what it is given, all of it at once."""
    environment = os.environ | {"CLAIMKIT_NODE_MODULES": str(NODE_MODULES)}
    command = ["node", str(HERE / script)]
    text = json.dumps(given)
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
