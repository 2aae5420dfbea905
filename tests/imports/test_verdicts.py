"""Others' ratings on our scale: by label, by what the label begins with, by numbers that land on a rank; never guessed."""

from __future__ import annotations

import pytest

from claimkit.imports.foreign import Rating
from claimkit.imports.verdicts import judged
from claimkit.model.config import DEFAULT_VERDICTS, Verdict

GERMAN = (
    Verdict(id="wahr", label={"de": "Richtig", "en": "True"}, rank=3),
    Verdict(id="teils", label={"de": "Teilweise richtig"}, rank=2),
    Verdict(id="falsch", label={"de": "Falsch"}, rank=1),
    Verdict(id="offen", label={"de": "Unbelegt"}),
)

LABELS = [
    ("Mostly false", None, "mostly-false"),
    ("  MOSTLY-FALSE. ", None, "mostly-false"),
    ("mostly_false", None, "mostly-false"),
    ("“Half true”", None, "half-true"),
    ("Mostly false, because the barrier costs less", None, "mostly-false"),
    ("False: there is no such law", None, "false"),
    ("False - there is no such law", None, "false"),
    ("FALSE! Nobody said so.", None, "false"),
    ("False claim", None, ""),
    ("True/False", None, ""),
    ("True, but it leaves out the rest", None, ""),
    ("True, but it leaves out the rest", (1, 5, 5), ""),
    ("False (satire)", None, ""),
    ("Not true", (1, 5, 5), ""),
    ("Falsely attributed", None, ""),
    ("Untrue", None, ""),
    ("Missing context", (1, 3, 5), "missing-context"),
    ("Lacks context", (1, 3, 5), ""),
    ("No evidence", (1, 1, 5), ""),
    ("Pants on fire", (1, 1, 6), "false"),
    ("Pants on fire", (1, 2, 6), ""),
    ("Four Pinocchios", None, ""),
    ("", (1, 3, 5), "half-true"),
    ("", (1, 5, 9), "half-true"),
    ("", (1, 2, 4), ""),
    ("", (5, 1, 1), ""),
    ("", None, ""),
]


@pytest.mark.parametrize(("label", "numbers", "verdict"), LABELS)
def test_a_rating_is_a_verdict_of_the_scale_only_for_sure(
    label: str, numbers: tuple[int, int, int] | None, verdict: str
) -> None:
    assert judged(Rating(label=label, numbers=numbers), DEFAULT_VERDICTS).verdict == verdict


def test_labels_of_all_languages_count_and_the_rank_is_found_on_the_desks_own_scale() -> None:
    assert judged(Rating(label="teilweise richtig"), GERMAN).verdict == "teils"
    assert judged(Rating(label="Richtig, aber unvollständig"), GERMAN).verdict == ""
    assert judged(Rating(label="Faux", numbers=(1, 1, 5)), GERMAN).verdict == "falsch"
    assert judged(Rating(label="Vrai", numbers=(1, 4, 5)), GERMAN).verdict == ""


def test_a_word_that_everybody_uses_is_not_overruled_by_a_number() -> None:
    assert judged(Rating(label="False", numbers=(1, 5, 5)), GERMAN).verdict == ""


def test_a_label_that_two_verdicts_have_is_none() -> None:
    both = (Verdict(id="a", label={"en": "Open"}), Verdict(id="b", label={"en": "open"}))
    assert judged(Rating(label="Open"), both).verdict == ""


def test_what_the_verdict_does_not_say_is_kept_in_words() -> None:
    rest = judged(Rating(label="Pants on fire", numbers=(1, 2, 6)), DEFAULT_VERDICTS).rest
    assert rest == "Rated there: Pants on fire (2 on a scale from 1 to 6)."
    assert judged(Rating(label="Mostly false"), DEFAULT_VERDICTS).rest == ""
    assert (
        judged(Rating(label="Mostly false, so it is."), DEFAULT_VERDICTS).rest == "Rated there: Mostly false, so it is."
    )


def test_what_is_unsure_is_told() -> None:
    def doubt(label: str, *numbers: int) -> str:
        rating = Rating(label=label, numbers=(numbers[0], numbers[1], numbers[2]) if numbers else None)
        return judged(rating, DEFAULT_VERDICTS).doubt

    assert doubt("Mixed", 1, 3, 5) == "the label “Mixed” is none of the scale's; taken as half-true by its number"
    assert "no verdict of the scale" in doubt("Mixed")
    assert doubt("", 1, 3, 5) == doubt("Half true") == doubt("Half true, so far") == ""
