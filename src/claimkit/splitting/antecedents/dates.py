"""The dates of *on Tuesday*, *yesterday* and *last year*, by the day on which the article came out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimkit.model.dates import MONTHS, PARTS_OF_DAY, WEEKDAYS, meant
from claimkit.splitting.antecedents.completions import Completion, Sort
from claimkit.splitting.tree import Node, Tree, ancestors, is_finite
from claimkit.splitting.verbs import is_inverted

_MONTHS = frozenset({month.lower() for month in MONTHS} | {month[:3].lower() for month in MONTHS} | {"sept"})
_ALONE = frozenset({"yesterday", "today", "tonight", "tomorrow"})
_FIXED = (_ALONE | {"last", "this", "next"}) - {"today"}
"""Words that need no tense: *today* is also nowadays."""

_UNITS = frozenset({"year", "month"})
_WHICH = frozenset({"last", "this", "next"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_UP_TO = frozenset({"until", "till", "by", "to", "through", "before"})
_DOUBTFUL = frozenset({"would", "could", "might", "may", "can", "should", "must"})


def dates_of(tree: Tree, published: date) -> Iterator[tuple[int, Completion]]:
    """What the words for days, months and years in the sentence mean, where that is plain."""
    elsewhen = _told_of_another_time(tree)
    for node in tree.nodes:
        run = _expression(node)
        if not run or not _alone(run):
            continue
        ahead = _ahead(node)
        fixed = run[0].word in _FIXED
        written = meant(" ".join(part.word for part in run), published, ahead=bool(ahead))
        if written and (fixed or (ahead is not None and not elsewhen)):
            bracket = f"({written})"
            yield (
                run[0].index,
                Completion(
                    sort=Sort.DATE,
                    words=(*(part.text for part in run), bracket),
                    size=len(run),
                    told=frozenset({bracket.lower()}),
                ),
            )


def _expression(node: Node) -> list[Node]:
    """*Tuesday*, *last Tuesday*, *Tuesday night*, *last year*, *this morning*, *yesterday*; empty for another word."""
    before, after = node.before, node.after
    which = before if before and before.word in _WHICH else None
    part = after if after and after.word in PARTS_OF_DAY else None
    if node.word in _ALONE:
        return [node, part] if part else [node]
    if node.word in _UNITS or node.word in PARTS_OF_DAY:
        last_night = which and not (node.word == "night" and which.word != "last")
        wanted = which and (node.word in _UNITS or which.word == "this" or node.word == "night")
        return [which, node] if which and last_night and wanted else []
    if node.word not in WEEKDAYS or node.text == node.word:
        return []
    return [*([which] if which else []), node, *([part] if part else [])]


def _alone(run: list[Node]) -> bool:
    """Whether no other date, number, possessor or quantifier stands beside it: *Tuesday's*, *Tuesday, May 6*."""
    before, after = run[0].before, run[-1].after
    comma = after is not None and after.text == ","
    then = after.after if after and comma else after
    if then and (then.text[0].isdigit() or then.word in _MONTHS or (comma and then.entity == "DATE")):
        return False
    if after and (after.tag == "POS" or after.text == "(" or after.word in {"to", "or", "through", "until", "–", "-"}):
        return False
    named = before is not None and before.text[0].isupper() and before.before is not None  # Bloody Sunday
    apart = before is not None and before.word in {"before", "after", "ago"}  # the day before yesterday
    titled = run[0].word in _ALONE | _WHICH and run[0].text[0].isupper() and run[0].before is not None
    if named or apart or titled or (before is not None and before.word == "year"):
        return False
    counted = before is not None and (before.pos in {"DET", "NUM"} or before.text[0].isdigit() or before.text == "-")
    return not counted


def _told_of_another_time(tree: Tree) -> bool:
    """Whether the sentence gives a year or a month of its own: *in 2015, on a Tuesday*."""
    years = any(node.text.isdigit() and len(node.text) == 4 for node in tree.nodes)
    return years or any(node.word in _MONTHS and node.pos == "PROPN" for node in tree.nodes)


def _ahead(node: Node) -> bool | None:
    """Whether the clause around the date speaks of what is to come; None: that cannot be told."""
    for above in ancestors(node):
        verbs = [above, *above.of("aux", "cop")]
        words = {verb.word for verb in verbs}
        if words & _DOUBTFUL or any(mark.word == "to" for mark in above.of("mark")):
            return None
        if words & _FUTURE:
            return True
        if any(case.word in _UP_TO for case in node.of("case")):  # closed until Monday: the next one, or one long gone
            return None
        if is_finite(above):
            past = any(verb.tag == "VBD" or verb.word in {"has", "have"} for verb in verbs)  # is closed on Monday
            return False if past and not is_inverted(above) else None
    return None
