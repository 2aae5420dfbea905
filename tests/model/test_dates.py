"""Which day the words mean, by the day of publication; and which bracketed dates follow from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.model.dates import WEEKDAYS, meant, published_on, without_completions

THURSDAY = date(2025, 5, 8)

DAYS = [
    ("Tuesday", "6 May 2025"),
    ("Thursday", "8 May 2025"),
    ("Friday", "2 May 2025"),
    ("Tuesday night", "6 May 2025"),
    ("last Tuesday", "6 May 2025"),
    ("last Thursday", "1 May 2025"),
    ("last Wednesday", ""),  # nobody says so of yesterday
    ("next Tuesday", "13 May 2025"),
    ("next Friday", ""),  # tomorrow, or in a week
    ("this Friday", ""),
    ("yesterday", "7 May 2025"),
    ("Last night", "7 May 2025"),
    ("yesterday afternoon", "7 May 2025"),
    ("today", "8 May 2025"),
    ("this morning", "8 May 2025"),
    ("tomorrow", "9 May 2025"),
    ("last year", "2024"),
    ("this year", "2025"),
    ("last month", "April 2025"),
    ("next month", "June 2025"),
    ("this week", ""),
    ("soon", ""),
    ("", ""),
]


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_days(words: str, day: str) -> None:
    """Of an article that came out on Thursday, 8 May 2025."""
    assert meant(words, THURSDAY) == day


def test_what_lies_ahead() -> None:
    """*Will close on Friday*; on the day itself it may be today or in a week."""
    assert meant("Friday", THURSDAY, ahead=True) == "9 May 2025"
    assert meant("Tuesday", THURSDAY, ahead=True) == "13 May 2025"
    assert meant("Thursday", THURSDAY, ahead=True) == ""


def test_the_turn_of_the_year() -> None:
    """Months and years before and after it."""
    assert meant("last month", date(2025, 1, 3)) == "December 2024"
    assert meant("next month", date(2024, 12, 3)) == "January 2025"
    assert meant("yesterday", date(2025, 1, 1)) == "31 December 2024"


@pytest.mark.parametrize(
    ("written", "day"),
    [("2025-05-08", THURSDAY), ("2025-05-08T08:30:00Z", THURSDAY), ("2025", None), ("", None), ("8 May", None)],
)
def test_the_day_of_publication(written: str, day: date | None) -> None:
    """A day, with or without a time; nothing where there is none."""
    assert published_on(written) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_of_the_week_before(published: date, name: str) -> None:
    """It has that name, and is the day of publication or one of the six before it."""
    days = [published - timedelta(days=back) for back in range(7)]
    day = next(day for day in days if WEEKDAYS[day.weekday()] == name)
    assert meant(name, published).split()[0] == str(day.day)


def test_only_the_right_date_is_taken_out() -> None:
    """A date in brackets that does not follow from the words before it stays."""
    for text in (
        "It closed on Tuesday (6 May 2025).",
        "It closes on Tuesday (13 May 2025).",
        "It closed Tuesday night (6 May 2025).",
        "It closed last year (2024).",
        "Yesterday (7 May 2025) it closed.",
    ):
        assert "2" not in without_completions(text, THURSDAY)
    for text in ("It closed on Tuesday (7 May 2025).", "It closed (2024).", "It closed last year (2023)."):
        assert without_completions(text, THURSDAY) == text
