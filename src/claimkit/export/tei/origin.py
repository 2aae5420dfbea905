"""What the file was made from: the splitter, the text's digests, and the texts before it."""

from __future__ import annotations

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.xml import XML_SPACE, add, legal
from claimkit.model.article import Article, TextOfRecord
from claimkit.model.claim import Splitter
from claimkit.model.vocabulary import Granularity


def add_splitter(paragraph: etree._Element, splitter: Splitter) -> None:
    """Say what proposed the claims; ``@n`` is its version, the number the parser's confidence where that was low."""
    paragraph.text = "Claims were proposed by "
    name = add(paragraph, "name", splitter.name, type="splitter", n=splitter.version)
    name.tail = legal(f" {splitter.version} on ", "version")
    last = add(paragraph, "name", splitter.pipeline, type="pipeline")
    if splitter.granularity is not Granularity.COARSE:
        last.tail = ", "
        last = add(paragraph, "term", splitter.granularity, type="granularity")
    if splitter.confidence is not None:
        last.tail = ", with a confidence of "
        last = add(paragraph, "num", str(splitter.confidence), type="confidence", value=str(splitter.confidence))
    last.tail = "."


def add_digests(parent: etree._Element, record: TextOfRecord) -> None:
    """Add the digest of a text, and that of what it was drawn out of, with the kind of file that this was."""
    add(parent, "idno", record.sha256, type="SHA-256")
    if record.received:
        add(parent, "idno", record.received.sha256, type="SHA-256", subtype="received", n=record.received.media_type)


def add_versions(parent: etree._Element, article: Article, ids: Ids) -> None:
    """Add the stages of the text, oldest first, where it has more than one; ``@n`` is the version's number."""
    if not (article.earlier or article.text.since or article.text.who):
        return
    changes = add(add(parent, "creation"), "listChange", ordered="true")
    for number, record in enumerate(article.texts, start=1):
        name = ids.of(("text", number), f"text.{number}")
        who = ids.to(("person", record.who)) if record.who else ""
        change = add(changes, "change", xml_id=name, n=str(number), when=temporal(record.since), who=who)
        if record.since and not temporal(record.since):
            add(change, "date", record.since)
        length = str(record.length)
        add(change, "measure", f"{length} characters", unit="characters", quantity=length)
        add_digests(change, record)


def add_earlier(parent: etree._Element, texts: tuple[str, ...], ids: Ids) -> None:
    """Add the texts before the present one, each whole: what was anchored in them still says where."""
    back = add(parent, "back")
    for number, text in enumerate(texts, start=1):
        division = add(back, "div", type="earlier-text", corresp=ids.to(("text", number)))
        whole = add(division, "ab", text, n=str(number))
        whole.set(XML_SPACE, "preserve")
