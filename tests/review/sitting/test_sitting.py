"""A sitting, key by key: what each key records, what is shown, and that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimkit.annotations.documents import load
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError, WorkspaceError
from claimkit.model.review import Review, ReviewFile
from claimkit.model.vocabulary import AttributionStatus, Disposition, Kind, Mode, Order, SourceType, Stage, Stance
from claimkit.review.dialogue import AskLine, Say, Step, rehearsed
from claimkit.review.recording import record
from claimkit.review.sitting.walk import Ended, sit
from made import CLOSED, CONFIG, HURT, SAID, SLUG, with_claims, workspace

START = "2025-05-10T08:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


class Clock:
    """A minute goes by with each look."""

    def __init__(self) -> None:
        self.minutes = 0

    def __call__(self) -> str:
        self.minutes += 1
        return f"2025-05-10T{8 + self.minutes // 60:02}:{self.minutes % 60:02}:00Z"


def play(desk: Workspace, *answers: str, who: str = "ada", order: Order = Order.TEXT) -> tuple[str, Ended]:
    """What was said and asked in a sitting with these answers, as text, and how it ended."""
    steps, ended = rehearsed(sit(desk, [SLUG], who, order=order, now=Clock()), iter(answers))
    return "\n".join(shown(steps)), ended


def shown(steps: list[Step]) -> Iterator[str]:
    for step in steps:
        yield from step.lines if isinstance(step, Say) else (step.prompt,)


def work(desk: Workspace, who: str = "ada") -> ReviewFile:
    return load(desk, desk.review_path(SLUG, who), ReviewFile).item


def review(desk: Workspace, claim: str = CLOSED.id) -> Review:
    return next(item for item in work(desk).reviews if item.claim == claim)


EVIDENCE = ["v", "https://example.net/a", "Minutes", "Council", "2025-05-06", "2025-05-10", "", "s", "closed on Monday"]


def test_a_claim_is_shown_with_its_marked_words_and_the_sentences_around(desk: Workspace) -> None:
    text, _ = play(desk)
    assert "bridge-closed: claim 1 of 3, 0 finished" in text
    assert f"{CLOSED.id}  The bridge was closed on Monday." in text
    assert "before      Bridge closed" in text
    assert "sentence    >>The bridge was closed on Monday.<<" in text
    assert "after       The mayor, Ada Stone, said that 12 people were hurt." in text


def test_who_says_it_and_what_the_check_says_are_shown(desk: Workspace) -> None:
    record(desk, SLUG, "ada", [("", {"claim": HURT.id, "text": "14 people were hurt."})], START)
    text, _ = play(desk, "f", "c333", "q")
    assert "said by     Ada Stone (person, indirect) “said”" in text
    assert "proposed    12 people were hurt." in text
    assert "note        CK407: the claim says what its anchors do not: the number “14”" in text


def test_one_key_an_act_and_each_is_saved(desk: Workspace) -> None:
    play(desk, "a", "1")
    assert (review(desk).disposition, review(desk).verdict, review(desk).stage) == ("accepted", "true", "draft")
    play(desk, "r")
    assert review(desk).disposition is Disposition.REJECTED


def test_a_whole_review_and_on_to_the_next_claim(desk: Workspace) -> None:
    text, ended = play(desk, "1", *EVIDENCE, "t", "The minutes say so.", "k", "9", "y", "c", "Good.", "d", "q")
    done = review(desk)
    assert (done.verdict, done.confidence, done.rationale, done.comment) == (
        "true",
        0.9,
        "The minutes say so.",
        "Good.",
    )
    assert done.attribution is not None
    assert (done.attribution.status, done.stage) == (AttributionStatus.CONFIRMED, Stage.DONE)
    (evidence,) = done.evidence
    assert (evidence.url, evidence.stance, evidence.quote) == (
        "https://example.net/a",
        Stance.SUPPORTS,
        "closed on Monday",
    )
    assert (evidence.publisher, evidence.published, evidence.accessed, evidence.archive) == (
        "Council", "2025-05-06", "2025-05-10", "",
    )  # fmt: skip
    assert "claim 2 of 3, 1 finished" in text
    assert "a claim, about" in text, "the pace"
    assert ended == Ended(finished=1, left=2)


def test_a_page_cited_before_is_cited_again_by_its_number(desk: Workspace) -> None:
    text, _ = play(desk, *EVIDENCE, "s", "v", "1", "r", "12 were hurt")
    assert "1  Minutes https://example.net/a" in text
    (evidence,) = review(desk, SAID.id).evidence
    assert (evidence.title, evidence.publisher, evidence.stance) == ("Minutes", "Council", Stance.REFUTES)


def test_what_would_be_wrong_is_not_finished_and_is_said(desk: Workspace) -> None:
    text, ended = play(desk, "1", "d")
    assert "Not finished yet:" in text
    assert "rests on no evidence" in text
    assert "the verdict has no rationale" in text
    assert (review(desk).stage, ended.finished) == (Stage.DRAFT, 0)


def test_better_words_and_other_words_of_the_article(desk: Workspace) -> None:
    play(desk, "e", "The old bridge was closed.", "The bridge … closed on Monday")
    edited = review(desk)
    assert (edited.disposition, edited.text) == (Disposition.EDITED, "The old bridge was closed.")
    assert [anchor.quote for anchor in edited.anchors] == ["The bridge", "closed on Monday"]


def test_splitting_goes_to_the_first_part_and_undo_brings_the_whole_back(desk: Workspace) -> None:
    text, _ = play(desk, "x", "The bridge was closed.", "", "It was Monday.", "on Monday", "")
    assert [claim.text for claim in work(desk).added] == ["The bridge was closed.", "It was Monday."]
    assert review(desk).replaced_by == tuple(claim.id for claim in work(desk).added)
    assert text.rindex("  The bridge was closed.") > text.rindex(CLOSED.id)
    (tmp := desk.review_path(SLUG, "ada")).unlink()
    text, _ = play(desk, "x", "The bridge was closed.", "", "It was Monday.", "on Monday", "", "u")
    assert (work(desk).added, work(desk).reviews) == ((), ())
    assert f"Taken back: the last act on {CLOSED.id}" in text
    assert tmp.exists()


def test_merging_by_number(desk: Workspace) -> None:
    text, _ = play(desk, "s", "m", "2", "Ada Stone said that 12 people were hurt.")
    assert f"2  {HURT.id}" in text
    (joined,) = work(desk).added
    assert joined.derived_from == (SAID.id, HURT.id)


def test_the_speaker_is_corrected_by_the_articles_words(desk: Workspace) -> None:
    play(desk, "f", "c333", "w", "The mayor", "p", "Ada Stone", "mayor", "said", "i")
    corrected = review(desk, HURT.id).attribution
    assert corrected is not None
    (link,) = corrected.chain
    assert (link.source.name, link.source.type, link.source.role) == ("Ada Stone", SourceType.PERSON, "mayor")
    assert link.source.anchor is not None
    assert (link.source.anchor.quote, link.mode) == ("The mayor", Mode.INDIRECT)
    text, _ = play(desk, "f", "c333", "w", "-")
    assert review(desk, HURT.id).attribution.chain == ()  # type: ignore[union-attr]
    assert "the writer, in their own voice" in play(desk, "i")[0]
    assert text


def test_words_that_the_article_has_not_are_refused_at_once_and_asked_for_again(desk: Workspace) -> None:
    text, _ = play(desk, "f", "c333", "w", "Bob Stone", "Ada Stone", "p", "", "", "", "i")
    assert "'Bob Stone' does not stand in the article" in text
    assert review(desk, HURT.id).attribution is not None
    text, _ = play(desk, "v", "example.net/x", "https://example.net/x", "", "", "9 May", "", "", "", "c", "")
    assert 'is "example.net/x", which is not what it must be' in text
    assert 'is "9 May", which is not what it must be' in text
    assert [evidence.title for evidence in review(desk, HURT.id).evidence] == ["https://example.net/x"]
    text, _ = play(desk, "m", "99", "", "e", "Other words.", "Nowhere", "")
    assert "99 is none of the numbers above" in text
    assert review(desk, HURT.id).text == "Other words.", "what was typed before is not lost"


def test_a_review_that_the_article_contradicts_is_finished_only_by_a_second_word(desk: Workspace) -> None:
    keys = ["f", "c333", "e", "14 people were hurt.", "", "6", "t", "Nothing found.", "d"]
    text, _ = play(desk, *keys, "n")
    assert "Note: the claim says what its anchors do not: the number “14”" in text
    assert review(desk, HURT.id).stage is Stage.DRAFT
    play(desk, "d", "y")
    assert review(desk, HURT.id).stage is Stage.DONE


def test_kind_short_wording_and_taking_away(desk: Workspace) -> None:
    play(desk, "n", "o", "h", "Bridge closed", "c", "Hm.")
    assert (review(desk).kind, review(desk).short, review(desk).comment) == (Kind.OPINION, "Bridge closed", "Hm.")
    play(desk, "c", "-", "k", "5", "k", "-")
    assert (review(desk).comment, review(desk).confidence) == ("", None)


def test_all_claims_of_a_sentence_are_accepted_at_once_but_not_what_was_said_before(desk: Workspace) -> None:
    record(desk, SLUG, "ada", [("", {"claim": HURT.id, "disposition": "rejected"})], START)
    text, _ = play(desk, "f", "c222", "A")
    assert (review(desk, SAID.id).disposition, review(desk, HURT.id).disposition) == ("accepted", "rejected")
    assert text


def test_undo_goes_back_through_the_whole_sitting(desk: Workspace) -> None:
    play(desk, "a", "1", "c", "Hm.", "s", "2", "u", "u", "u", "u", "u")
    assert work(desk).reviews == ()
    assert "Nothing was done in this sitting" in play(desk, "u")[0]


def test_undo_leaves_no_trace_and_keeps_what_other_claims_have(desk: Workspace) -> None:
    play(desk, "a", "s", "2")
    before = desk.review_path(SLUG, "ada").read_bytes()
    play(desk, "3", "u")
    assert desk.review_path(SLUG, "ada").read_bytes() == before


def test_the_next_sitting_goes_on_where_this_one_ended(desk: Workspace) -> None:
    play(desk, "s", "a")
    assert "claim 2 of 3" in play(desk)[0].splitlines()[3]
    play(desk, "c", "Nothing to rate.", "d")
    text, _ = play(desk)
    assert "claim 3 of 3, 1 finished" in text, "what was skipped comes after what is next"
    play(desk, "c", "Nor here.", "d")
    assert "claim 1 of 3, 2 finished" in play(desk)[0]
    play(desk, "c", "Nor here.", "d")
    text, ended = play(desk)
    assert "you have finished every claim" in text
    assert ended == Ended(finished=0, left=0)


def test_back_goes_to_the_claim_before(desk: Workspace) -> None:
    text, _ = play(desk, "s", "b", "b")
    assert re.findall(r"claim (\d) of 3", text) == ["1", "2", "1"]
    assert "This is where you began" in text


def test_finding_by_words_and_by_id(desk: Workspace) -> None:
    text, _ = play(desk, "f", "people were", "2", "f", "nobody", "f", "c222", "f", "", "f", "people were", "")
    assert "  2 claims:" in text
    assert f"    2  {HURT.id}" in text
    assert "claim 3 of 3" in text
    assert "No claim has these words." in text
    assert "claim 2 of 3" in text


def test_an_unknown_key_is_answered_and_does_nothing(desk: Workspace) -> None:
    text, _ = play(desk, "z", "?")
    assert "'z' does nothing here; ? help" in text
    assert "accept the wording" in text
    assert not desk.review_path(SLUG, "ada").exists()


def test_nothing_of_anybody_else_is_read_or_shown(desk: Workspace) -> None:
    record(desk, SLUG, "bob", [("", {"claim": CLOSED.id, "verdict": "false", "comment": "Nonsense."})], START)
    text, _ = play(desk, "i", "q")
    assert "Nonsense" not in text
    desk.review_path(SLUG, "bob").write_text("{broken")
    desk.decisions_path(SLUG).write_text("{broken")
    play(desk, "a")
    assert review(desk).disposition is Disposition.ACCEPTED


def meddling(desk: Workspace, *answers: str, before: int, act: Callable[[], object]) -> str:
    """A sitting with these answers, where something else happens while the reviewer thinks about one of them."""

    def given() -> Iterator[str]:
        for number, answer in enumerate(answers):
            if number == before:
                act()
            yield answer

    steps, _ = rehearsed(sit(desk, [SLUG], "ada", order=Order.TEXT, now=Clock()), given())
    return "\n".join(shown(steps))


def test_a_second_sitting_of_the_same_reviewer_loses_nothing(desk: Workspace) -> None:
    other = {"claim": CLOSED.id, "verdict": "false"}
    text = meddling(desk, "1", before=0, act=lambda: record(desk, SLUG, "ada", [("", other)], START))
    assert "you changed this review in another sitting meanwhile" in text
    assert review(desk).verdict == "false"
    other = {"claim": HURT.id, "verdict": "false"}
    meddling(desk, "1", before=0, act=lambda: record(desk, SLUG, "ada", [("", other)], START))
    assert (review(desk).verdict, review(desk, HURT.id).verdict) == ("true", "false"), "another claim is no conflict"


def test_an_act_that_was_changed_elsewhere_since_is_not_undone(desk: Workspace) -> None:
    other = {"claim": CLOSED.id, "verdict": "false"}
    text = meddling(desk, "1", "u", before=1, act=lambda: record(desk, SLUG, "ada", [("", other)], START))
    assert "changed again in another sitting" in text
    assert review(desk).verdict == "false"


def test_what_cannot_be_saved_is_said_and_the_sitting_goes_on(desk: Workspace) -> None:
    folder = desk.review_path(SLUG, "ada").parent
    text = meddling(desk, "a", "q", before=0, act=lambda: folder.write_text("a file in place of the folder"))
    assert "Not done: " in text
    assert "it cannot be written" in text
    assert "Not done" not in meddling(desk, "s", "a", before=0, act=folder.unlink)
    assert review(desk, SAID.id).disposition is Disposition.ACCEPTED


def test_a_file_that_is_damaged_meanwhile_ends_the_sitting_and_is_not_overwritten(desk: Workspace) -> None:
    path = desk.review_path(SLUG, "ada")

    def damage() -> None:
        path.parent.mkdir()
        path.write_text("{broken")

    with pytest.raises(DataError, match=r"ada.json:1:2: it is not JSON"):
        meddling(desk, "a", "q", before=0, act=damage)
    assert path.read_text() == "{broken"


def test_claims_that_are_split_again_meanwhile_are_shown_anew(desk: Workspace) -> None:
    text = meddling(desk, "1", "2", before=0, act=lambda: with_claims(desk, SAID, HURT))
    assert f"{CLOSED.id} is gone: the article was split again meanwhile." in text
    assert "claim 1 of 2" in text
    assert review(desk, SAID.id).verdict == "mostly-true"


def test_those_most_worth_checking_come_first(desk: Workspace) -> None:
    assert "claim 1 of 3" in play(desk, order=Order.WORTH)[0]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('done = "a"', "accept and done both have 'a'"),
        ('done = "1"', "One visible character, no digit"),
        ('done = "ab"', "One visible character, no digit"),
        ('done = "\u202e"', "One visible character, no digit"),
        ('fly = "j"', "must be one of accept, edit"),
    ],
)
def test_keys_that_cannot_be_are_refused(desk: Workspace, table: str, words: str) -> None:
    (desk.root / "claimkit.toml").write_text(f"{CONFIG}\n[review.keys]\n{table}\n")
    with pytest.raises(WorkspaceError, match=words):
        play(Workspace.find(desk.root))


def test_other_keys_can_be_set(desk: Workspace) -> None:
    (desk.root / "claimkit.toml").write_text(f'{CONFIG}\n[review.keys]\naccept = "j"\n')
    text, _ = play(Workspace.find(desk.root), "j")
    assert review(desk).disposition is Disposition.ACCEPTED
    assert "j accept" in text


def test_wordings_are_changed_on_the_line_and_other_texts_replaced(desk: Workspace) -> None:
    play(desk, "c", "Hm.")
    steps, _ = rehearsed(sit(desk, [SLUG], "ada", order=Order.TEXT, now=Clock()), iter(["c", "", "e", "", ""]))
    lines = [step for step in steps if isinstance(step, AskLine)]
    assert [step.preset for step in lines] == ["", CLOSED.text, ""]
    assert "Enter: as it is, -: take it away" in lines[0].prompt
