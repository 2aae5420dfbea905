"""The tables below the figures of agreement: by article, what is taken for what, where reviewers differ."""

from __future__ import annotations

from claimkit.cli.terminal import print_table, printable, write_line
from claimkit.model.vocabulary import Over
from claimkit.review.agreement.asjson import no_matrix
from claimkit.review.agreement.figures import Figure, Figures, Name
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.report import Agreement
from claimkit.review.agreement.values import label

ROWS = 10
"""Claims, articles and pairs of reviewers that are listed; --json has all."""


def show_tables(found: Agreement) -> None:
    """Print the articles, what each made of the claims, what is taken for what, and where reviewers differ."""
    if len(found.articles) > 1:
        _articles(found)
    if found.over is Over.CLAIMS:
        _splitting(found)
    _confusion(found)
    _differences(found)


def say_line(line: str) -> None:
    """Print one line."""
    write_line(printable(line))


def shown_value(value: float | None, percent: bool = False) -> str:
    """A figure to two places, or in percent."""
    if value is None:
        return "–"
    return f"{100 * value:.0f} %" if percent else f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def shown_interval(figure: Figure, percent: bool = False) -> str:
    """The interval, or why there is none."""
    low, high = figure.interval.low, figure.interval.high
    if figure.value is None:
        return f"undefined: {figure.reason}"
    if low is None or high is None:
        return f"none: {figure.interval.reason}"
    if percent:
        return f"{100 * low:.0f} to {100 * high:.0f} %"
    return f"{shown_value(low)} to {shown_value(high)}"


def _heading(line: str) -> None:
    say_line("")
    say_line(line)


def _articles(found: Agreement) -> None:
    """Each article's figures, the lowest alpha first, then those without."""
    every = sorted(found.articles.items(), key=lambda item: _lowest(item[1]))
    _heading("By article, the least agreement first" + _more(len(every)))
    rows = [
        (slug, each.units, *(shown_value(each.by_name[name].value) for name in _SHORT), shown_interval(_alpha(each)))
        for slug, each in every[:ROWS]
    ]
    columns = ("article", "claims", "alpha", "Fleiss", "Cohen", "interval of alpha")
    print_table(columns, rows, right=columns[1:5])


_SHORT = (Name.NOMINAL_ALPHA, Name.FLEISS, Name.COHEN)


def _alpha(each: Figures) -> Figure:
    return each.by_name[Name.NOMINAL_ALPHA]


def _lowest(each: Figures) -> tuple[bool, float]:
    value = _alpha(each).value
    return value is None, value or 0.0


def _more(number: int) -> str:
    return f" ({ROWS} of {number}; --json has all)" if number > ROWS else ""


def _splitting(found: Agreement) -> None:
    _heading("What each made of the claims")
    columns = ("reviewer", "kept", "of these edited", "cut", "added")
    rows = [(each.reviewer, each.kept, each.edited, each.cut, each.added) for each in found.splitting]
    print_table(columns, rows, right=columns[1:])


def _confusion(found: Agreement) -> None:
    if not found.confusions or not found.overall.units:
        if found.overall.units:
            _heading(f"No table of what is taken for what: {no_matrix(found)}.")
        return
    shown = found.confusions[0]
    if shown.reviewers:
        _heading(f"What is taken for what (rows {shown.reviewers[0]}, columns {shown.reviewers[1]})")
    else:
        _heading("What is taken for what (all pairs of reviewers, each in both directions)")
    numbers = [str(index + 1) for index in range(len(shown.values))]
    rows = [
        (f"{number} {label(value)}", *(str(count) if count else "·" for count in counts))
        for number, value, counts in zip(numbers, shown.values, shown.counts, strict=True)
    ]
    print_table(("", *numbers), rows, right=numbers)


def _differences(found: Agreement) -> None:
    if not found.differences:
        return
    _heading("Where they differ most" + _more(len(found.differences)))
    several = len(found.articles) > 1
    columns = (*(("article",) if several else ()), "id", "claim", "who says what")
    rows = [_difference(unit, several) for unit in found.differences[:ROWS]]
    print_table(columns, rows)


def _difference(unit: Unit, several: bool) -> tuple[str, ...]:
    said = "; ".join(f"{name}: {label(value)}" for name, value in sorted(unit.values.items()))
    return (*((unit.article,) if several else ()), unit.claim, " ".join(unit.text.split()), said)
