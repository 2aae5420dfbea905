"""TEI as claimkit exports it: checked, its text verified by its digest, and turned back into the files it came from."""

from __future__ import annotations

from lxml import etree

from claimkit.errors import DataError
from claimkit.imports.files import Imported
from claimkit.imports.tei.article import article_of, splitter_of, texts_of
from claimkit.imports.tei.body import read_body
from claimkit.imports.tei.claims import claims_of
from claimkit.imports.tei.decisions import decisions_of
from claimkit.imports.tei.nodes import find
from claimkit.imports.tei.parsing import parsed
from claimkit.imports.tei.registers import Registers
from claimkit.imports.tei.reviews import reviews_of
from claimkit.model.claim import ClaimsFile


def read(data: bytes, place: str) -> Imported:
    """What a TEI file holds; raises :class:`~claimkit.errors.DataError` where it is not as claimkit writes it."""
    root = parsed(data, place)
    try:
        return _imported(root)
    except (KeyError, ValueError) as error:  # a category of a kind that we know, and a name that we do not
        wrong = f"it says what claimkit does not know: {error}"
        raise DataError(wrong, place=place, remedy="import a file that this version of claimkit exported") from None


def _imported(root: etree._Element) -> Imported:
    body = read_body(find(root, "text", "body"))
    registers = Registers(root, body)
    article = article_of(root, body, registers)
    claims = claims_of(root, registers)
    return Imported(
        texts=(*texts_of(root), body.text),
        claims=ClaimsFile(article=article, splitter=splitter_of(root), claims=claims.proposed),
        reviews=reviews_of(root, registers, article.slug, claims),
        decisions=decisions_of(root, registers, article.slug),
    )
