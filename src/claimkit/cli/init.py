"""claimkit init."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import click

from claimkit.cli.options import like

TEMPLATE = """\
# The workspace's configuration. Every setting is described in schemas/config.schema.json.

[publisher]
# Who publishes the fact-checks: the author of each ClaimReview.
name = {name}
url = {url}

[pages]
# Where a fact-check is published: {{slug}} is the article, {{claim}} the claim's id. With {{claim}} before the # each
# claim has a page of its own.
url = {page}

[gate]
# What a claim needs before it may be published.
reviews = 1
evidence = 1

# [claimreview]
# profiles = ["schema.org", "google"]  # whose rules are kept: also bing, duke, datacommons, google-api

# [review]
# reviewer = "ada"  # who reviews, where neither --as nor CLAIMKIT_REVIEWER says

# The verdict scale is the default one: true 5, mostly-true 4, half-true 3, mostly-false 2, false 1; off the scale,
# without numbers: unproven, missing-context, outdated, satire, not-checkable. To have your own, list every verdict:
#
# [[verdicts]]
# id = "true"
# rank = 2
# label = {{ en = "True" }}
"""

ATTRIBUTES = """\
# Annotation files are merged by what they mean. Each person's git must know how, once:
# git config merge.claimkit.driver "claimkit merge %O %A %B --path %P"
annotations/**/*.json merge=claimkit
"""


@click.command()
@click.argument("folder", default=".")
@click.option(
    "--publisher", metavar="NAME", required=True, callback=like("text"), help="Who publishes the fact-checks."
)
@click.option("--url", metavar="URL", required=True, callback=like("url"), help="The publisher's home page.")
def init(folder: str, publisher: str, url: str) -> None:
    """Make a workspace in FOLDER.  [default: here]

    Example: claimkit init desk --publisher "Example desk" --url https://example.org/
    """
    from claimkit import schemas, storage
    from claimkit.annotations.workspace import CONFIG, parse_config
    from claimkit.cli.terminal import say
    from claimkit.errors import ConflictError

    root = Path(folder)
    parts = urlsplit(url)
    page = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/fact-checks/{{slug}}#{{claim}}"
    name, address, page = (json.dumps(value, ensure_ascii=False) for value in (publisher, url, page))
    text = TEMPLATE.format(name=name, url=address, page=page)
    parse_config(text, str(root / CONFIG))
    if (root / CONFIG).exists():
        raise ConflictError("there is a workspace already", place=str(root / CONFIG), remedy="edit it, or move it away")
    for kind in schemas.FileKind:
        path, data = storage.inside(root, root / "schemas" / kind.file_name), schemas.text(kind).encode("utf-8")
        if not path.exists():
            storage.write(path, data, replaces=None)
        elif storage.read(path) != data:
            raise ConflictError("another schema stands there", place=str(path), remedy="move it away first")
    for part in ("seeds", "annotations", "exports"):
        (root / part).mkdir(exist_ok=True)
    attributes = storage.inside(root, root / ".gitattributes")
    if not attributes.exists():
        storage.write(attributes, ATTRIBUTES.encode("utf-8"), replaces=None)
    elif storage.read(attributes) != ATTRIBUTES.encode("utf-8"):
        say(f"{attributes} is left as it is; for merges by git, add to it: {ATTRIBUTES.splitlines()[-1]}")
    storage.write(root / CONFIG, text.encode("utf-8"), replaces=None)  # last: only now is it a workspace
    there = "" if root.samefile(".") else f"cd {shlex.quote(folder)}, then "
    say(f"{root / CONFIG} is written. Next: {there}claimkit split ARTICLE")
