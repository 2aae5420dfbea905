"""CETEIcean in Chromium, with the behaviours that ship: what a reader of our TEI sees is the article, and its claims.

All documents are shown in one page, one after the other.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from lxml import etree

from browser import literal, seen_with
from oracles.node import NODE_MODULES

CETEI = NODE_MODULES / "CETEIcean" / "dist" / "CETEI.js"
_TEI = {"t": "http://www.tei-c.org/ns/1.0"}
_READING = resources.files("claimkit.export.tei") / "reading"
_ASK = """
const seen = (text) => {
  const place = document.createElement("div");
  document.body.append(place);
  const reader = new CETEI();
  reader.addBehaviors(claimkitBehaviors);
  place.append(reader.makeHTML5(text));
  const lit = (item) => {
    item.dispatchEvent(new Event("mouseenter"));
    const words = [...place.querySelectorAll(".claimkit-chosen")].map((seg) => seg.textContent);
    item.dispatchEvent(new Event("mouseleave"));
    return words;
  };
  const claims = [...place.querySelectorAll(".claimkit-claims > li")].map((li) => [li.firstChild.textContent, lit(li)]);
  const found = { text: place.querySelector("tei-body").textContent, claims };
  place.remove();
  return found;
};
answer(JSON.stringify(documents.map((text) => { try { return seen(text); } catch (error) { return String(error); } })));
"""


def reader_problems(documents: Sequence[Path]) -> list[list[str]]:
    """What a reader of each document would not see as it is."""
    texts = [path.read_text("utf-8") for path in documents]
    behaviours = (_READING / "behaviors.js").read_text("utf-8")
    script = f"{CETEI.read_text('utf-8')};{behaviours};const documents = {literal(texts)};{_ASK}"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "reader.html"
        page.write_text('<!doctype html><meta charset="utf-8"><body></body>', "utf-8")
        seen = json.loads(seen_with(page, script))
    return [list(_differences(path, found)) for path, found in zip(documents, seen, strict=True)]


def _differences(path: Path, found: Any) -> Iterator[str]:
    """What the page shows against what the file says."""
    if isinstance(found, str):
        yield found
        return
    root = etree.parse(path).getroot()
    stated = root.findtext(".//t:sourceDesc//t:idno[@type='SHA-256']", None, _TEI)
    if hashlib.sha256(found["text"].encode()).hexdigest() != stated:
        yield "the article in the browser has another digest than the header gives"
    wanted = [[_note(claim), _words(root, claim)] for claim in _claims(root)]
    if len(wanted) != len(found["claims"]):
        yield f"of {len(wanted)} claims {len(found['claims'])} are shown"
    for shown, claim in zip(found["claims"], wanted, strict=False):
        if shown != claim:
            yield f"shown is {shown}, and the file has {claim}"


def _claims(root: etree._Element) -> list[etree._Element]:
    return root.findall(".//t:annotation[@motivation='identifying']", _TEI)


def _note(claim: etree._Element) -> str:
    return (claim.findtext("t:note[@type='claim']", "", _TEI) or "").strip()


def _words(root: etree._Element, claim: etree._Element) -> list[str]:
    """The words of the segs that a claim points to; of one that is not there, its name."""
    segs = {
        f"#{seg.get(etree.QName('http://www.w3.org/XML/1998/namespace', 'id'))}": seg
        for seg in root.iterfind(".//t:seg", _TEI)
    }
    return ["".join(segs[name].itertext()) if name in segs else name for name in str(claim.get("target")).split()]
