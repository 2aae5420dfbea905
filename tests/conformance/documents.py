"""The oracles of TEI: two validators of RELAX NG on two grammars, both Schematrons, and a reader in a browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

from lxml import etree

from claimkit import schemas
from conformance.files import File
from conformance.oracle import Check, Oracle, no_data, nothing, one_by_one
from conformance.pages import no_chromium
from oracles import DATA
from oracles.ceteicean import reader_problems
from oracles.jing import jing_missing, jing_problems, jing_version
from oracles.names import Kind, Name
from oracles.node import node_missing, node_version
from oracles.schematron import failures
from oracles.tei import grammar_problems, rule_problems

_ALL = DATA / "tei" / "tei_all.rng"
_OURS = schemas.folder() / "claimkit.rng"
_no_tei = partial(no_data, "tei")


def _with_jing(grammar: Path, files: Sequence[File]) -> list[list[str]]:
    return jing_problems(grammar, [file.path for file in files])


def _parsed(problems: Callable[[etree._Element, Path], list[str]], schema: Path) -> Check:
    """A check of the parsed document, for which one that is no XML is broken, too."""

    def one(file: File) -> list[str]:
        try:
            return problems(etree.parse(file.path).getroot(), schema)
        except etree.XMLSyntaxError as error:
            return [str(error)]

    return one_by_one(one)


def _read(files: Sequence[File]) -> list[list[str]]:
    return reader_problems([file.path for file in files])


def _no_reader() -> str:
    return no_chromium() or node_missing("CETEIcean")


def _lxml_version() -> str:
    return ".".join(map(str, etree.LIBXML_VERSION))


def _oracle(name: Name, version: Callable[[], str], check: Check, missing: Callable[[], str] = nothing) -> Oracle:
    return Oracle(name=name, kinds=frozenset({Kind.TEI}), version=version, missing=missing, check=check)


ORACLES = (
    _oracle(Name.JING_ALL, jing_version, partial(_with_jing, _ALL), lambda: jing_missing() or _no_tei()),
    _oracle(Name.JING_OURS, jing_version, partial(_with_jing, _OURS), jing_missing),
    _oracle(Name.LXML_ALL, _lxml_version, _parsed(grammar_problems, _ALL), _no_tei),
    _oracle(Name.LXML_OURS, _lxml_version, _parsed(grammar_problems, _OURS)),
    _oracle(
        Name.RULES_ALL,
        partial(version, "saxonche"),
        one_by_one(lambda file: failures(file.path.read_bytes(), DATA / "tei" / "tei_all.isosch")),
        _no_tei,
    ),
    _oracle(Name.RULES_OURS, partial(version, "lxml"), _parsed(rule_problems, schemas.folder() / "claimkit.sch")),
    _oracle(Name.BROWSER, partial(node_version, "CETEIcean"), _read, _no_reader),
)
