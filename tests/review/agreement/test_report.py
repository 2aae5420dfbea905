"""The figures of whole articles: what is undefined is said in words, what is random is the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.model.config import Config, Publisher
from claimkit.model.vocabulary import Over
from claimkit.review.agreement.bootstrap import LEAST
from claimkit.review.agreement.confusion import confusions
from claimkit.review.agreement.differences import differences
from claimkit.review.agreement.figures import Figures, Name, figures
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.scale import ordered, places, scale

CONFIG = Config(publisher=Publisher(name="Desk", url="https://example.org/"))
WORDS = {"T": "true", "m": "mostly-true", "h": "half-true", "F": "false", "u": "unproven", "x": "unheard-of"}


def units(*columns: str) -> tuple[Unit, ...]:
    """A string a reviewer, a letter a claim; a full stop is a missing rating."""
    names = ("ada", "ben", "cleo", "dan")
    return tuple(
        Unit(
            article="bridge-closed",
            claim=f"c{index}",
            text="",
            values={name: ((WORDS[letter],),) for name, letter in zip(names, row, strict=False) if letter != "."},
        )
        for index, row in enumerate(zip(*columns, strict=True))
    )


def measured(*columns: str, seed: int = 1) -> Figures:
    found = units(*columns)
    return figures(found, scale(found, CONFIG, Over.VERDICT), seed)


@pytest.mark.parametrize(
    ("columns", "reasons"),
    [
        (["TTF"], {"fewer than two reviewers"}),
        ([""], {"fewer than two reviewers"}),
        (["TT..", "..FF"], {"no claim was rated by two reviewers", "no claim has two verdicts that are on the scale", "no claim was rated by all 2 reviewers"}),
        (["TTT", "TTT"], {"all ratings are the same, as chance alone would have it"}),
    ],
)  # fmt: skip
def test_what_is_undefined_is_said_in_words(columns: list[str], reasons: set[str]) -> None:
    found = measured(*columns)
    named = {name: figure for name, figure in found.by_name.items() if name is not Name.OBSERVED}
    assert {figure.value for figure in named.values()} == {None}
    assert {figure.reason for figure in named.values()} == reasons
    assert {figure.interval.reason for figure in named.values()} == {"there is no figure"}


def test_where_all_say_the_same_the_share_of_agreement_is_still_known() -> None:
    assert measured("TTT", "TTT").by_name[Name.OBSERVED].value == 1


def test_a_claim_that_one_reviewer_rated_is_missing_data() -> None:
    found, without = measured("TTFFT.", "TTFTTF"), measured("TTFFT", "TTFTT")
    assert (found.rated, found.units) == (6, 5)
    assert found.by_name == without.by_name


def test_each_pair_is_compared_on_the_claims_that_both_rated() -> None:
    found = measured("TTFF..", "TTFFTT", "..FTTF")
    assert [(pair.reviewers, pair.cohen.units) for pair in found.pairs] == [
        (("ada", "ben"), 4),
        (("ada", "cleo"), 2),
        (("ben", "cleo"), 4),
    ]
    assert found.by_name[Name.DAVIES_FLEISS].units == 2
    defined = [pair.cohen.value for pair in found.pairs if pair.cohen.value is not None]
    assert found.by_name[Name.COHEN].value == pytest.approx(sum(defined) / len(defined))


def test_the_mean_of_kappas_leaves_out_a_pair_that_has_one_value_only() -> None:
    found = measured("TTF", "TT.", "..F")
    assert {pair.cohen.value for pair in found.pairs} == {None}
    assert found.by_name[Name.COHEN].reason == "no pair of reviewers used more than one value"


def test_the_alpha_on_the_scale_leaves_out_what_is_off_it() -> None:
    found = measured("TTFuTh", "TmFFuh")
    ordinal, nominal = found.by_name[Name.ORDINAL_ALPHA], found.by_name[Name.NOMINAL_ALPHA]
    assert (ordinal.units, nominal.units) == (4, 6)
    assert ordinal.value is not None
    assert nominal.value is not None
    assert ordinal.value > nominal.value


def test_few_claims_have_no_interval_and_more_have_the_same_one_each_time() -> None:
    few = measured("TTFF", "TTFT").by_name[Name.NOMINAL_ALPHA]
    assert (few.interval.low, few.interval.reason) == (None, f"fewer than {LEAST} claims")
    one, again, other = (measured("TTFFTTFF", "TTFTTTFh", seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert one.by_name != other.by_name
    interval = one.by_name[Name.NOMINAL_ALPHA].interval
    assert interval.low is not None
    assert interval.high is not None
    assert -1 <= interval.low < 1
    assert interval.low < interval.high <= 1


def test_there_is_no_interval_where_most_resamples_hold_one_value() -> None:
    reason = measured("TTTTF", "TTTTF").by_name[Name.NOMINAL_ALPHA].interval.reason
    assert reason == "too many resamples hold one value only"


columns = st.integers(2, 12).flatmap(
    lambda claims: st.lists(st.text("TmhFu.", min_size=claims, max_size=claims), min_size=2, max_size=4)
)


@given(given_columns=columns)
@settings(deadline=None, max_examples=30)
def test_no_figure_is_ever_no_number(given_columns: list[str]) -> None:
    found = measured(*given_columns)
    for figure in [*found.by_name.values(), *(pair.cohen for pair in found.pairs)]:
        assert (figure.value is None) == bool(figure.reason)
        if figure.value is not None:
            assert -1 - 1e-9 <= figure.value <= 1 + 1e-9
            assert (figure.interval.low is None) == bool(figure.interval.reason)


@given(given_columns=columns, data=st.data())
@settings(deadline=None, max_examples=30)
def test_the_order_of_reviewers_changes_no_figure(given_columns: list[str], data: st.DataObject) -> None:
    one, other = measured(*given_columns), measured(*data.draw(st.permutations(given_columns)))
    for name, figure in one.by_name.items():
        value = other.by_name[name].value
        assert figure.value == (value if value is None else pytest.approx(value))


def test_confusions_are_in_the_order_of_the_scale_and_pooled_for_more_than_two() -> None:
    found = units("Tux", "mF.", "TFx")
    values = ordered(found, CONFIG, Over.VERDICT)
    assert [value[0][0] for value in values] == [
        "true", "mostly-true", "half-true", "mostly-false", "false", "unproven", "unheard-of",
    ]  # fmt: skip
    pooled, first, *_ = confusions(found, ("ada", "ben", "cleo"), values)
    assert (pooled.reviewers, first.reviewers) == (None, ("ada", "ben"))
    assert pooled.counts == tuple(zip(*pooled.counts, strict=True)), "each pair in both directions"
    assert sum(map(sum, pooled.counts)) == 2 * (3 + 3 + 1)
    assert (first.counts[0][1], first.counts[1][0], first.counts[5][4]) == (1, 0, 1)


def test_the_claims_furthest_apart_come_first_and_off_the_scale_is_as_far_as_can_be() -> None:
    found = units("TTTTT", "TmFuh")
    assert [unit.claim for unit in differences(found, places(CONFIG))] == ["c2", "c3", "c4", "c1"]
