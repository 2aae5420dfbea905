"""Measures a pipeline from raw text: ``python -m training.evaluate PIPELINE [--set NAME ...] [--relations] [--json]``.

The pipeline reads one paragraph at a time, of PUD one sentence, because its sentences are unrelated. What the columns
count stands in :mod:`training.scores`. Names are compared by place and type: with UNER's layer of EWT and PUD (persons,
organizations and places; sentences that the layer lacks are left out), with :mod:`training.entities` for GUM.
Words per second are a hint, not a benchmark.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from claimkit.splitting.pipeline import load_pipeline, pipeline_id
from training.entities import TYPES, UNER, gum_tags, uner, uner_tags
from training.readings import Tags, parsed, printed
from training.scores import Reading, Tallies, Tally, entity_scores, relation_scores, total, word_scores
from training.treebanks import documents

if TYPE_CHECKING:
    from spacy.language import Language

RARE = 15
"""Relations with fewer gold words are not shown."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The documents of a treebank file whose names begin so, and UNER's layer for them ("": GUM's own entities)."""

    file: str
    layer: str = ""
    begin: str = ""


SAMPLES = {
    "ewt-dev": Sample("ewt-dev", "en_ewt-ud-dev"),
    "ewt-test": Sample("ewt-test", "en_ewt-ud-test"),
    "gum-dev": Sample("gum-dev"),
    "gum-test": Sample("gum-test"),
    "gum-news": Sample("gum-test", begin="GUM_news_"),
    "pud-news": Sample("pud", "en_pud-ud-test", begin="n"),
    "pud-wiki": Sample("pud", "en_pud-ud-test", begin="w"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was counted in one sample."""

    words: Tallies
    relations: Tallies
    entities: Tallies
    seconds: float

    @property
    def pace(self) -> float:
        """The pipeline's words per second."""
        return self.words["Words"].system / self.seconds


def texts(sample: Sample) -> Iterator[tuple[str, Reading]]:
    """The paragraphs of a sample as printed, with the treebank's reading."""
    layer = uner(sample.layer) if sample.layer else {}
    for document in documents(sample.file):
        if document.name.startswith(sample.begin):
            known = {} if sample.layer else gum_tags(document)
            for paragraph in document.paragraphs:
                tags: list[Tags | None] = [
                    uner_tags(sentence, layer) if sample.layer else known[sentence.id] for sentence in paragraph
                ]
                yield printed(paragraph, tags)


def measured(nlp: Language, sample: Sample) -> Result:
    """The pipeline's readings of a sample against the treebank's."""
    pairs = list(texts(sample))
    start = time.perf_counter()
    docs = list(nlp.pipe(text for text, _ in pairs))
    seconds = time.perf_counter() - start
    types = UNER.values() if sample.layer else TYPES
    both = [(gold, parsed(doc, types)) for (_, gold), doc in zip(pairs, docs, strict=True)]
    return Result(
        words=total(word_scores(*pair) for pair in both),
        relations=total(relation_scores(*pair) for pair in both),
        entities=total(entity_scores(*pair) for pair in both),
        seconds=seconds,
    )


def entity_rows(results: dict[str, Result]) -> dict[str, Tallies]:
    """The entities of each sample, and of PUD as a whole where both its halves were measured."""
    rows = {name: result.entities for name, result in results.items()}
    halves = [tallies for name, tallies in rows.items() if name.startswith("pud-")]
    return rows if len(halves) < 2 else {**rows, "pud": total(halves)}


def common(relations: Tallies) -> Tallies:
    """Relations that are not rare, the commonest first."""
    often = [(name, tally) for name, tally in relations.items() if tally.gold >= RARE]
    return dict(sorted(often, key=lambda item: (-item[1].gold, item[0])))


def table(results: dict[str, Result], *, relations: bool) -> str:
    """The figures as plain text: samples, names and, if wanted, relations."""
    columns = list(next(iter(results.values())).words)
    lines = [_row(["set", "words", "sents", *columns, "words/s"])]
    for name, result in results.items():
        sizes = [str(result.words[column].gold) for column in ("Words", "Sentences")]
        scores = [f"{result.words[column].f1:.2f}" for column in columns]
        lines.append(_row([name, *sizes, *scores, f"{result.pace:.0f}"]))
    lines += ["", _row(["names", "gold", "P", "R", "F", "spans F"]) + "  F (gold) by type"]
    for name, tallies in entity_rows(results).items():
        kinds = [f"{kind} {tally.f1:.1f} ({tally.gold})" for kind, tally in _types(tallies).items()]
        cells = [*_cells(tallies["all"]), f"{tallies['spans'].f1:.2f}"]
        lines.append(f"{_row([name, *cells])}  {', '.join(kinds)}")
    for name, result in results.items() if relations else ():
        lines += ["", _row([name, "gold", "P", "R", "F"], wide=16)]
        lines += [_row([label, *_cells(tally)], wide=16) for label, tally in common(result.relations).items()]
    return "\n".join(lines)


def raw(results: dict[str, Result], *, relations: bool) -> dict[str, Any]:
    """The same figures for JSON, with what they were counted from."""
    samples: dict[str, Any] = {}
    for name, result in results.items():
        samples[name] = {"scores": _raw(result.words), "words_per_second": round(result.pace)}
        if relations:
            samples[name]["relations"] = _raw(common(result.relations))
    return {"sets": samples, "names": {name: _raw(tallies) for name, tallies in entity_rows(results).items()}}


def _types(tallies: Tallies) -> Tallies:
    return {kind: tallies[kind] for kind in TYPES if kind in tallies}


def _cells(tally: Tally) -> list[str]:
    return [str(tally.gold), *(f"{score:.2f}" for score in (tally.precision, tally.recall, tally.f1))]


def _row(cells: Sequence[str], *, wide: int = 8) -> str:
    return cells[0].ljust(wide) + "".join(f" {cell:>7}" for cell in cells[1:])


def _raw(tallies: Tallies) -> dict[str, dict[str, float]]:
    return {
        name: {
            **{count: getattr(tally, count) for count in ("gold", "system", "correct")},
            **{score: round(getattr(tally, score), 2) for score in ("precision", "recall", "f1")},
        }
        for name, tally in tallies.items()
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("pipeline")
@click.option("--set", "names", multiple=True, type=click.Choice(list(SAMPLES)), help="Only this set; may be repeated.")
@click.option("--relations", is_flag=True, help=f"Every relation with at least {RARE} gold words.")
@click.option("--json", "as_json", is_flag=True, help="JSON.")
def main(pipeline: str, names: tuple[str, ...], relations: bool, as_json: bool) -> None:
    """Measure PIPELINE, a name or path ("" is the shipped one), from raw text by the CoNLL-18 definition."""
    nlp = load_pipeline(pipeline)
    results = {name: measured(nlp, SAMPLES[name]) for name in names or SAMPLES}
    if as_json:
        click.echo(json.dumps({"pipeline": pipeline_id(nlp), **raw(results, relations=relations)}, indent=2))
    else:
        click.echo(f"{pipeline_id(nlp)}\n{table(results, relations=relations)}")


if __name__ == "__main__":
    main()
