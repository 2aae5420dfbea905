"""Whether a program that an oracle needs is here, starts, and is new enough."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache


@cache
def no_program(*names: str, package: str, least: int = 0, ask: str = "--version") -> str:
    """Why none of the programs can be used, empty where one can. ``least`` is the lowest major version that will do."""
    path = next(filter(None, map(shutil.which, names)), None)
    if not path:
        return f"no {names[0]} on the path; Debian's package {package} has it"
    try:
        done = subprocess.run([path, ask], capture_output=True, encoding="utf-8", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{path} does not start: {error}"
    version = re.search(r"\d+", done.stdout + done.stderr)
    if done.returncode or not version:
        return f"{path} does not start: {done.stderr.strip()}"
    return "" if int(version[0]) >= least else f"{path} has version {version[0]}, and {least} is needed"
