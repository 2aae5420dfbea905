"""The readers of what comes from outside, each as a function of bytes that raises only where the reader is wrong.

A refusal in our own words is as it should be. What is taken must be sound: that is asked by each target as well as it can
be asked of any input.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import orjson
from lxml import etree

from claimkit.annotations.jsontext import canonical, decode, parse
from claimkit.annotations.positions import values
from claimkit.annotations.workspace import Workspace, parse_config
from claimkit.articles.blocks import CONTROL
from claimkit.articles.formats import Format
from claimkit.articles.intake import Intake, take_in
from claimkit.captures.reading import read_capture
from claimkit.cli import main
from claimkit.errors import ClaimkitError
from claimkit.imports.files import contents
from claimkit.imports.tei import read
from claimkit.review.recording import record
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.splitter import split_article
from made import AT, CLOSED, HURT, SLUG, workspace

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[2]
ACTS = 8
"""Changes of one tree."""

VALUES = (
    "",
    "1",
    "-1",
    "0-99999",
    "9-3",
    "#s1",
    "#",
    "x y",
    "true",
    "0001-01-01",
    "9999-12-31T23:59:59Z",
    "\u2028",
    "é" * 300,
)
PLACE = "fuzzed"


def json_text(data: bytes) -> None:
    """Strict JSON: what is taken is what orjson takes it for, comes back from its canonical form, and has its places."""
    value = parse(decode(data, PLACE), PLACE)
    if not _huge(value):
        assert orjson.loads(data) == value
    assert parse(canonical(value).decode(), PLACE) == value
    assert sum(1 for _ in values(data.decode())) == _count(value)


def plain_text(data: bytes) -> None:
    """Plain text."""
    _placed(take_in(data, name=PLACE, format=Format.TEXT, max_characters=100_000))


def markdown(data: bytes) -> None:
    """Markdown, its front matter with it."""
    _placed(take_in(data, name=PLACE, format=Format.MARKDOWN, max_characters=100_000))


def html(data: bytes) -> None:
    """A page."""
    _placed(take_in(data, name=PLACE, format=Format.HTML, max_characters=100_000))


def capture(data: bytes) -> None:
    """A kept page: WARC, MHTML, HTML or text, packed or not."""
    reading = read_capture(data, PLACE, "https://example.com/news/1")
    assert not (reading.text and reading.unread)


def tei(data: bytes) -> None:
    """TEI: what is taken would be written as files that their schemas accept, or is refused before."""
    contents(_workspace(), read(data, PLACE))


def tei_tree(data: bytes) -> None:
    """TEI that is well formed whatever the bytes are: they say what is changed in a valid file, four bytes an act."""
    root = etree.fromstring(next(seeds("tei")))
    elements = [element for element in root.iter(etree.Element) if element.getparent() is not None]
    for at in range(0, min(len(data), 4 * ACTS) - 3, 4):
        act, first, second, third = data[at : at + 4]
        element = elements[(first << 8 | second) % len(elements)]
        _change(act, element, elements[(second << 8 | third) % len(elements)], third)
    tei(etree.tostring(root))


def toml(data: bytes) -> None:
    """The configuration."""
    parse_config(decode(data, PLACE), PLACE)


def split(data: bytes) -> None:
    """A text split: quotes stand where the anchors say, every sentence has a claim or a reason."""
    text = CONTROL.sub(
        " ", data[:2000].decode("utf-8", errors="ignore")
    )  # bytes that are no text are of another target
    taken = take_in(text.encode(), name=PLACE, format=Format.TEXT, max_characters=2000)
    result = split_article(taken.text, taken.structure, _nlp())
    for claim in result.claims:
        assert claim.text.strip()
        assert all(anchor.stands_in(taken.text) for anchor in claim.anchors)
    assert len({claim.id for claim in result.claims}) == len(result.claims)
    end = 0
    for sentence in result.sentences:
        assert end <= sentence.start < sentence.end <= len(taken.text)
        end = sentence.end


TARGETS: dict[str, Callable[[bytes], None]] = {
    "json": json_text,
    "toml": toml,
    "text": plain_text,
    "markdown": markdown,
    "html": html,
    "capture": capture,
    "tei": tei,
    "tei-tree": tei_tree,
    "split": split,
}
"""All of them, by the names of their folders of kept finds."""


def refused(target: Callable[[bytes], None], data: bytes) -> bool:
    """Run it; whether it refused in our words. Everything else comes out."""
    try:
        target(data)
    except ClaimkitError as error:
        assert error.what
        return True
    return False


def seeds(name: str) -> Iterator[bytes]:
    """Valid inputs to begin with, none of them long."""
    match name:
        case "json":
            for path in sorted((ROOT / "annotations").rglob("*.json")):
                yield json.dumps(json.loads(path.read_bytes()), ensure_ascii=False).encode()[:3000]
            yield b'{"a": [1, -2.5e3, true, false, null, "\\ud83d\\ude00\\n", {}], "\xc3\xa4": []}'
        case "toml":
            yield (ROOT / "claimkit.toml").read_bytes()
            yield b'[gate]\nchecks = ["CK401"]\n[check]\nseverity = {CK401 = "note"}\n[[verdicts]]\nid = "a"\n'
        case "text" | "split":
            text = (ROOT / "seeds" / "us-reaffirms-support-for-india.txt").read_text("utf-8")
            yield from (block.encode() for block in text.split("\n\n"))
            yield b'"We found clay," said project director Lena Ortiz, who took over in March. Why?'
        case "markdown":
            yield b"---\ntitle: A\ndate: 2025-05-08\n---\n# A *b*\n\n- one\n- two [x](y)\n\n> q\n\n| a | b |\n|---|---|\n| c | d |\n"
        case "html":
            yield from (path.read_bytes() for path in sorted((ROOT / "tests/articles/pages").iterdir()))
        case "capture":
            yield from _captures()
        case "tei-tree":
            yield b""
            yield from (bytes([act, act, act * 7, act * 13]) * 2 for act in range(16))
        case "tei":
            yield _book()


@cache
def _book() -> bytes:
    """The TEI of a small article that two reviewers worked on, and that was published and corrected."""
    root = Path(mkdtemp(prefix="claimkit-fuzz-"))
    made = workspace(root)
    for who, claim in (("ada", CLOSED), ("ben", CLOSED), ("ben", HURT)):
        evidence = [{"url": "https://example.net/a", "title": "Minutes", "stance": "supports", "quote": "closed"}]
        said = {
            "claim": claim.id,
            "verdict": "true",
            "rationale": "R.",
            "stage": "done",
            "evidence": evidence,
            "short": "S",
        }
        record(made, SLUG, who, [("", said)], AT)
    for command in (
        ("publish", SLUG, "--all", "--as", "desk", "--at", AT),
        ("retract", SLUG, HURT.id, "--change", "No.", "--as", "desk", "--at", "2025-05-12T08:00:00Z"),
        ("export", SLUG, "--to", "tei"),
    ):
        main(["-C", str(root), *command], standalone_mode=False)
    return (made.export_path(SLUG) / f"{SLUG}.tei.xml").read_bytes()


def _captures() -> Iterator[bytes]:
    page = b"<html><title>T</title><body><p>The bridge was closed.</p></body></html>"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
    http += b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    yield page
    yield (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/news/1\r\n"
        b"Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http)
    )
    yield (
        b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
        b"Content-Transfer-Encoding: quoted-printable\nContent-Location: https://example.com/news/1\n\n"
        + page.replace(b"=", b"=3D")
        + b"\n--b--\n"
    )


def _placed(taken: Intake) -> None:
    """Every block lies in the text, apart from the one before, and is not empty."""
    spans = [*taken.structure.paragraphs, *(heading.span for heading in taken.structure.headings)]
    end = 0
    for span in sorted(spans):
        assert end <= span.start < span.end <= len(taken.text)
        assert taken.text[span.start : span.end].strip()
        end = span.end
    assert taken.data == taken.text.encode()


def _change(act: int, element: etree._Element, other: etree._Element, third: int) -> None:
    """One change: an attribute set, taken away or copied; an element dropped, doubled, moved, renamed; other text."""
    names = [str(name) for name in (*element.attrib, *other.attrib)] or ["n"]
    name = names[third % len(names)]
    parent = element.getparent()
    match act % 8:
        case 0 | 1:
            element.set(name, VALUES[third % len(VALUES)])
        case 2:
            element.set(name, other.get(name, ""))
        case 3:
            element.attrib.pop(name, None)
        case 4 if parent is not None:
            parent.remove(element)
        case 5 if parent is not None:
            parent.append(deepcopy(element))
        case 6:
            element.tag = other.tag
        case 7:
            element.text = VALUES[third % len(VALUES)]


def _huge(value: Any) -> bool:
    """Whether there is a number in it for which orjson has no exact form."""
    match value:
        case int() | float():
            return not -(2**63) <= value < 2**63
        case list():
            return any(map(_huge, value))
        case dict():
            return any(map(_huge, value.values()))
    return False


def _count(value: Any) -> int:
    match value:
        case list():
            return 1 + sum(map(_count, value))
        case dict():
            return 1 + sum(map(_count, value.values()))
    return 1


@cache
def _nlp() -> Language:
    return load_pipeline()


@cache
def _workspace() -> Workspace:
    root = Path(mkdtemp(prefix="claimkit-fuzz-"))
    (root / "claimkit.toml").write_bytes((ROOT / "claimkit.toml").read_bytes())
    return Workspace.find(root)
