"""claimkit split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimkit.articles.formats import Format
from claimkit.cli.options import choice, json_option, like
from claimkit.cli.session import Session, pass_session
from claimkit.model.vocabulary import Granularity

if TYPE_CHECKING:
    from claimkit.splitting.recording import Outcome


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--title", callback=like("text"), help="The article's title.  [default: as the page states it]")
@click.option("--url", callback=like("url"), help="Where the article was published.")
@click.option("--archive", metavar="URL", callback=like("url"), help="Where a copy of it is archived.")
@click.option("--publisher", callback=like("text"), help="Who published it.")
@click.option("--author", "authors", multiple=True, callback=like("text"), help="Who wrote it; may be repeated.")
@click.option(
    "--published",
    metavar="DATE",
    callback=like("dateOrTime"),
    help="When it was published; days such as “on Tuesday” get their date in brackets.",
)
@click.option(
    "--language",
    metavar="TAG",
    callback=like("language"),
    help="Its language.  [default: as the page states it, else en]",
)
@click.option("--slug", help="Its short name in the workspace.  [default: from the file's name]")
@click.option(
    "--format",
    "kind",
    type=choice(Format),
    help="What the source is.  [default: by its name]",
)
@click.option(
    "--granularity",
    type=choice(Granularity),
    help="A claim of each clause, or one of each adjunct, list item, title and bracket.  [default: as split before, "
    "else as in claimkit.toml, else coarse]",
)
@click.option("--jsonl", is_flag=True, help="Split {id, text} lines from standard input to standard output.")
@json_option
@pass_session
def split(session: Session, /, sources: tuple[str, ...], jsonl: bool, as_json: bool, **given: Any) -> None:
    """Split articles into claims.

    SOURCE is a plain text, Markdown or HTML file, or - for standard input. The text goes to seeds/, the claims to
    annotations/. Splitting again keeps every claim that somebody has reviewed, with its id.

    Example: claimkit split article.html --url https://example.org/news/1
    """
    if jsonl:
        if sources:
            raise click.UsageError("--jsonl reads standard input; name no source.")
        _split_lines(session, given["granularity"])
        return
    if not sources:
        raise click.UsageError("Name an article to split, or - for standard input.")
    if len(sources) > 1 and any(given[name] for name in ("slug", "title", "url", "archive")):
        raise click.UsageError("--slug, --title, --url and --archive are for one source; split others on their own.")
    _report(_split(session, sources, given), as_json)


def _split(session: Session, sources: tuple[str, ...], given: dict[str, Any]) -> list[Outcome]:
    from claimkit.cli.reading import bytes_of
    from claimkit.cli.terminal import progress, say
    from claimkit.errors import ClaimkitError
    from claimkit.splitting.given import Given
    from claimkit.splitting.recording import Recorder

    recorder = Recorder(session.workspace)
    outcomes: list[Outcome] = []
    for source in sources:
        try:
            with progress(source) as shown:
                outcomes.append(recorder.record(bytes_of(source), Given(name=source, **given), shown))
        except ClaimkitError:
            for outcome in outcomes:
                say(f"{outcome.file} is written")
            raise
    return outcomes


def _report(outcomes: list[Outcome], as_json: bool) -> None:
    from claimkit.cli.terminal import print_json, print_table, say
    from claimkit.model.raw import to_raw

    if as_json:
        print_json([to_raw(outcome) for outcome in outcomes])
        return
    rows = [(outcome.slug, outcome.sentences, outcome.claims) for outcome in outcomes]
    print_table(("article", "sentences", "claims"), rows, right=("sentences", "claims"))
    for outcome in outcomes:
        if outcome.unknown:
            say(f"{outcome.slug}: not known yet: {', '.join(outcome.unknown)}; give what you know and split again")
        if outcome.confidence is not None:
            say(
                f"{outcome.slug}: the parser is unsure of this text (confidence {outcome.confidence:.2f}): "
                "it may be no English; look at every claim"
            )
        say(f"{outcome.file} is written. Next: claimkit show {outcome.slug}")
        if outcome.dropped:
            count = f"{len(outcome.dropped)} {'claim' if len(outcome.dropped) == 1 else 'claims'}"
            say(f"{outcome.slug}: {count} that nobody had reviewed gave way to new ones")
        for claim in outcome.kept:
            say(f"{outcome.slug}: {claim} is kept because it was reviewed; the splitter no longer proposes it")


def _split_lines(session: Session, given: str | None) -> None:
    from claimkit.cli.reading import input_lines
    from claimkit.cli.terminal import write_line
    from claimkit.splitting.lines import split_lines

    pipeline, usual = session.splits
    for line in split_lines(input_lines(), pipeline, Granularity(given or usual)):
        write_line(line)
