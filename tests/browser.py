"""A real browser: Chromium without a window, where the machine has one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on the path; Debian's package chromium has it")

NARROWEST = 500
POLICY = '<meta http-equiv="Content-Security-Policy"[^>]*>'
"""What a page has against scripts, as a pattern."""

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
)  # fmt: skip


def _run(page: Path, *flags: str) -> str:
    """Chromium on a page, with a new profile."""
    assert CHROMIUM
    with tempfile.TemporaryDirectory() as profile:
        command = [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", *flags, page.resolve().as_uri()]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout


def screenshot(page: Path, image: Path, *, width: int = 1000, height: int = 1400, dark: bool = False) -> None:
    """A picture of the top of a page. A window is never narrower than 500 pixels, so a narrow page is shown in a frame."""
    if width < NARROWEST:
        with tempfile.TemporaryDirectory() as folder:
            frame = Path(folder) / "frame.html"
            inside = (
                f'<iframe src="{page.resolve().as_uri()}" width="{width}" height="{height}" style="border:0"></iframe>'
            )
            frame.write_text(f"<!doctype html><style>body{{margin:0}}</style>{inside}", "utf-8")
            screenshot(frame, image, width=NARROWEST, height=height, dark=dark)
        return
    _run(page, f"--screenshot={image}", f"--window-size={width},{height}", _scheme(dark))


def printed(page: Path, pdf: Path) -> None:
    """A page as it is printed."""
    _run(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")


def seen_with(page: Path, script: str, *, dark: bool = False) -> str:
    """What a script gives to ``answer`` in a copy of the page, which for that loses its policy against scripts."""
    text = re.sub(POLICY, "", page.read_text("utf-8"))
    answer = "const answer = found => document.documentElement.setAttribute('data-answer', found);"
    inside = script.replace("</script", "<\\/script")
    element = f"<script>{answer}{inside}</script>"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        copy.write_text(text.replace("</body>", f"{element}</body>"), "utf-8", newline="")
        flags = ("--dump-dom", "--virtual-time-budget=20000", f"--window-size={NARROWEST},900")
        found = re.search(r'<html[^>]* data-answer="([^"]*)"', _run(copy, *flags, _scheme(dark)))
    assert found
    return unescape(found[1])


def literal(value: Any) -> str:
    """A value for a script, with nothing in it that could end the script's element."""
    return json.dumps(value).replace("<", "\\u003c")


def asked(page: Path, expression: str) -> str:
    """What a JavaScript expression gives in the page."""
    return seen_with(page, f"answer({expression})")


def _scheme(dark: bool) -> str:
    """What a reader prefers, in blink's numbers: 0 is dark, 1 is light."""
    return f"--blink-settings=preferredColorScheme={0 if dark else 1}"
