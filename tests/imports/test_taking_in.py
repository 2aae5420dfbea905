"""Others' work in the workspace: drafts with their origin, on words that are there; nothing is overwritten or guessed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.dossiers import Dossier, open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.errors import ClaimkitError, ConflictError, DataError
from claimkit.imports.foreign import Foreign, Rating, Statement, Stretch
from claimkit.imports.sources import Brought, Source
from claimkit.imports.taking_in import Taken, Wanted, take_in
from claimkit.model.article import Metadata
from claimkit.model.attribution import Link
from claimkit.model.attribution import Source as Speaker
from claimkit.model.review import AttributionReview, Evidence, Origin, Review, Reviewer
from claimkit.model.vocabulary import AttributionStatus, Disposition, Mode, SourceType, Stage, Stance
from claimkit.rules.standing import standings
from made import AT, CLOSED, HURT, SLUG, TEXT, workspace

SHA = "d" * 64
PAPER = Metadata(title="Barrier to cost billions", language="en", url="https://paper.example/barrier")
COSTS = Statement(
    text="The barrier will cost 9 billion.",
    short="Barrier: 9 billion",
    rating=Rating(label="Mostly false, as we show"),
    rationale="It costs three.",
    evidence=(Evidence(url="https://council.example/budget", title="Budget", stance=Stance.REFUTES),),
    reviewer=Reviewer(id="", name="Full Check"),
    when="2026-03-04",
    id="#1",
    url="https://check.example/barrier",
    licence="CC BY 4.0",
)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def brought(
    *statements: Statement, metadata: Metadata = PAPER, text: str = "", name: str = "", sha: str = SHA
) -> Brought:
    source = Source(place="x.json", format="claimreview", sha256=sha)
    return Brought(source=source, foreign=Foreign(name=name, metadata=metadata, text=text, statements=statements))


def take(desk: Workspace, *given: Brought, **wanted: str) -> Taken:
    return take_in(desk, list(given), Wanted(**{"at": AT, **wanted}))


def into(desk: Workspace, *statements: Statement, **wanted: str) -> Taken:
    return take(desk, brought(*statements), article=SLUG, **wanted)


def reviews(desk: Workspace, reviewer: str = "full-check", slug: str = SLUG) -> tuple[Review, ...]:
    file = next(document.item for document in open_dossier(desk, slug).reviews if document.item.reviewer.id == reviewer)
    return file.reviews


def run(desk: Workspace, *arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def files(desk: Workspace) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}


BARRIER = "barrier-to-cost-billions"


def test_a_new_article_has_the_claims_words_and_each_claim_a_draft_that_says_where_it_comes_from(
    desk: Workspace,
) -> None:
    taken = take(desk, brought(COSTS))
    assert [desk.relative(path) for path in taken.paths] == [
        f"seeds/{BARRIER}.txt",
        f"annotations/{BARRIER}/claims.json",
        f"annotations/{BARRIER}/reviews/full-check.json",
    ]
    assert taken.made == taken.paths[:1]
    assert not taken.refused
    item: Dossier = open_dossier(desk, BARRIER)
    assert item.text == "The barrier will cost 9 billion.\n"
    (claim,) = item.claims.item.claims
    assert (claim.proposed_by, claim.text) == ("import:claimreview", COSTS.text)
    assert claim.anchors[0].stands_in(item.text)
    assert item.claims.item.splitter.name == "import:claimreview"
    assert item.claims.item.article.metadata == PAPER
    (review,) = reviews(desk, slug=BARRIER)
    assert review == Review(
        claim=claim.id,
        disposition=Disposition.ACCEPTED,
        short=COSTS.short,
        verdict="mostly-false",
        rationale=COSTS.rationale,
        evidence=COSTS.evidence,
        comment="Rated there: Mostly false, as we show.",
        origin=Origin(format="claimreview", id="#1", url=COSTS.url, sha256=SHA, licence="CC BY 4.0"),
        stage=Stage.DRAFT,
        when="2026-03-04T00:00:00Z",
    )
    assert run(desk, "check", BARRIER).output.startswith("1 article checked")


def test_show_says_where_a_review_comes_from(desk: Workspace) -> None:
    take(desk, brought(COSTS))
    shown = run(desk, "show", BARRIER, "--claim", "c").stdout
    assert f"imported   from claimreview, SHA-256 {SHA[:16]}…" in shown
    assert f"               {COSTS.url}\n               #1\n               licence CC BY 4.0\n" in shown


def test_an_imported_origin_is_recorded_and_nobody_gives_one_by_hand(desk: Workspace, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text(json.dumps({"claim": CLOSED.id, "origin": {"format": "x", "sha256": SHA}}))
    assert (
        "'origin' is recorded, not given" in run(desk, "annotate", SLUG, "--from", lines, "--as", "ada", code=1).stderr
    )


def test_importing_again_writes_nothing_whatever_became_of_it_since(desk: Workspace) -> None:
    later = {"at": "2026-12-01T00:00:00Z"}
    undated = replace(COSTS, when="")
    take(desk, brought(undated))
    assert take(desk, brought(undated), **later) == Taken(paths=(), told=())
    run(desk, "split", desk.text_path(BARRIER))
    (review,) = reviews(desk, slug=BARRIER)
    run(desk, "annotate", BARRIER, review.claim, "--as", "full-check", "--comment", "Looked at.", "--done")
    before = files(desk)
    assert take(desk, brought(undated), **later).paths == ()
    assert files(desk) == before


def test_splitting_the_text_later_keeps_what_was_imported(desk: Workspace) -> None:
    text = "Barrier\n\nThe barrier will cost 9 billion, the city said. It opens in May.\n"
    quoted = replace(COSTS, text="", stretches=(Stretch(quote="The barrier will cost 9 billion"),))
    take(desk, brought(quoted, text=text))
    (review,) = reviews(desk, slug=BARRIER)
    run(desk, "split", desk.text_path(BARRIER))
    claims = open_dossier(desk, BARRIER).claims.item.claims
    assert review.claim in {claim.id for claim in claims}
    assert len(claims) > 1
    assert "error" not in run(desk, "check", BARRIER).output


def test_the_articles_own_text_is_kept_and_what_does_not_stand_in_it_is_told(desk: Workspace) -> None:
    text = "The barrier will cost 9 billion, the city said.\n"
    there = replace(COSTS, stretches=(Stretch(quote="barrier will cost", start=4),))
    worded = replace(COSTS, text="the city said", id="#2")
    lost = replace(COSTS, text="Elsewhere.", id="#3")
    taken = take(desk, brought(there, worded, lost, text=text))
    assert desk.text_path(BARRIER).read_text() == text
    assert taken.made == ()
    assert [one.remark.where for one in taken.told if one.remark.refused] == ["#3"]
    assert len(reviews(desk, slug=BARRIER)) == 2


def test_a_text_with_control_characters_is_no_text_of_record(desk: Workspace) -> None:
    before = files(desk)
    with pytest.raises(ClaimkitError, match=r"control character U\+0007"):
        take(desk, brought(COSTS, text="The barrier\x07"))
    assert files(desk) == before


def test_a_text_with_half_a_character_is_none_either(desk: Workspace) -> None:
    with pytest.raises(DataError, match="lone surrogate"):
        take(desk, brought(COSTS, text="The barrier \ud800"))


def test_a_statement_without_words_is_told(desk: Workspace) -> None:
    empty = replace(COSTS, text=" ", short="", id="#2", stretches=())
    for taken in (take(desk, brought(COSTS, empty)), into(desk, replace(COSTS, text=CLOSED.text), empty)):
        assert [(one.remark.where, "has no words" in one.remark.message) for one in taken.told] == [("#2", True)]


def test_remarks_that_say_the_same_are_counted(desk: Workspace, tmp_path: Path) -> None:
    node = {"@type": "ClaimReview", "claimReviewed": CLOSED.text, "reviewRating": {"alternateName": "False"}}
    file = tmp_path / "x.jsonld"
    file.write_text(json.dumps([node | {"url": f"https://check.example/{number}"} for number in range(9)]))
    told = run(desk, "import", file, "--from", "claimreview", "--at", AT).stderr.splitlines()
    assert sum("author: it is missing" in line for line in told) == 4
    assert "... and 6 more: author: it is missing; nobody is named as who reviewed" in told


def test_one_who_marks_several_stretches_has_them_in_one_paragraph(desk: Workspace) -> None:
    take(desk, brought(replace(COSTS, text="", stretches=(Stretch(quote="the barrier"), Stretch(quote="9 billion")))))
    item = open_dossier(desk, BARRIER)
    assert item.text == "the barrier … 9 billion\n"
    assert [anchor.quote for anchor in item.claims.item.claims[0].anchors] == ["the barrier", "9 billion"]


def test_two_who_word_a_claim_alike_review_one_claim(desk: Workspace) -> None:
    other = replace(COSTS, reviewer=Reviewer(id="", name="Politi"), rating=Rating(label="False"))
    take(desk, brought(COSTS, other))
    assert len(open_dossier(desk, BARRIER).claims.item.claims) == 1
    assert [reviews(desk, name, BARRIER)[0].verdict for name in ("full-check", "politi")] == ["mostly-false", "false"]


def test_files_of_one_article_are_taken_together_and_each_review_names_its_own(desk: Workspace) -> None:
    take(desk, brought(COSTS), brought(replace(COSTS, text="It opens in May."), sha="e" * 64))
    found = reviews(desk, slug=BARRIER)
    assert {review.origin.sha256 for review in found if review.origin} == {SHA, "e" * 64}


def test_articles_of_one_name_get_slugs_of_their_own(desk: Workspace) -> None:
    nameless = replace(PAPER, url="")
    taken = take(desk, brought(COSTS, metadata=nameless), brought(COSTS, metadata=nameless))
    assert [desk.relative(path) for path in taken.made] == [f"seeds/{BARRIER}.txt", f"seeds/{BARRIER}-2.txt"]
    with pytest.raises(DataError, match="it has 2 articles, and --slug names one"):
        take(desk, brought(COSTS, metadata=nameless), brought(COSTS, metadata=nameless), slug="x")


def test_two_texts_of_one_article_are_not_mixed(desk: Workspace) -> None:
    with pytest.raises(DataError, match="different texts"):
        take(desk, brought(COSTS, text="A."), brought(COSTS, text="B."))


def test_an_article_that_is_there_is_not_touched(desk: Workspace) -> None:
    before = files(desk)
    with pytest.raises(ConflictError, match=f"--article {SLUG}"):
        take(desk, brought(COSTS), slug=SLUG)
    assert files(desk) == before


def test_a_reviewers_file_is_never_added_to(desk: Workspace) -> None:
    on = replace(COSTS, text=CLOSED.text)
    into(desk, on)
    before = files(desk)
    with pytest.raises(ConflictError, match="choose another id with --as"):
        into(desk, replace(on, id="#9"))
    assert files(desk) == before
    into(desk, replace(on, id="#9"), reviewer="full-check-2")
    assert reviews(desk, "full-check-2")[0].claim == CLOSED.id


def test_who_reviewed_is_who_the_file_names_else_the_format_and_as_goes_before_several(desk: Workspace) -> None:
    names = ["Full Check", "20 Minuten", "Ωmega", ""]
    every = [replace(COSTS, reviewer=Reviewer(id="", name=name) if name else None) for name in names]
    take(desk, brought(*every))
    found = [document.item.reviewer.id for document in open_dossier(desk, BARRIER).reviews]
    assert found == ["full-check", "import-claimreview", "mega", "r-20-minuten"]
    into(desk, replace(COSTS, text=CLOSED.text, reviewer=None), reviewer="ada")
    into(desk, *(replace(one, text=CLOSED.text) for one in every[:2]), reviewer="desk")
    found = [document.item.reviewer.id for document in open_dossier(desk, SLUG).reviews]
    assert found == ["ada", "desk.full-check", "desk.r-20-minuten"]


def test_names_that_make_one_id_are_told_apart(desk: Workspace) -> None:
    names = ["Проверка", "検証", "Full Check", "full-check"]
    take(desk, brought(*(replace(COSTS, reviewer=Reviewer(id="", name=name)) for name in names)))
    found = {document.item.reviewer.name: document.item.reviewer.id for document in open_dossier(desk, BARRIER).reviews}
    assert found == dict(zip(names, ["import", "import-2", "full-check", "full-check-2"], strict=True))


def test_a_number_that_tells_apart_is_nobodys_own(desk: Workspace) -> None:
    names = ["x-3", "x", "X", "x!"]
    take(desk, brought(*(replace(COSTS, reviewer=Reviewer(id="", name=name)) for name in names)))
    found = {document.item.reviewer.name: document.item.reviewer.id for document in open_dossier(desk, BARRIER).reviews}
    assert found == dict(zip(names, ["x-3", "x", "x-2", "x-4"], strict=True))


@pytest.mark.parametrize("names", [("ben", "eva"), ("b" * 64, "b" * 63 + "c"), ("ben", "b" * 64)])
def test_a_long_id_of_the_users_leaves_each_reviewer_an_own_one(desk: Workspace, names: tuple[str, str]) -> None:
    every = [replace(COSTS, reviewer=Reviewer(id=name, name="")) for name in names]
    assert take(desk, brought(*every), reviewer="a" * 64).told == ()
    found = [document.item.reviewer.id for document in open_dossier(desk, BARRIER).reviews]
    assert len(set(found)) == 2
    assert all(len(one) <= 64 for one in found)
    assert names != ("ben", "eva") or found == ["a" * 56 + ".ben", "a" * 56 + ".eva"]


@pytest.mark.parametrize("quotes", [("\x01",), (" \x02\x03 ",), ("one", "\x01", "two")])
def test_words_that_are_control_characters_only_are_none(desk: Workspace, quotes: tuple[str, ...]) -> None:
    stretches = tuple(Stretch(quote=quote) for quote in quotes)
    taken = take(desk, brought(replace(COSTS, stretches=stretches)))
    assert not taken.refused
    (text,) = (path.read_text("utf-8") for path in taken.made)
    assert text == ("one … two\n" if len(quotes) > 1 else f"{COSTS.text}\n")
    assert "error" not in run(desk, "check").output
    assert take(desk, brought(replace(COSTS, stretches=stretches))).paths == ()


def test_a_line_end_that_nobody_sees_does_not_join_two_words(desk: Workspace) -> None:
    taken = take(desk, brought(replace(COSTS, stretches=(Stretch(quote="two three\x85four."),))))
    assert [path.read_text("utf-8") for path in taken.made] == ["two three four.\n"]


ON_HURT = Stretch(quote="12 people were hurt", prefix="said that ")


def test_a_claim_on_exactly_these_words_gets_the_review(desk: Workspace) -> None:
    into(desk, replace(COSTS, text="", short="", stretches=(ON_HURT,)))
    (review,) = reviews(desk)
    assert (review.claim, review.disposition, review.text) == (HURT.id, Disposition.ACCEPTED, "")


def test_other_wording_and_another_speaker_are_the_reviewers_edits(desk: Workspace) -> None:
    link = Link(source=Speaker(name="Dana Holt", type=SourceType.PERSON), mode=Mode.INDIRECT)
    into(desk, replace(COSTS, text="Twelve were hurt.", stretches=(ON_HURT,), attribution=(link,)))
    (review,) = reviews(desk)
    assert (review.claim, review.disposition, review.text) == (HURT.id, Disposition.EDITED, "Twelve were hurt.")
    assert review.attribution == AttributionReview(status=AttributionStatus.CORRECTED, chain=(link,))


def test_the_same_speaker_confirms_no_chain(desk: Workspace) -> None:
    link = Link(source=Speaker(name="Ada Stone", type=SourceType.PERSON), mode=Mode.INDIRECT)
    into(desk, replace(COSTS, text="", stretches=(ON_HURT,), attribution=(link,)))
    assert reviews(desk)[0].attribution is None


def test_words_without_a_claim_get_one_in_the_reviewers_file(desk: Workspace) -> None:
    into(desk, replace(COSTS, text="Ada Stone is the mayor.", stretches=(Stretch(quote="The mayor, Ada Stone"),)))
    (document,) = open_dossier(desk, SLUG).reviews
    (claim,) = document.item.added
    assert (claim.proposed_by, claim.anchors[0].start) == ("import:claimreview", TEXT.index("The mayor"))
    assert "error" not in run(desk, "check", SLUG).output
    assert (
        into(
            desk, replace(COSTS, text="Ada Stone is the mayor.", stretches=(Stretch(quote="The mayor, Ada Stone"),))
        ).paths
        == ()
    )


def test_a_claim_that_another_reviewer_added_is_added_by_this_one_too(desk: Workspace) -> None:
    said = replace(COSTS, text="Ada Stone is the mayor.", stretches=(Stretch(quote="The mayor, Ada Stone"),))
    into(desk, said)
    into(desk, replace(said, reviewer=Reviewer(id="politi")))
    one, two = open_dossier(desk, SLUG).reviews
    assert one.item.added == two.item.added
    assert len(one.item.added) == 1
    assert "error" not in run(desk, "check", SLUG).output


@pytest.mark.parametrize("text", [CLOSED.text, "The bridge  was closed on Monday.", "12 people were hurt"])
def test_a_wording_alone_finds_its_claim_or_the_words_that_say_just_that(desk: Workspace, text: str) -> None:
    into(desk, replace(COSTS, text=text, short=""))
    (review,) = reviews(desk)
    assert review.claim == (HURT.id if "hurt" in text else CLOSED.id)


def test_what_has_no_place_is_told_with_exit_code_1_and_the_rest_is_written(desk: Workspace, tmp_path: Path) -> None:
    def node(name: str, claim: str, **item: Any) -> dict[str, Any]:
        rating = {"@type": "Rating", "alternateName": "False"}
        who = {"@type": "Organization", "name": "Full Check"}
        return {"@context": "https://schema.org", "@type": "ClaimReview", "url": f"https://check.example/{name}", "author": who, "claimReviewed": claim, "itemReviewed": {"@type": "Claim", **item}, "reviewRating": rating}  # fmt: skip

    words = {"url": "https://paper.example/", "hasPart": {"@type": "Quotation", "text": "bridge"}}
    file = tmp_path / "x.jsonld"
    file.write_text(
        json.dumps([node("1", CLOSED.text), node("2", "It snowed."), node("3", "A bridge.", appearance=words)])
    )
    result = run(desk, "import", file, "--from", "claimreview", "--article", SLUG, "--at", AT, code=1)
    assert result.stdout == f"annotations/{SLUG}/reviews/full-check.json\n"
    assert "https://check.example/2: it has no place in the article: “It snowed.” does not stand" in result.stderr
    assert "https://check.example/3: it has no place in the article: “bridge” does not stand" not in result.stderr
    before = files(desk)
    assert run(desk, "import", file, "--from", "claimreview", "--article", SLUG, code=1).stdout == ""
    assert files(desk) == before


def test_a_second_review_of_one_claim_by_one_reviewer_is_told(desk: Workspace) -> None:
    taken = into(desk, replace(COSTS, text=CLOSED.text), replace(COSTS, text=CLOSED.text, rating=None, id="#2"))
    assert len(reviews(desk)) == 1
    (told,) = [one for one in taken.told if one.remark.refused]
    assert (told.remark.where, "reviews the claim c1111111 twice" in told.remark.message) == ("#2", True)


def test_nothing_that_was_imported_counts_before_somebody_here_finishes_it(desk: Workspace) -> None:
    into(desk, replace(COSTS, text=CLOSED.text))
    assert (
        "it has 0 finished reviews and needs 1"
        in run(desk, "publish", SLUG, "--claim", CLOSED.id, "--as", "desk", "--at", AT, code=1).stderr
    )
    (standing,) = [item for item in standings(open_dossier(desk, SLUG)) if item.claim.id == CLOSED.id]
    assert standing.decision is None
    assert standing.publication is None


USAGE = [
    (["x.tei.xml", "--article", SLUG], "TEI says all of it itself"),
    (["x.tei.xml", "x.tei.xml", "--as", "ada"], "TEI says all of it itself"),
    (["x.jsonld", "--from", "claimreview", "--article", SLUG, "--slug", "new"], "Either --article"),
    (["x.jsonld", "--from", "claimreview", "--label", "CLAIM"], "claimreview has none"),
]


@pytest.mark.parametrize(("arguments", "told"), USAGE)
def test_options_that_do_not_go_together_are_named(desk: Workspace, arguments: list[str], told: str) -> None:
    assert told in run(desk, "import", *arguments, code=2).stderr


BAD = [
    (["x.jsonld", "--from", "claimreview"], "there is no such file"),
    (["x.jsonld"], "nothing says what it is"),
    (["x.jsonld", "--from", "claimreview", "--article", "nowhere"], "no article has the slug"),
    (["x.jsonld", "--from", "claimreview", "--slug", "No Slug"], "is no slug"),
    (["x.jsonld", "--from", "claimreview", "--as", "no id"], "is no reviewer id"),
]


@pytest.mark.parametrize(("arguments", "told"), BAD)
def test_what_cannot_be_done_is_told_and_nothing_is_written(desk: Workspace, arguments: list[str], told: str) -> None:
    before = files(desk)
    assert told in run(desk, "import", *arguments, code=1).stderr
    assert files(desk) == before


def test_an_article_of_the_same_address_is_named(desk: Workspace) -> None:
    take(desk, brought(COSTS), slug="first")
    taken = take(desk, brought(replace(COSTS, reviewer=Reviewer(id="", name="Other"))), slug="second")
    assert [one.remark.message for one in taken.told] == [
        "first has that address too; to put the claims on its words, import with --article first"
    ]
