"""What was exported as TEI comes back, byte for byte, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings

from claimkit.annotations.dossiers import Dossier, open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.export.tei import render
from claimkit.imports.files import Imported, contents
from claimkit.imports.tei import read
from dossiers import dossiers
from oracles import tei_problems
from pahalgam import CONFIG, document, dossier

ROOT = Path(__file__).parents[2]


def xml_of(item: Dossier) -> bytes:
    ((_, data),) = render(item, CONFIG).files.items()
    return data


def imported(item: Dossier) -> Imported:
    return read(xml_of(item), "x.tei.xml")


def whole(item: Dossier) -> Imported:
    """What an import of the dossier must give."""
    return Imported(
        texts=item.texts.versions,
        claims=item.claims.item,
        reviews=tuple(file.item for file in item.reviews),
        decisions=item.decisions.item if item.decisions else None,
    )


def without(item: Dossier, names: set[str]) -> Dossier:
    """The dossier without some claims and what is said of them."""
    claims = item.claims.item
    kept = replace(claims, claims=tuple(claim for claim in claims.claims if claim.id not in names))
    reviews = []
    for file in item.reviews:
        added = tuple(claim for claim in file.item.added if claim.id not in names)
        said = tuple(review for review in file.item.reviews if review.claim not in names)
        reviews.append(document(replace(file.item, added=added, reviews=said)))
    desk = item.decisions.item if item.decisions else None
    if desk:
        settled = tuple(one for one in desk.decisions if one.claim not in names)
        ledger = tuple(one for one in desk.ledger if one.claim not in names)
        desk = replace(desk, decisions=settled, ledger=ledger) if settled or ledger else None
    decisions = document(desk) if desk else None
    return replace(item, claims=document(kept), reviews=tuple(reviews), decisions=decisions)


@given(dossiers())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_dossier_comes_back_whole_but_for_the_claims_that_the_export_names(item: Dossier) -> None:
    rendering = render(item, CONFIG)
    ((_, data),) = rendering.files.items()
    lost = {one.claim for one in rendering.left_out} | {one.claim for one in rendering.refused}
    event(f"{len(lost)} claims left out or refused")
    assert read(data, "x") == whole(without(item, lost))


@given(dossiers())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_dossier_is_valid(data: Path, item: Dossier) -> None:
    assert tei_problems(xml_of(item), data) == []


def test_the_desks_dossier_comes_back() -> None:
    given_back = imported(dossier())
    assert given_back == whole(dossier())


def test_the_repositorys_own_files_come_back_byte_for_byte() -> None:
    workspace = Workspace.find(ROOT)
    for slug in workspace.slugs():
        item = open_dossier(workspace, slug)
        data = (workspace.export_path(slug) / f"{slug}.tei.xml").read_bytes()
        for path, content in contents(workspace, read(data, slug)).items():
            assert path.read_bytes() == content, path
        assert item.claims.path in contents(workspace, read(data, slug))
