"""Claims that a reviewer added, split or merged, put before all reviewers.

Work is blind: what one reviewer adds, the others do not see, and cannot review. So the desk adopts it: the claim then
stands among the proposed ones, and still says who added it.
"""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.documents import save
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import Workspace
from claimkit.model.claim import Claim
from claimkit.rules.standing import Standing, State, standings


def adoptable(dossier: Dossier) -> tuple[Standing, ...]:
    """The added claims that stand in the present text, were not rejected by who added them, and are not adopted yet."""
    proposed = {claim.id for claim in dossier.claims.item.claims}
    out = {State.REJECTED, State.ORPHANED}
    return tuple(item for item in standings(dossier) if item.claim.id not in proposed and item.state not in out)


def adopt(workspace: Workspace, dossier: Dossier, chosen: tuple[Standing, ...]) -> None:
    """Write these claims into claims.json, as they were added, in their place in the text.

    Raises :class:`claimkit.errors.ConflictError` where the file was written meanwhile.
    """
    file = dossier.claims.item
    version = file.article.version
    live = [claim for claim in file.claims if claim.text_version == version]
    strays = [claim for claim in file.claims if claim.text_version != version]
    claims = sorted([*live, *(item.proposed for item in chosen)], key=_place)
    path = workspace.claims_path(dossier.slug)
    save(workspace, path, replace(file, claims=(*claims, *strays)), replaces=dossier.claims.digest)


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.anchors[0].start, claim.anchors[-1].end, claim.id
