"""claimkit adopt."""

from __future__ import annotations

import click

from claimkit.cli.options import slug_argument
from claimkit.cli.session import Session, pass_session


@click.command()
@slug_argument
@click.option("--claim", "names", metavar="ID", multiple=True, help="Adopt this claim; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Adopt every added claim that was not rejected.")
@pass_session
def adopt(session: Session, slug: str, names: tuple[str, ...], everything: bool) -> None:
    """Put claims that a reviewer added before all reviewers.

    Reviews are blind: what one reviewer adds, or makes of a claim by splitting or merging it, the others do not see.
    Adopted, it is proposed to everybody, and still says who added it. Without an option, the claims that could be
    adopted are listed.

    Example: claimkit adopt bridge-closed --claim c1f3
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import print_table, say
    from claimkit.review.adopting import adopt as adopted
    from claimkit.review.adopting import adoptable
    from claimkit.rules.standing import named

    if names and everything:
        raise click.UsageError("Give either --claim ID or --all.")
    dossier = open_dossier(session.workspace, slug)
    known = adoptable(dossier)
    if not names and not everything:
        rows = [(item.claim.id, " ".join(item.claim.text.split()), item.claim.proposed_by) for item in known]
        if rows:
            print_table(("id", "claim", "added by"), rows)
        say(f"{len(rows)} could be adopted" + (f". Next: claimkit adopt {slug} --all" if rows else ""))
        return
    asked = {standing.claim.id: standing for standing in (named(known, name) for name in names)}
    chosen = known if everything else tuple(asked.values())
    adopted(session.workspace, dossier, chosen)
    say(f"{len(chosen)} adopted{': ' if chosen else ''}{', '.join(item.claim.id for item in chosen)}")
