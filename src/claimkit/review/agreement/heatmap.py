"""A matrix of confusions as a picture: an SVG that reads in greyscale, aloud, and without the network."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from claimkit.review.agreement.confusion import Confusion
from claimkit.review.agreement.values import label

NS = "http://www.w3.org/2000/svg"

CELL = 44
GAP = 3
BREAK = 14
"""Between the values on the scale and those off it."""

EDGE = 28
LINE = 20
LETTER = 7.2
"""About the width of a letter at the labels' size; a label is given room by it, never cut by it."""

LONGEST = 30
"""Letters of a label that are shown."""

INK, MUTED, PAPER, BLACK = "#1b2733", "#56636f", "#ffffff", "#000000"
OUTLINE = {"stroke": INK, "stroke-width": "1.5"}
"""Around the cells in which reviewers agree."""

LIGHT, DARK = (232, 239, 245), (16, 52, 88)
"""The colours of the fewest and of the most claims; between them it only ever gets darker."""

_NO_CHAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words around the matrix: what it shows, the figure that goes with it."""

    title: str
    subtitle: str


def heat_map(confusion: Confusion, caption: Caption, ranked: int) -> bytes:
    """The matrix as SVG; the first ``ranked`` values are on the scale, and those off it stand apart."""
    labels = [_short(label(value)) for value in confusion.values]
    frame = _Frame.of(labels, caption, ranked)
    svg = _canvas(frame)
    _describe(svg, confusion, caption, labels)
    _text(svg, EDGE, EDGE + 14, caption.title, font_size="18", font_weight="600")
    _text(svg, EDGE, EDGE + 14 + LINE + 4, caption.subtitle, fill=MUTED)
    _axes(svg, frame, labels, confusion.reviewers)
    _cells(svg, frame, confusion, labels)
    _legend(svg, frame, max(map(max, confusion.counts)))
    return etree.tostring(svg, pretty_print=True, xml_declaration=True, encoding="UTF-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where things lie, in pixels."""

    left: float
    top: float
    size: float
    width: float
    height: float
    ranked: int

    @classmethod
    def of(cls, labels: list[str], caption: Caption, ranked: int) -> _Frame:
        longest = max(map(len, labels)) * LETTER
        left, top = EDGE + longest + 26, EDGE + 76 + longest * 0.72
        size = len(labels) * (CELL + GAP) - GAP + (BREAK if 0 < ranked < len(labels) else 0)
        words = max(len(caption.title) * 9.6, len(caption.subtitle) * LETTER)
        width = max(left + size + len(labels[-1]) * LETTER * 0.72 + 10, EDGE + words) + EDGE
        return cls(left=left, top=top, size=size, width=width, height=top + size + 82, ranked=ranked)

    def at(self, index: int) -> float:
        """How far into the matrix a row or a column begins."""
        return index * (CELL + GAP) + (BREAK if 0 < self.ranked <= index else 0)


def _canvas(frame: _Frame) -> etree._Element:
    width, height = f"{frame.width:.0f}", f"{frame.height:.0f}"
    svg = etree.Element(f"{{{NS}}}svg", nsmap={None: NS})
    names = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}", "role": "img"}
    fonts = {"font-family": "Helvetica, Arial, 'Liberation Sans', sans-serif", "font-size": "13"}
    for name, value in (names | {"aria-labelledby": "title desc"} | fonts).items():
        svg.set(name, value)
    return svg


def _describe(svg: etree._Element, confusion: Confusion, caption: Caption, labels: list[str]) -> None:
    """What a screen reader says."""
    _add(svg, "title", caption.title, id="title")
    _add(svg, "desc", f"{caption.subtitle} {summary(confusion, labels)}", id="desc")
    _add(svg, "rect", width="100%", height="100%", fill=PAPER)


def summary(confusion: Confusion, labels: list[str]) -> str:
    """The matrix in a sentence: how much stands on the diagonal, and what is confused most."""
    counts = confusion.counts
    same = sum(counts[index][index] for index in range(len(counts)))
    total = sum(map(sum, counts))
    off = [(-counts[r][c], r, c) for r in range(len(counts)) for c in range(len(counts)) if r != c and counts[r][c]]
    said = f"{same} of {total} pairs of ratings are the same."
    if not off:
        return said
    count, row, column = min(off)
    return f"{said} Most often confused: {labels[row]} with {labels[column]}, {-count} times."


def _axes(svg: etree._Element, frame: _Frame, labels: list[str], reviewers: tuple[str, str] | None) -> None:
    for index, text in enumerate(labels):
        middle = frame.at(index) + CELL / 2
        _text(svg, frame.left - 10, frame.top + middle + 4.5, text, text_anchor="end")
        across, down = frame.left + middle - 1, frame.top - 9
        _text(svg, across, down, text, transform=f"rotate(-45 {across:.1f} {down:.1f})")
    if reviewers:
        one, other = map(_short, reviewers)
        _text(svg, frame.left - 10, frame.top - 9, f"{one} \u2193 \u00b7 {other} \u2192", text_anchor="end", fill=MUTED)


def _cells(svg: etree._Element, frame: _Frame, confusion: Confusion, labels: list[str]) -> None:
    most = max(map(max, confusion.counts))
    for row, counts in enumerate(confusion.counts):
        for column, count in enumerate(counts):
            x, y, colour = frame.left + frame.at(column), frame.top + frame.at(row), _colour(count, most)
            cell = _rect(svg, x, y, CELL, colour)
            if row == column:
                cell.attrib.update(OUTLINE)
            _add(cell, "title", f"{labels[row]}, {labels[column]}: {count}")
            if count:
                fill = PAPER if _dark(colour) else BLACK
                middle = x + CELL / 2
                _text(svg, middle, y + CELL / 2 + 5, str(count), text_anchor="middle", font_weight="600", fill=fill)


def _legend(svg: etree._Element, frame: _Frame, most: int) -> None:
    """The outline of agreement, and the shades from none to most."""
    y = frame.top + frame.size + 34
    _rect(svg, frame.left, y, 16, PAPER).attrib.update(OUTLINE)
    _text(svg, frame.left + 24, y + 13, "both say the same", fill=MUTED)
    x = frame.left + 164
    steps = sorted({0, *(round(most * part) for part in (0.1, 0.4, 1))})
    for step in steps:
        _rect(svg, x, y, 16, _colour(step, most))
        _text(svg, x + 22, y + 13, str(step), fill=MUTED)
        x += 32 + len(str(step)) * LETTER


def _colour(count: int, most: int) -> str:
    """White for none; else darker the more there are, by the square root, so that small counts show."""
    if not count:
        return "#f7f9fa"
    part = (count / most) ** 0.5
    red, green, blue = (round(light + (dark - light) * part) for light, dark in zip(LIGHT, DARK, strict=True))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _dark(colour: str) -> bool:
    """Whether white reads better on it than black: its relative luminance by WCAG 2.2 is below 0.179."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _rect(parent: etree._Element, x: float, y: float, size: float, fill: str) -> etree._Element:
    return _add(parent, "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{size:g}", height=f"{size:g}", rx="4", fill=fill)


def _text(parent: etree._Element, x: float, y: float, text: str, **attributes: str) -> None:
    """Text at a place; ``font_size`` and the like are attributes with hyphens."""
    element = _add(parent, "text", text, x=f"{x:.1f}", y=f"{y:.1f}")
    for name, value in ({"fill": INK} | attributes).items():
        element.set(name.replace("_", "-"), value)


def _add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NS}}}{name}")
    for key, value in attributes.items():
        element.set(key, value)
    element.text = _NO_CHAR.sub("\ufffd", text) or None
    return element
