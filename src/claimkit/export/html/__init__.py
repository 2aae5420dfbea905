"""Pages for readers: one of the article with all its published claims, and one of each claim.

Each is one file that asks for nothing from elsewhere and runs no script. What is not published is not on it.
"""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.html.pages import pages
from claimkit.export.html.templating import Templates
from claimkit.model.config import Config


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``html/index.html``, and ``html/<claim>.html`` for each claim that is or was published; nothing where none is.

    Left out and refused is what ClaimReview leaves out and refuses: each page holds its claims' ClaimReviews.
    """
    whole, single, reviews = pages(dossier, config, claims)
    made = Templates(config)
    files = {"html/index.html": made.rendered("article.html", page=whole)} if single else {}
    files |= {f"html/{name}.html": made.rendered("claim.html", page=page) for name, page in single.items()}
    return Rendering(files=files, left_out=reviews.left_out, refused=reviews.refused)
