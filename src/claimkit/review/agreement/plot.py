"""The picture of an agreement: its first matrix, with the words that go with it."""

from __future__ import annotations

from claimkit.errors import RefusalError
from claimkit.model.config import Config
from claimkit.model.vocabulary import Over
from claimkit.review.agreement.asjson import no_matrix
from claimkit.review.agreement.confusion import Confusion
from claimkit.review.agreement.figures import Figure, Name
from claimkit.review.agreement.heatmap import Caption, heat_map
from claimkit.review.agreement.report import Agreement
from claimkit.review.agreement.scale import places

TITLES = {
    Over.VERDICT: "Which verdicts are taken for which",
    Over.ATTRIBUTION: "Who is taken for whom",
    Over.CLAIMS: "Which claims are kept and which are cut",
}


def plot_of(found: Agreement, config: Config) -> bytes:
    """The heat map of the confusions as SVG; raises :class:`RefusalError` where there is nothing to draw."""
    if not found.confusions:
        raise RefusalError(f"there is nothing to plot: {no_matrix(found)}", remedy="--json has the figures")
    if not found.overall.units:
        raise RefusalError("there is nothing to plot: no claim was rated by two reviewers")
    shown = found.confusions[0]
    on = places(config) if found.over is Over.VERDICT else {}
    caption = Caption(title=TITLES[found.over], subtitle=f"{_who(shown, found)} {_alpha(found)}")
    return heat_map(shown, caption, sum(value in on for value in shown.values))


def _who(shown: Confusion, found: Agreement) -> str:
    if shown.reviewers:
        return f"Rows: {shown.reviewers[0]}; columns: {shown.reviewers[1]}."
    return f"All pairs of {len(found.overall.reviewers)} reviewers, each pair in both directions."


def _alpha(found: Agreement) -> str:
    figure: Figure = found.overall.by_name[Name.NOMINAL_ALPHA]
    on = f"on {figure.units} claim{'' if figure.units == 1 else 's'}"
    if figure.value is None:
        return f"Krippendorff\u2019s alpha is undefined {on}."
    low, high = figure.interval.low, figure.interval.high
    between = f" ({low:.2f} to {high:.2f})" if low is not None and high is not None else ""
    return f"Krippendorff\u2019s alpha {figure.value:.2f}{between} {on}."
