"""The style sheet: contrast by WCAG 2.2, computed from its colours, in light, in dark and on paper."""

from __future__ import annotations

import re

import pytest

from claimkit.export.html.templating import Templates
from pahalgam import CONFIG

TONES = ("true", "mostly-true", "half", "mostly-false", "false", "off")
CSS = str(Templates(CONFIG).stylesheet("claimkit.css"))
TEXT = [
    *((ink, sheet) for ink in ("ink", "muted", "link") for sheet in ("paper", "sheet")),
    ("ink", "mark"),
    *(("on-tone", tone) for tone in TONES),
    *((tone, "sheet") for tone in ("true", "false", "off")),
]
GRAPHICS = [*((tone, sheet) for tone in (*TONES, "none", "link") for sheet in ("paper", "sheet"))]


def schemes() -> dict[str, dict[str, str]]:
    """The colours by scheme, in the order of the file."""
    blocks = re.findall(r"\.claimkit \{([^}]*--ck-paper:[^}]*)\}", CSS)
    found = [dict(re.findall(r"--ck-([a-z-]+):\s*#([0-9a-f]{6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), found, strict=True))


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_has_the_contrast_of_level_aa(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_graphics_and_focus_have_theirs(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in GRAPHICS}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


def test_the_style_knows_no_left_and_right() -> None:
    for name in ("claimkit.css", "style.css", "report.css"):
        css = str(Templates(CONFIG).stylesheet(name))
        assert not re.search(r"(?<![a-z-])(left|right)\b|(margin|padding|border)-(left|right|top|bottom)", css)


def test_every_rule_that_a_cms_gets_stays_below_its_class() -> None:
    for selector in re.findall(r"^\s*([^@{}/\s][^{}]*)\{", re.sub(r"/\*.*?\*/", "", CSS), re.MULTILINE):
        for part in re.split(r",\s*(?![^()]*\))", selector.strip()):
            assert part.startswith(".claimkit") or part.startswith("--"), part
