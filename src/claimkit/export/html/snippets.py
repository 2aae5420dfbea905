"""The same for a CMS: the insides of each page, without the page around it, and a style sheet."""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.html.pages import pages
from claimkit.export.html.templating import Templates
from claimkit.model.config import Config


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``snippet/article.html``, ``snippet/<claim>.html`` and ``snippet/claimkit.css``, if anything is published."""
    whole, single, reviews = pages(dossier, config, claims)
    made, files = Templates(config), {}
    if single:
        files["snippet/article.html"] = made.rendered("snippet.html", page=whole)
        files |= {f"snippet/{name}.html": made.rendered("snippet.html", page=page) for name, page in single.items()}
        files["snippet/claimkit.css"] = made.stylesheet("claimkit.css").encode("utf-8")
    return Rendering(files=files, left_out=reviews.left_out, refused=reviews.refused)
