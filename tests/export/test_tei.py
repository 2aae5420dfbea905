"""TEI: the text survives to the last code point, every claim is on its words, the document is valid."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.errors import RefusalError
from claimkit.export.tei import render
from claimkit.export.tei.xml import add, root
from claimkit.model.article import Heading, Metadata, Received, Structure
from claimkit.model.attribution import Link
from claimkit.model.claim import CheckWorthiness, Claim
from claimkit.model.review import Origin
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import How, Kind, Mode, SourceType
from oracles import tei_problems
from pahalgam import (
    BACKED,
    CONFIG,
    DECISIONS,
    FIRST,
    KILLED,
    SHARIF,
    SLUG,
    TEXT,
    TIES,
    VIOLATED,
    article,
    decision,
    dossier,
    review,
    structure,
)
from recovered import offsets_of, text_of

NS = {"t": "http://www.tei-c.org/ns/1.0"}


def xml_of(item: Dossier) -> bytes:
    ((_, data),) = render(item, CONFIG).files.items()
    return data


def bare(text: str, *claims: Claim, blocks: Structure | None = None) -> Dossier:
    """A dossier of a text of one's own, without reviews."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    made = replace(
        article(text) if blocks is None else replace(article("x"), structure=blocks),
        text=replace(article("x").text, sha256=digest, length=len(text)),
    )
    return dossier(claims=claims, reviews=(), decisions=None, of=made, text=text)


def claim_at(text: str, *spans: tuple[int, int], name: str = "c1") -> Claim:
    anchors = tuple(Anchor.at(text, start, end) for start, end in spans)
    return replace(TIES, id=name, anchors=anchors, attribution=())


def test_golden(file_regression: FileRegressionFixture) -> None:
    file_regression.check(xml_of(dossier()).decode("utf-8"), encoding="utf-8", extension=".tei.xml", newline="\n")


def test_the_oracles_find_nothing_wrong(data: Path) -> None:
    assert tei_problems(xml_of(dossier()), data) == []


def test_a_dossier_with_every_field_filled_is_valid(data: Path) -> None:
    metadata = replace(article().metadata, authors=("Ada Example",), date_published="2025-05-09T08:30:00Z")
    record = replace(article().text, received=Received(media_type="text/html", sha256="b" * 64))
    edit = replace(
        FIRST.reviews[3], kind=Kind.OPINION, short="China backs it.", comment="Seen twice.", review_by="2026-05-09"
    )
    origin = Origin(format="claimreview", id="#1", url="https://e.org/1", sha256="c" * 64, licence="CC BY 4.0")
    place = replace(SHARIF, name="Geneva", type=SourceType.PLACE, role="seat of the talks")
    worth = CheckWorthiness(score=1)
    claim = replace(
        BACKED, short="China backs.", check_worthiness=worth, attribution=(Link(source=place, mode=Mode.DIRECT),)
    )
    content = xml_of(
        dossier(
            claims=(claim, KILLED),
            reviews=(replace(FIRST, reviews=(replace(edit, origin=origin), FIRST.reviews[0])),),
            of=replace(article(), metadata=metadata, text=record),
        )
    )
    assert tei_problems(content, data) == []
    for expected in (
        'type="proposed-kind"',
        '<note type="review-by"><date when="2026-05-09">2026-05-09</date></note>',
        'type="proposed-short"',
        '<ptr type="page" target="https://e.org/1"/><note type="licence">CC BY 4.0</note>',
        'subtype="received"',
        "Ada Example",
        "Seen twice.",
    ):
        assert expected in content.decode()


def test_a_language_with_its_own_labels_is_valid(data: Path) -> None:
    verdicts = tuple(
        replace(verdict, label={"de": "Wahr", "en": "True"}, description="") for verdict in CONFIG.verdicts
    )
    ((_, content),) = render(dossier(), replace(CONFIG, verdicts=verdicts)).files.items()
    assert tei_problems(content, data) == []
    labels = etree.fromstring(content).xpath("//t:category[@n='5']/t:catDesc[@xml:lang='de']/t:term", namespaces=NS)
    assert isinstance(labels, list)
    assert len(labels) == 1


