"""The order of the values: that of the verdict scale, and the places on it."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.config import Config, Verdict
from claimkit.model.vocabulary import Over, VerdictField
from claimkit.review.agreement.figures import Scale
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.values import CUT, Value


def ordered(units: Sequence[Unit], config: Config, over: Over) -> tuple[Value, ...]:
    """The values in use, in the order in which they are shown.

    Verdicts stand in the order of the scale, best first, and those off the scale after them; verdicts on the scale are
    there even where nobody gave them, so that what lies far apart looks so. What is cut comes after all that is kept.
    """
    used = {value for unit in units for value in unit.values.values()}
    if over is Over.VERDICT:
        used |= {(verdict,) for verdict in _ranked(config)} if _plain(config) and used else set()
        order = {verdict.id: place for place, verdict in enumerate(_by_rank(config))}
        place = config.agreement.verdict.index(VerdictField.VERDICT)
        return tuple(sorted(used, key=lambda value: (order.get(value[0][place], len(order)), value)))
    return tuple(sorted(used, key=lambda value: (value == CUT, value)))


def scale(units: Sequence[Unit], config: Config, over: Over) -> Scale:
    """The values as numbers."""
    codes = {value: code for code, value in enumerate(ordered(units, config, over))}
    if over is not Over.VERDICT:
        return Scale(codes=codes, places=None, reason="what is compared has no order")
    if not _plain(config):
        return Scale(codes=codes, places=None, reason="the claim's kind counts too, and has no order")
    return Scale(codes=codes, places=places(config))


def places(config: Config) -> dict[Value, int]:
    """The place of each verdict on the scale, from 0 (worst); equal ranks share one; what is off the scale has none."""
    ranks = sorted({verdict.rank for verdict in config.verdicts if verdict.rank is not None})
    return {((verdict.id,),): ranks.index(verdict.rank) for verdict in config.verdicts if verdict.rank is not None}


def _plain(config: Config) -> bool:
    return config.agreement.verdict == (VerdictField.VERDICT,)


def _ranked(config: Config) -> list[tuple[str, ...]]:
    return [(verdict.id,) for verdict in config.verdicts if verdict.rank is not None]


def _by_rank(config: Config) -> list[Verdict]:
    return sorted(config.verdicts, key=lambda verdict: -1 if verdict.rank is None else verdict.rank, reverse=True)
