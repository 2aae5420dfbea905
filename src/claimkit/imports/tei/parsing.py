"""XML of unknown origin, parsed with nothing fetched and nothing expanded, and held to the encoding's own rules."""

from __future__ import annotations

from lxml import etree

from claimkit.errors import DataError
from claimkit.schemas.tei import problems


def parsed(data: bytes, place: str) -> etree._Element:
    """The document's root; raises :class:`DataError` with the line, the first fault, and the number of the others."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise DataError(
            f"it is not well-formed XML: {error.msg}", place=place, line=line, column=column, remedy="mend it there"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DataError("it has a DOCTYPE, which may hide anything", place=place, remedy="take the DOCTYPE out")
    found = list(problems(root))
    if found:
        first, *rest = found
        more = f" ({len(rest)} more)" if rest else ""
        raise DataError(
            f"it is not TEI as claimkit writes it: {first.message}{more}",
            place=place,
            line=first.line,
            remedy="import a file that claimkit export made, unchanged",
        )
    return root
