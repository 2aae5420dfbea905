"""The oracles of JSON: types, JSON-LD, and what validators of structured data say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

from conformance.files import File
from conformance.oracle import Oracle, no_data, one_by_one
from oracles import DATA, claimreview_problems, datafeed_problems, tombstone_problems, webannotation_problems
from oracles.literals import GOOGLE, type_problems
from oracles.names import Kind, Name
from oracles.node import node_answer, node_missing, node_version
from oracles.webannotation import ADDRESS, CONTEXT

_LITERALS = {
    Kind.CLAIMREVIEW: "WithContext<ClaimReview>",
    Kind.TOMBSTONE: "WithContext<CreativeWork>",
    Kind.DUKE: "WithContext<ClaimReview>",
    Kind.DATAFEED: "WithContext<DataFeed>",
    Kind.GOOGLE_API: GOOGLE,
}
_REVIEWS = frozenset({Kind.CLAIMREVIEW, Kind.TOMBSTONE, Kind.DATAFEED})
_MARKUP = frozenset({Kind.CLAIMREVIEW, Kind.DUKE, Kind.HTML, Kind.SNIPPET})


def _typed(files: Sequence[File]) -> list[list[str]]:
    return type_problems([(_LITERALS[file.kind], file.object) for file in files])


def _safe(files: Sequence[File]) -> list[list[str]]:
    contexts = {"https://schema.org": _schemaorg("schemaorgcontext"), ADDRESS: {"@context": CONTEXT}}
    found: list[list[str]] = node_answer("safe.mjs", contexts=contexts, items=[file.object for file in files])
    return found


def _terms(file: File) -> list[str]:
    asked = {Kind.TOMBSTONE: tombstone_problems, Kind.DATAFEED: datafeed_problems}
    return asked.get(file.kind, claimreview_problems)(file.object, DATA)


def _markup(script: str, files: Sequence[File]) -> list[list[str]]:
    """Pages as they are; an object is put on one."""
    items = [file.text if file.kind in {Kind.HTML, Kind.SNIPPET} else file.object for file in files]
    found: list[list[str]] = node_answer(script, vocabulary=_schemaorg("schemaorg-all-https"), items=items)
    return found


def _schemaorg(name: str) -> Any:
    return json.loads((DATA / "schemaorg" / f"{name}.jsonld").read_text("utf-8"))


def _needs(package: str) -> str:
    return node_missing(package) or no_data("schemaorg")


def _of_node(name: Name, package: str, kinds: frozenset[Kind], script: str) -> Oracle:
    return Oracle(
        name=name,
        kinds=kinds,
        version=partial(node_version, package),
        missing=partial(_needs, package),
        check=partial(_markup, script),
    )


def _of_types(name: Name, package: str, kinds: frozenset[Kind]) -> Oracle:
    return Oracle(
        name=name,
        kinds=kinds,
        version=partial(node_version, package),
        missing=partial(node_missing, package, "typescript"),
        check=_typed,
    )


ORACLES = (
    _of_types(Name.TYPES, "schema-dts", frozenset(_LITERALS) - {Kind.GOOGLE_API}),
    _of_types(Name.API_TYPES, "@googleapis/factchecktools", frozenset({Kind.GOOGLE_API})),
    Oracle(
        name=Name.SAFE,
        kinds=_REVIEWS | {Kind.DUKE, Kind.WEBANNOTATION},
        version=partial(node_version, "jsonld"),
        missing=partial(_needs, "jsonld"),
        check=_safe,
    ),
    Oracle(
        name=Name.TERMS,
        kinds=_REVIEWS,
        version=partial(version, "pyld"),
        missing=partial(no_data, "schemaorg"),
        check=one_by_one(_terms),
    ),
    Oracle(
        name=Name.ANNOTATION,
        kinds=frozenset({Kind.WEBANNOTATION}),
        version=partial(version, "pyld"),
        check=one_by_one(lambda file: webannotation_problems(file.object)),
    ),
    _of_node(Name.ADOBE, "@adobe/structured-data-validator", _MARKUP | _REVIEWS, "adobe.mjs"),
    _of_node(Name.GOOGLE, "structured-data-testing-tool", _MARKUP, "google.mjs"),
)
