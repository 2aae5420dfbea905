"""Hostile text neither breaks out of a page nor is altered by it, in a strict parser and in a real browser."""

from __future__ import annotations

import json
from pathlib import Path

import extruct
import html5lib
import pytest

from browser import asked, needs_chromium
from claimkit.errors import RefusalError
from claimkit.export import exporter
from claimkit.export.claimreview import render as claimreviews
from claimkit.export.html import render
from claimkit.export.html.templating import fit
from hostile import GIVEN, SECRET, SPEECH, hostile, verdicts

NAMES = ["html", "snippet", "report"]


def pages(name: str) -> dict[str, str]:
    """The pages of a format, a snippet in a page of its own."""
    files = exporter(name)(hostile(), verdicts()).files
    texts = {file: data.decode("utf-8") for file, data in files.items() if file.endswith(".html")}
    if name == "snippet":
        return {
            file: f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>{text}</body></html>'
            for file, text in texts.items()
        }
    return texts


def elements(text: str) -> list[str]:
    """The text of every element of the body but scripts, as a strict HTML parser sees it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    return ["".join(item.itertext()) for item in parser.parse(text).getroot().xpath("//body//*[not(self::script)]")]


def test_every_text_is_the_whole_text_of_some_element_unaltered() -> None:
    found = set(elements(pages("html")["html/index.html"]))
    missing = [text for text in GIVEN if text not in found]
    # Runs of the article and names with their roles stand beside others in one element.
    assert [text for text in missing if not any(text in item for item in found)] == []
    assert len(missing) < 5


@pytest.mark.parametrize("name", NAMES)
def test_a_strict_parser_finds_no_fault_and_no_element_that_a_text_made(name: str) -> None:
    for text in pages(name).values():
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
        root = parser.parse(text).getroot()
        assert root.xpath("//img | //b | //*[@onerror] | //comment()") == []
        assert {item.get("type") for item in root.xpath("//script")} <= {"application/ld+json"}
        assert len(root.xpath("//style")) <= 1


@pytest.mark.parametrize("file", ["html/index.html", "html/cone.html", "html/cgone.html"])
def test_the_desks_own_words_and_retracted_ones_are_on_no_page(file: str) -> None:
    text = pages("html")[file]
    found = "\n".join(elements(text))
    for secret in SECRET:
        assert secret not in found
        assert json.dumps(secret)[1:-1] not in text


def test_the_claimreviews_are_read_back_unaltered() -> None:
    found = extruct.extract(pages("html")["html/index.html"], syntaxes=["json-ld"])["json-ld"]
    assert found == [json.loads(data) for data in claimreviews(hostile(), verdicts()).files.values()]
    assert SPEECH in found[0]["claimReviewed"]


@needs_chromium
@pytest.mark.parametrize("name", NAMES)
def test_in_a_browser_nothing_runs_and_nothing_is_altered(name: str, tmp_path: Path) -> None:
    for number, text in enumerate(pages(name).values()):
        path = tmp_path / f"{number}.html"
        path.write_text(text, "utf-8", newline="")
        answer = json.loads(asked(path, _QUESTION))
        assert answer["hacked"] is None
        assert answer["made"] == 0
        assert answer["scripts"] == text.count("<script type=")
        assert answer["texts"] == [item for item in elements(text) if SPEECH in item]


_SAFE = json.dumps(SPEECH).replace("<", "\\u003c")
_QUESTION = (
    "JSON.stringify({hacked: document.documentElement.getAttribute('data-hacked'), "
    "made: document.querySelectorAll('img, b, [onerror]').length, "
    "scripts: document.querySelectorAll('script[type]').length, "
    f"texts: [...document.querySelectorAll('body *:not(script)')].map(e => e.textContent).filter(t => t.includes({_SAFE}))}})"
)


def test_what_html_cannot_hold_is_refused_and_line_ends_are_its_own() -> None:
    assert fit("a\r\nb\rc\td") == "a\nb\nc\td"
    for sign in ("\x00", "\x1b", "\ud800", "\uffff"):
        with pytest.raises(RefusalError, match=f"U\\+{ord(sign):04X}"):
            fit(f"a{sign}b")


def test_the_hostile_dossier_renders_the_same_bytes_twice() -> None:
    assert render(hostile(), verdicts()) == render(hostile(), verdicts())


@needs_chromium
@pytest.mark.parametrize("name", ["html", "report"])
def test_long_words_do_not_run_out_of_a_narrow_page(name: str, tmp_path: Path) -> None:
    for number, text in enumerate(pages(name).values()):
        path = tmp_path / f"{number}.html"
        path.write_text(text, "utf-8", newline="")
        assert json.loads(asked(path, _OUTSIDE)) == []


# WCAG 2.2, 1.4.10: 320 CSS pixels without scrolling in two directions; tables may scroll in their own box.
_OUTSIDE = (
    "(document.documentElement.style.width = '320px', JSON.stringify([...document.querySelectorAll('body *')]"
    ".filter(e => !e.closest('.ck-wide, .ck-hidden, .ck-skip, svg') && e.getBoundingClientRect().right > 321)"
    ".map(e => e.className + ' ' + e.tagName)))"
)