def test_a_ledger_line_without_a_decision_is_valid(data: Path) -> None:
    content = xml_of(dossier(decisions=replace(DECISIONS, decisions=())))
    assert tei_problems(content, data) == []
    assert '<change status="published"' in content.decode()
    assert 'status="settled"' not in content.decode()


def test_adjudication_is_told_whether_it_rates_or_rejects(data: Path) -> None:
    settled = (
        decision(KILLED, "half-true", how=How.ADJUDICATED, why="Both.", rationale="Half of it is so."),
        decision(BACKED, "", how=How.ADJUDICATED, why="Nobody claims that."),
    )
    content = xml_of(dossier(decisions=replace(DECISIONS, decisions=settled, ledger=())))
    assert tei_problems(content, data) == []
    assert '<note type="rationale">Half of it is so.</note>' in content.decode()
    assert 'ana="#state.rejected #how.adjudicated"' in content.decode()


def test_a_dossier_with_nothing_in_it_is_valid(data: Path) -> None:
    item = bare(TEXT)
    metadata = Metadata(title="Untitled", language="en")
    file = replace(item.claims.item, article=replace(item.claims.item.article, metadata=metadata))
    assert tei_problems(xml_of(replace(item, claims=replace(item.claims, item=file))), data) == []


def test_the_articles_text_comes_back() -> None:
    assert text_of(xml_of(dossier())) == TEXT


def test_every_anchor_comes_back() -> None:
    found = offsets_of(xml_of(dossier()))
    for claim in dossier().claims.item.claims:
        assert found[claim.id] == {offset for anchor in claim.anchors for offset in range(anchor.start, anchor.end)}
    cue = VIOLATED.attribution[1].cue
    assert cue is not None
    assert found[f"{VIOLATED.id}.a2/cue"] == set(range(cue.start, cue.end))


