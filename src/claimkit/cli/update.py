"""claimkit update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimkit.articles.formats import Format
from claimkit.cli.options import as_option, at_option, choice, json_option, like, slug_argument
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.model.raw import Raw
    from claimkit.splitting.updating import Update
    from claimkit.splitting.writing import Written


@click.command()
@slug_argument
@click.argument("source", metavar="NEW-TEXT")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--title", callback=like("text"), help="The article's title.  [default: as it was]")
@click.option(
    "--published", metavar="DATE", callback=like("dateOrTime"), help="When it came out.  [default: as it was]"
)
@click.option("--format", "kind", type=choice(Format), help="What the source is.  [default: by its name]")
@json_option
@at_option
@as_option
@pass_session
def update(
    session: Session,
    /,
    slug: str,
    source: str,
    dry_run: bool,
    as_json: bool,
    at: str,
    reviewer: str | None,
    **given: Any,
) -> None:
    """Take in a new version of an article's text.

    The new text goes beside the old one in seeds/; nothing is deleted, and no review is rewritten. Every claim that
    somebody has reviewed is found again by its words, by what stands beside them and by their place, and only where
    two of these agree; what cannot be found for sure is an orphan, and is listed with what is most like it. Claims
    whose words changed are marked for another look. Exit code 1 where a published claim is an orphan.

    Example: claimkit update bridge-closed bridge-corrected.txt --dry-run
    """
    from claimkit.cli.reading import bytes_of
    from claimkit.cli.terminal import print_json, progress, say
    from claimkit.splitting.given import Given
    from claimkit.splitting.recording import Recorder
    from claimkit.splitting.updating import update_of

    who = session.reviewer(reviewer)
    with progress(source) as shown:
        recorder, known = Recorder(session.workspace), Given(name=source, **given)
        planned = update_of(recorder, slug, bytes_of(source), known, who=who, at=at, progress=shown)
        written = planned.planned if dry_run else planned.write()
    if as_json:
        print_json(_raw(planned, written))
    else:
        _report(planned, written, whole=dry_run)
        say("Nothing was written." if dry_run else f"{planned.file} is written. Next: claimkit review {slug}")
    lost = {claim.id for claim in written.strays} & planned.known.published
    for name in sorted(lost):
        say(f"{name} is published, and its words are gone: retract it, or anchor it anew")
    click.get_current_context().exit(1 if lost else 0)


def _report(planned: Update, written: Written, *, whole: bool) -> None:
    from claimkit.cli.changes import claim_changes, text_changes
    from claimkit.cli.terminal import printable, write_line

    lines = list(text_changes(planned.known.texts.present, planned.texts.present)) if whole else []
    for line in [*lines, *claim_changes(planned, written)]:
        write_line(printable(line))


def _raw(planned: Update, written: Written) -> Raw:
    turns, changed = planned.turns(written), planned.changed(written)
    return {
        "slug": planned.article.slug,
        "version": planned.article.version,
        "file": planned.file,
        "found": [turn.claim.id for turn in turns if not turn.lost and turn.claim.id not in changed],
        "changed": [
            {"claim": turn.claim.id, "before": turn.before, "after": turn.after}
            for turn in turns
            if turn.claim.id in changed
        ],
        "orphans": [{"claim": turn.claim.id, "words": turn.before, "lost": turn.lost} for turn in turns if turn.lost],
        "new": [claim.id for claim in planned.fresh(written)],
        "dropped": [claim.id for claim in planned.dropped(written)],
    }
