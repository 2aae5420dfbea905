"""The same input, version and configuration give the same bytes, whatever the process lives in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from claimkit.storage import sha256

ROOT = Path(__file__).parents[1]
SEED = "us-reaffirms-support-for-india"
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LC_ALL": "C", "HOME": "/nonexistent", "OMP_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "2"},
)


def digests(root: Path, world: dict[str, str]) -> dict[str, str]:
    """What split and export make in a fresh copy of the workspace, run in another world and from another folder."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "claimkit.toml", root)
    (root / "annotations" / SEED / "claims.json").unlink()
    environment = {**os.environ, **world}
    for command in (["split", str(root / "seeds" / f"{SEED}.txt"), "--url", "https://example.com/1"], ["export", SEED]):
        line = [sys.executable, "-m", "claimkit", "-C", str(root), *command]
        subprocess.run(line, check=True, capture_output=True, cwd=root.parent, env=environment)
    return {str(path.relative_to(root)): sha256(path.read_bytes()) for path in root.rglob("*") if path.is_file()}


def test_splitting_and_exporting_give_the_same_bytes_in_every_world(tmp_path: Path) -> None:
    one, two = (digests(tmp_path / str(number) / "desk", world) for number, world in enumerate(WORLDS))
    assert len(one) > 30
    assert one == two
