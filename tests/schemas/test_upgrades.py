"""Old files are upgraded step by step; newer ones are refused."""

from __future__ import annotations

import pytest

from claimkit.errors import DataError
from claimkit.model.raw import Raw
from claimkit.schemas import FileKind
from claimkit.schemas.upgrades import upgraded


def test_an_older_file_goes_through_every_step_and_a_present_one_through_none() -> None:
    def renamed(raw: Raw) -> Raw:
        return {"new": raw["old"]}

    steps = {(FileKind.CLAIMS, -1): renamed, (FileKind.CLAIMS, 0): lambda raw: {"newer": raw["new"]}}
    assert upgraded(FileKind.CLAIMS, {"schemaVersion": -1, "old": 1}, "f", steps) == {"schemaVersion": 1, "newer": 1}
    assert upgraded(FileKind.CLAIMS, {"schemaVersion": 1, "x": 1}, "f", steps) == {"schemaVersion": 1, "x": 1}


def test_a_file_of_a_newer_version_is_refused_with_what_to_do() -> None:
    with pytest.raises(DataError, match=r"f: it has schema version 99.*install a newer claimkit"):
        upgraded(FileKind.CLAIMS, {"schemaVersion": 99}, "f")