PIECES = ["a", "The US ", "é", "e\u0301", "\U0001f600", "\U0001f1ee\U0001f1f3", "]]>", "&", "<", '"', "\t", " ", "  "]
GAPS = ["\n", "\r\n", "\r", "\n\n", "\n \t\n", "\n\u00a0\n", "\u2028", "\u0085"]


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Random blocks, headings of random levels, and claims on random, overlapping, discontinuous spans."""
    text, headings, paragraphs = draw(st.sampled_from(["", "\n", " "])), [], []
    for _ in range(draw(st.integers(1, 5))):
        block = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8)))
        level = draw(st.sampled_from([0, 0, 1, 2, 3]))
        start, text = len(text), text + block
        if level:
            headings.append(Heading(start=start, end=len(text), level=level))
        else:
            paragraphs.append(Span(start=start, end=len(text)))
        text += draw(st.sampled_from(GAPS))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
        lambda pair: (pair[0], min(len(text), sum(pair)))
    )
    claims = []
    for number in range(draw(st.integers(0, 4))):
        cue = Anchor.at(text, *draw(spans))
        link = Link(source=replace(SHARIF, anchor=Anchor.at(text, *draw(spans))), cue=cue, mode=Mode.MIXED)
        claim = claim_at(text, *draw(st.lists(spans, min_size=1, max_size=3)), name=f"c{number}")
        claims.append(replace(claim, attribution=(link,)))
    return bare(text, *claims, blocks=Structure(headings=tuple(headings), paragraphs=tuple(paragraphs)))


def between_blocks(item: Dossier) -> set[int]:
    """The offsets of the white space between blocks, which no seg can be on."""
    shape = item.claims.item.article.structure
    spans = [*shape.paragraphs, *(heading.span for heading in shape.headings)]
    inside = {offset for span in spans for offset in range(span.start, span.end)}
    return {offset for offset, character in enumerate(item.text) if character in " \t\r\n" and offset not in inside}


@given(dossiers())
@settings(deadline=None, max_examples=200)
def test_any_text_and_any_anchors_come_back(item: Dossier) -> None:
    rendering = render(item, CONFIG)
    (data,) = rendering.files.values()
    refused, found, gaps = {entry.claim for entry in rendering.refused}, offsets_of(data), between_blocks(item)
    assert text_of(data) == item.text
    for claim in item.claims.item.claims:
        source, cue = claim.attribution[0].source.anchor, claim.attribution[0].cue
        assert source is not None
        assert cue is not None
        wanted: dict[str, tuple[Anchor, ...]] = {
            claim.id: claim.anchors,
            f"{claim.id}.a1/source": (source,),
            f"{claim.id}.a1/cue": (cue,),
        }
        for name, anchors in wanted.items():
            offsets = {offset for anchor in anchors for offset in range(anchor.start, anchor.end)} - gaps
            assert claim.id in refused or found[name] == offsets


@given(dossiers())
@settings(deadline=None, max_examples=60)
def test_any_text_and_any_anchors_are_valid(data: Path, item: Dossier) -> None:
    assert tei_problems(xml_of(item), data) == []


def segs(text: str, *claims: Claim) -> list[str]:
    return [seg.text or "" for seg in etree.fromstring(xml_of(bare(text, *claims))).iterfind(".//t:seg", NS)]


def test_an_overlap_is_a_shared_seg_and_touching_anchors_are_one() -> None:
    first, second = claim_at("abcdef", (0, 2), (2, 4), name="c1"), claim_at("abcdef", (3, 6), name="c2")
    assert segs("abcdef", first, second) == ["abc", "d", "ef"]


def test_a_claim_across_blocks_is_cut_at_their_edges() -> None:
    assert segs("ab\n\ncd", claim_at("ab\n\ncd", (1, 5))) == ["b", "c"]


def test_text_that_no_block_covers_gets_one_of_its_own() -> None:
    data = xml_of(bare("ab cd\nef", blocks=Structure(paragraphs=(Span(start=3, end=5),))))
    body = etree.fromstring(data).find(".//t:body", NS)
    assert body is not None
    assert [(etree.QName(block).localname, block.text) for block in body] == [("ab", "ab"), ("p", "cd"), ("ab", "ef")]


def test_headings_open_sections_by_their_level() -> None:
    text = "A\nB\nC\nD"
    heads = [Heading(start=offset, end=offset + 1, level=level) for offset, level in ((0, 2), (2, 3), (4, 1), (6, 1))]
    document = etree.fromstring(xml_of(bare(text, blocks=Structure(headings=tuple(heads)))))
    assert [len(list(head.iterancestors("{*}div"))) for head in document.iterfind(".//t:head", NS)] == [1, 2, 1, 1]


def test_a_claim_id_that_we_use_ourselves_stays_the_claims(data: Path) -> None:
    names = ["s1", "p1", "article", "verdict.true", "verdict", "c1.a1", "ev1"]
    claims = [claim_at("abc", (0, 2), name=name) for name in names]
    content = xml_of(bare("abc", *claims))
    assert set(names) <= set(offsets_of(content))
    assert tei_problems(content, data) == []


def test_an_id_that_xml_has_not_is_mapped_and_kept(data: Path) -> None:
    content = xml_of(bare("abc", claim_at("abc", (0, 2), name="1 é")))
    assert '<annotation xml:id="_1__" n="1 é"' in content.decode()
    assert tei_problems(content, data) == []


@pytest.mark.parametrize("character", ["\x0b", "\x00", "\ufffe", "\ud800"])
def test_a_character_that_xml_has_not_is_refused_with_its_offset(character: str) -> None:
    item = replace(bare("ab_"), texts=Texts(f"ab{character}"))
    with pytest.raises(RefusalError, match=f"text of record holds U\\+{ord(character):04X} at offset 2"):
        render(item, CONFIG)


def test_a_note_that_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(RefusalError, match=r"the note holds U\+0008 at offset 1"):
        render(dossier(claims=(replace(KILLED, text="a\b"),)), CONFIG)


def test_blocks_that_overlap_are_refused() -> None:
    blocks = Structure(paragraphs=(Span(start=0, end=2), Span(start=1, end=3)))
    with pytest.raises(RefusalError, match="blocks overlap"):
        render(bare("abc", blocks=blocks), CONFIG)


def reasons(item: Dossier) -> str:
    (refused,) = render(item, CONFIG).refused
    return "; ".join(refused.reasons)


def test_a_claim_whose_quote_moved_is_refused() -> None:
    moved = replace(claim_at("abc", (0, 2)), anchors=(Anchor(start=1, end=3, quote="ab"),))
    assert "'ab' does not stand at 1..3" in reasons(bare("abc", moved))


def test_a_claim_on_white_space_is_refused() -> None:
    assert "nothing but white space" in reasons(bare("a\n\nb", claim_at("a\n\nb", (1, 3))))


def test_a_verdict_that_the_scale_has_not_is_refused() -> None:
    file = replace(FIRST, added=(), reviews=(review(KILLED, verdict="plausible"),))
    assert "no verdict 'plausible'" in reasons(dossier(claims=(KILLED,), reviews=(file,), decisions=None))


def test_reviews_and_decisions_on_no_claim_are_left_out_and_named() -> None:
    rendering = render(dossier(claims=(KILLED,)), CONFIG)
    left_out = {item.claim: item.reasons for item in rendering.left_out}
    assert set(left_out) == {VIOLATED.id, BACKED.id, "cc0de3"}
    assert left_out[BACKED.id] == (
        "a review by ada is of no claim",
        "a decision is on no claim",
        "the publication ledger names it, and it is no claim",
    )
    assert render(dossier(claims=(KILLED,)), CONFIG, frozenset({BACKED.id})).refused == ()


def test_an_outer_link_targets_the_link_that_it_reports() -> None:
    document = etree.fromstring(xml_of(dossier()))
    targets = {
        str(item.get("{http://www.w3.org/XML/1998/namespace}id")): item.get("target")
        for item in document.iterfind(".//t:annotation[@motivation='linking']", NS)
    }
    assert targets[f"{VIOLATED.id}.a1"] == f"#{VIOLATED.id}.a2"
    assert targets[f"{VIOLATED.id}.a2"] == f"#{VIOLATED.id}"


def test_the_attribution_of_the_leading_review_is_in_force() -> None:
    corrected = replace(FIRST, reviews=(replace(FIRST.reviews[1], attribution=None),))
    item = dossier(claims=(VIOLATED,), reviews=(corrected,), decisions=DECISIONS)
    in_force = etree.fromstring(xml_of(item)).xpath("//t:annotation[contains(@ana, '#chain.in-force')]", namespaces=NS)
    assert isinstance(in_force, list)
    assert len(in_force) == 2


def test_the_file_says_what_it_is() -> None:
    document = etree.fromstring(xml_of(dossier()))
    assert document.findtext(".//t:publicationStmt/t:idno", None, NS) == SLUG
    assert document.findtext(".//t:sourceDesc//t:idno", None, NS) == hashlib.sha256(TEXT.encode()).hexdigest()
    assert structure(TEXT).headings


@pytest.mark.parametrize("place", [0, 8, 9, 13, 31, 32, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFF])
def test_lxml_refuses_what_xml_cannot_hold_and_the_message_names_it(place: int) -> None:
    """XML 1.0, production 2: tab and line ends, and from the blank on all but surrogates, U+FFFE and U+FFFF."""
    fine = place in {9, 13} or 32 <= place < 0xFFFE or place > 0xFFFF
    for attributes in ({"n": f"x{chr(place)}"}, {}):
        with nullcontext() if fine else pytest.raises(RefusalError, match=f"U\\+{place:04X} at offset 1, which XML"):
            add(root(), "p", "" if attributes else f"x{chr(place)}", **attributes)
