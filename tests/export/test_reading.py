"""What ships for reading TEI in a browser lies in the package, and is about elements and notes that the export has."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from claimkit.export.tei import render
from pahalgam import CONFIG, dossier

READING = resources.files("claimkit.export.tei") / "reading"


@pytest.mark.parametrize("name", ["claimkit.css", "behaviors.js"])
def test_every_element_that_it_names_is_one_that_we_write(name: str) -> None:
    text = (READING / name).read_text("utf-8")
    ((_, data),) = render(dossier(), CONFIG).files.items()
    written = {found.lower() for found in re.findall(r"<(\w+)", data.decode())} | {"back", "spangrp", "ab", "listplace"}
    assert set(re.findall(r"tei-([a-z]+)", text)) <= written


def test_the_behaviours_fetch_nothing_and_write_no_markup() -> None:
    text = (READING / "behaviors.js").read_text("utf-8")
    assert not re.search(r"innerHTML|fetch\(|XMLHttpRequest|eval\(|https?://", text)
