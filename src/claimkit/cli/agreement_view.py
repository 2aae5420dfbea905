"""How far reviewers agree, on one screen, for a reader who is no statistician."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.cli.agreement_tables import ROWS, say_line, show_tables, shown_interval, shown_value
from claimkit.cli.terminal import print_table
from claimkit.model.vocabulary import Over
from claimkit.review.agreement.figures import Figure, Figures, Name
from claimkit.review.agreement.report import Agreement

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
    """Print the figures, what alpha means, and the tables."""
    overall = found.overall
    say_line(f"Agreement over {COMPARED[found.over]} ({', '.join(found.fields)}): {_who(overall)}")
    say_line("")
    columns = ("figure", "value", "95 % interval", "claims")
    print_table(columns, list(_figures(overall, found.over)), right=("value", "claims"))
    if overall.by_name[Name.NOMINAL_ALPHA].value is not None or found.off_scale:
        say_line("")
    for line in _meaning(found):
        say_line(line)
    show_tables(found)


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
    return text, shown_value(figure.value, percent), shown_interval(figure, percent), figure.units


def _meaning(found: Agreement) -> Iterator[str]:
    """What alpha says, in plain sentences, with the customary limits."""
    ordinal, nominal = (found.overall.by_name[name] for name in (Name.ORDINAL_ALPHA, Name.NOMINAL_ALPHA))
    if nominal.value is not None:
        yield "Alpha is 1 where all say the same, and 0 where they agree no more than by chance."
        yield "By custom (Krippendorff 2004) .800 is enough to rely on, and .667 for tentative conclusions:"
        yield f"{nominal.value:.3f} is {_verdict(nominal.value)}{_reach(nominal)}."
    if found.off_scale:
        left = "verdict off the scale is" if found.off_scale == 1 else "verdicts off the scale are"
        rest = _count(ordinal.units, "claim")
        yield f"{found.off_scale} {left} left out of the alpha on the scale, which rests on {rest}."


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
