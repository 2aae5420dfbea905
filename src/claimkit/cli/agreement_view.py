"""How far reviewers agree, on one screen, for a reader who is no statistician."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.cli.terminal import print_table, printable, write_line
from claimkit.model.vocabulary import Over
from claimkit.review.agreement.asjson import no_matrix
from claimkit.review.agreement.figures import Figure, Figures, Name
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.report import Agreement
from claimkit.review.agreement.values import label

ROWS = 10
"""Claims, articles and pairs of reviewers that are listed; --json has all."""

RELIABLE, TENTATIVE = 0.8, 0.667
"""Krippendorff's customary limits (Content Analysis, 2nd edition, 2004, page 241)."""

COMPARED = {
    Over.VERDICT: "the verdict",
    Over.ATTRIBUTION: "who says it",
    Over.CLAIMS: "which claims to keep",
}

LABELS = {
    Name.NOMINAL_ALPHA: "Krippendorff's alpha",
    Name.ORDINAL_ALPHA: "  the same on the scale",
    Name.FLEISS: "Fleiss' kappa",
    Name.COHEN: "Cohen's kappa, mean",
    Name.DAVIES_FLEISS: "Davies and Fleiss' kappa",
    Name.OBSERVED: "said the same",
}


def show_agreement(found: Agreement) -> None:
    """Print the figures, what alpha means, the articles, what is taken for what, and where reviewers differ."""
    overall = found.overall
    _say(f"Agreement over {COMPARED[found.over]} ({', '.join(found.fields)}): {_who(overall)}")
    _say("")
    columns = ("figure", "value", "95 % interval", "claims")
    print_table(columns, list(_figures(overall, found.over)), right=("value", "claims"))
    if overall.by_name[Name.NOMINAL_ALPHA].value is not None or found.off_scale:
        _say("")
    for line in _meaning(found):
        _say(line)
    if len(found.articles) > 1:
        _articles(found)
    if found.over is Over.CLAIMS:
        _splitting(found)
    _confusion(found)
    _differences(found)


def _say(line: str) -> None:
    write_line(printable(line))


def _heading(line: str) -> None:
    _say("")
    _say(line)


def _who(overall: Figures) -> str:
    names = ", ".join(overall.reviewers[:ROWS]) + (", …" if len(overall.reviewers) > ROWS else "")
    said = f"{_count(overall.rated, 'claim')} rated, {overall.units} of them by two or more"
    return f"{_count(len(overall.reviewers), 'reviewer')}{f' ({names})' if names else ''}, {said}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _figures(overall: Figures, over: Over) -> Iterator[tuple[object, ...]]:
    several = len(overall.reviewers) > 2
    for name, text in LABELS.items():
        figure = overall.by_name[name]
        if (name is Name.ORDINAL_ALPHA and over is not Over.VERDICT) or (name is Name.DAVIES_FLEISS and not several):
            continue
        alone = name is Name.COHEN and not several
        yield _row("Cohen's kappa" if alone else text, figure, percent=name is Name.OBSERVED)
        if name is Name.COHEN and several:
            for pair in overall.pairs[:ROWS]:
                yield _row("  " + " and ".join(pair.reviewers), pair.cohen)
            if more := len(overall.pairs[ROWS:]):
                yield (f"  and {_count(more, 'more pair')}: --json", "", "", "")


def _row(text: str, figure: Figure, *, percent: bool = False) -> tuple[object, ...]:
    return text, _value(figure.value, percent), _interval(figure, percent), figure.units


def _value(value: float | None, percent: bool = False) -> str:
    if value is None:
        return "–"
    return f"{100 * value:.0f} %" if percent else f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def _interval(figure: Figure, percent: bool = False) -> str:
    """The interval, or why there is none."""
    low, high = figure.interval.low, figure.interval.high
    if figure.value is None:
        return f"undefined: {figure.reason}"
    if low is None or high is None:
        return f"none: {figure.interval.reason}"
    if percent:
        return f"{100 * low:.0f} to {100 * high:.0f} %"
    return f"{_value(low)} to {_value(high)}"


def _meaning(found: Agreement) -> Iterator[str]:
    """What alpha says, in plain sentences, with the customary limits."""
    ordinal, nominal = (found.overall.by_name[name] for name in (Name.ORDINAL_ALPHA, Name.NOMINAL_ALPHA))
    if nominal.value is not None:
        yield "Alpha is 1 where all say the same, and 0 where they agree no more than by chance."
        yield "By custom (Krippendorff 2004) .800 is enough to rely on, and .667 for tentative conclusions:"
        yield f"{nominal.value:.3f} is {_verdict(nominal.value)}{_reach(nominal)}."
    if found.off_scale:
        left = "verdict off the scale is" if found.off_scale == 1 else "verdicts off the scale are"
        yield f"{found.off_scale} {left} left out of the alpha on the scale ({_count(ordinal.units, 'claim')} remain)."


def _verdict(alpha: float) -> str:
    if alpha >= RELIABLE:
        return "enough to rely on"
    return "enough for tentative conclusions" if alpha >= TENTATIVE else "too low for either"


def _reach(figure: Figure) -> str:
    """Whether the interval says something else than the figure."""
    low, high = figure.interval.low, figure.interval.high
    if figure.value is None or low is None or high is None:
        return ""
    ends = [end for end in (low, high) if _verdict(end) != _verdict(figure.value)]
    return f", but its interval reaches to {' and '.join(f'{end:.3f}' for end in ends)}" if ends else ""


def _articles(found: Agreement) -> None:
    """Each article's figures, the lowest alpha first, then those without."""
    every = sorted(found.articles.items(), key=lambda item: _lowest(item[1]))
    _heading("By article, the least agreement first" + _more(len(every)))
    rows = [
        (slug, each.units, *(_value(each.by_name[name].value) for name in _SHORT), _interval(_alpha(each)))
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
