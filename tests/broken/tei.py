"""Broken TEI: one document for each rule of claimkit.sch, for what the grammars demand, and for the text itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.export.tei import render
from claimkit.model.article import Sentence
from claimkit.model.review import Appearance, Ignored, Origin
from claimkit.model.vocabulary import Kind, NoClaim
from oracles.names import Name
from pahalgam import BACKED, CONFIG, FIRST, KILLED, LINKS, SECOND, TEXT, VIOLATED, article, dossier

Change = Callable[[etree._Element], None]
Row = tuple[str, str, dict[Name, str]]

NS = {"t": "http://www.tei-c.org/ns/1.0"}


def versioned() -> Dossier:
    """A dossier with a version of the text before it, sentences, derived claims, an edited kind."""
    first = replace(article().text, sha256=article("Old.").text.sha256, length=4)
    present = replace(article().text, since="2025-06-01T08:00:00Z", who="desk")
    sentences = (Sentence(start=0, end=9, no_claim=NoClaim.FRAGMENT),)
    of = replace(article(), text=present, earlier=(first,), sentences=sentences)
    added = (replace(LINKS, derived_from=(KILLED.id,), text_version=2),)
    opinion = replace(
        FIRST.reviews[3],
        kind=Kind.OPINION,
        first_appearance=Appearance(url="https://social.example/1", title="A post", published="2025-05-07"),
        ignored=(Ignored(code="CK407", reason="The number stands in the headline."),),
        origin=Origin(format="claimreview", id="1", url="https://example.org/1", sha256="c" * 64, licence="CC BY 4.0"),
    )
    edited = replace(FIRST, added=added, reviews=(*FIRST.reviews[:3], opinion, *FIRST.reviews[4:]))
    other = replace(SECOND, reviews=tuple(replace(review, text_version=2) for review in SECOND.reviews))
    claims = tuple(replace(claim, text_version=2) for claim in (KILLED, VIOLATED, BACKED))
    made = dossier(claims=claims, reviews=(edited, other), of=of)
    return replace(made, texts=Texts("Old.", TEXT))


def sound() -> bytes:
    """The export that is broken here."""
    ((_, content),) = render(versioned(), CONFIG).files.items()
    return content


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    assert isinstance(found[0], etree._Element), path
    return found[0]


def put(path: str, name: str, value: str) -> Change:
    """Set an attribute of the first element of a path."""
    return lambda root: one(root, path).set(name, value)


def on(motivation: str, tail: str = "") -> str:
    return f"//t:annotation[@motivation='{motivation}']{tail}"


def former() -> etree._Element:
    return etree.fromstring('<note xmlns="http://www.tei-c.org/ns/1.0" type="text" subtype="absent"/>')


RULES: dict[str, Change] = {
    "stage": put("//t:back/t:div", "corresp", "#article"),
    "earlier": lambda root: one(root, "//t:text").remove(one(root, "//t:back")),
    "words": put(on("identifying"), "target", "#c0a11ed1"),
    "claim-state": put(on("identifying"), "ana", "#kind.fact #kind.opinion"),
    "claim-kind": put(on("identifying"), "ana", "#state.added #state.open"),
    "claim-ana": put(on("identifying"), "ana", "#state.added #kind.fact #how.single"),
    "link-target": put(on("linking"), "target", "#s1"),
    "link-ana": put(on("linking"), "ana", "#quote.direct"),
    "review-target": put(on("assessing"), "target", f"#{VIOLATED.id}"),
    "review-state": put(on("assessing"), "ana", "#verdict.true"),
    "review-disposition": put(on("assessing"), "ana", "#state.disputed"),
    "review-ana": put(on("assessing"), "ana", "#state.open #evid.supports"),
    "review-once": put(on("assessing"), "ana", "#state.open #verdict.true #verdict.false"),
    "decision-target": put(on("moderating"), "target", "#c404"),
    "decision-ana": put(on("moderating"), "ana", "#how.single"),
    "review-last": lambda root: one(root, on("assessing", "//t:change")).append(former()),
    "agent": put("//t:ptr[@type='agent']", "target", "#ev1"),
    "page": put("//t:ref[@type='evidence']", "target", "#person.1"),
    "stance": put("//t:ref[@type='evidence']", "ana", "#verdict.true"),
    "reviewed": put("//t:ptr[@type='review']", "target", "#ev1"),
    "given": put("//t:ptr[@type='chain']", "target", f"#{VIOLATED.id}.a1"),
    "note-ana": put("//t:note[@type='proposed-kind']", "ana", "#how.single"),
    "line-verdict": put("//t:change[@status='published']", "ana", "#how.single"),
    "adder": put("//t:ptr[@type='added']", "target", "#ev1"),
    "former-verdict": put("//t:ptr[@type='former-verdict']", "target", "#how.single"),
    "on-words": put("//t:ref[@type='cue']", "target", "#s404"),
    "other": put("//t:ref[@type='derived-from']", "target", "#s1"),
    "no-claim": put("//t:span", "ana", "#how.single"),
    "who": put("//t:annotation//t:change", "who", "#ev1"),
    "resp": put(on("assessing"), "resp", "#nobody"),
    "ref": put("//t:annotation//t:persName", "ref", "#rev.desk"),
}
"""One for each rule of claimkit.sch, by its id, that the grammar cannot see: Python says the same."""

SEEN_ELSEWHERE: dict[str, Change] = {
    "space": lambda root: one(root, "//t:body").attrib.clear(),
    "nested": lambda root: one(root, "//t:seg").append(etree.fromstring(f'<seg xmlns="{NS["t"]}">x</seg>')),
    "length": put("//t:extent/t:measure", "quantity", "7"),
}
"""The rest of its rules: the grammar or the digest sees those first."""

OURS = {Name.JING_OURS: "", Name.LXML_OURS: "RELAXNG"}
ALL = {Name.JING_ALL: "", Name.LXML_ALL: "RELAXNG"}

SHAPES: dict[str, Row] = {
    "an unknown element": ("<langUsage>", "<langUsage><note/>", OURS | ALL),
    "an unknown motivation": ('motivation="assessing"', 'motivation="tagging"', OURS),
    "a seg in a seg": ('<seg xml:id="s1">', '<seg xml:id="s1"><seg xml:id="x">a</seg>', OURS),
    "no xml:space": (' xml:space="preserve"', "", OURS),
    "words between blocks": ("</p>\n<p", "</p>and<p", OURS | ALL),
    "confidence above 1": ('cert="0.8"', 'cert="1.8"', OURS),
    "a status of another list": ('status="done"', 'status="final"', OURS),
    "an address that is none": ('<ptr target="https:', '<ptr target="javascript:', OURS),
    "a digest that is none": ('type="SHA-256">', 'type="SHA-256">x', OURS),
    "a date that is none": ('when="2026-', 'when="2026-13-', OURS | ALL),
    "no claim's words": ('target="#s1', 'target="s1', OURS),
}
"""What the grammars refuse, and Python with them."""

FOREIGN: dict[str, Row] = {
    "an element in the wrong place": ("<standOff>", "<standOff><p>x</p>", OURS | ALL),
    "an attribute that is none": ("<listBibl ", '<listBibl when="x" ', OURS | ALL),
    "two ids alike": (
        'xml:id="ev2"',
        'xml:id="ev1"',
        {Name.LXML_ALL: "ev1", Name.JING_ALL: "ev1", Name.JING_OURS: "ev1"},
    ),
    "an empty container": ("<standOff>", '<standOff><listOrg type="sources"/>', OURS | ALL),
    "two targets": (
        '<ref type="cue" ',
        '<ref type="cue" cRef="x" ',
        OURS | {Name.RULES_ALL: "Only one of the attributes"},
    ),
    "two targets of a pointer": (
        '<ptr target="https:',
        '<ptr cRef="x" target="https:',
        OURS | {Name.RULES_ALL: "Only one of the attributes"},
    ),
    "a paragraph in a paragraph": ("</p>", "<p>x</p></p>", OURS | {Name.RULES_ALL: "Paragraphs may not occur inside"}),
    "a glossary without terms": ("<list><item>", '<list type="gloss"><item>', OURS | {Name.RULES_ALL: "gloss"}),
    "no well-formed file": ("</standOff>", "</standof>", dict.fromkeys((*OURS, *ALL), "")),
}
"""What the TEI Consortium's schemas refuse."""

DIGEST: dict[str, Row] = {
    "another word": ("26 civilians", "27 civilians", {Name.BROWSER: "digest"}),
    "an accent of two signs": ("reiterated its concern", "reite\u0301rated its concern", {Name.BROWSER: "digest"}),
    "an indentation": ("</p>\n<p", "</p>\n  <p", {Name.BROWSER: "digest"}),
    "a space": ("Marco Rubio", "Marco  Rubio", {Name.BROWSER: "digest"}),
}
"""What only the digest sees, and a reader."""

READING: dict[str, Row] = {
    "a claim on words that are not there": (
        'motivation="identifying" target="#s1',
        'motivation="identifying" target="#s404 #s1',
        {Name.BROWSER: "#s404"},
    ),
    "a claim that is none": ('motivation="identifying"', 'motivation="linking"', {Name.BROWSER: "shown"}),
}
"""What a reader sees of the claims."""
