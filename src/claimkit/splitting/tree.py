"""A parsed sentence as a tree of our own: rules read it, whatever pipeline made it, and repairs may change it."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claimkit.splitting.wording import Word

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NAMING = NOMINAL - {"PRON"}
VERBAL = frozenset({"VERB", "AUX"})
OPENING, CLOSING = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})
"""Quotation marks, as tokens."""

_MARKS = OPENING | CLOSING
_READ_ALOUD = frozenset("%$€£¥+=&§°#@")
_in_order = attrgetter("index")


class _Relations(dict[str, str]):
    """Labels to their relations, told once each: a sentence asks thousands of times."""

    def __missing__(self, dep: str) -> str:
        return self.setdefault(dep, dep.partition(":")[0])


class _Among(dict[str, bool]):
    """Whether a label is, or is a kind of, one of these relations."""

    def __init__(self, relations: tuple[str, ...]) -> None:
        super().__init__()
        self.relations = relations

    def __missing__(self, dep: str) -> bool:
        return self.setdefault(dep, dep in self.relations or _RELATIONS[dep] in self.relations)


class _Wanted(dict[tuple[str, ...], _Among]):
    """What :meth:`Node.of` is asked for, by the relations asked for."""

    def __missing__(self, relations: tuple[str, ...]) -> _Among:
        return self.setdefault(relations, _Among(relations))


_RELATIONS, _WANTED = _Relations(), _Wanted()


@dataclass(slots=True, eq=False, kw_only=True)
class Node:
    """One token. Offsets are code points into the text of record; ``index`` counts within the sentence.

    ``word`` is the token in lower case, without invisible marks.
    """

    index: int
    start: int
    end: int
    text: str
    space: bool
    lemma: str
    pos: str
    tag: str
    form: str
    number: str
    entity: str
    dep: str
    head: Node | None = None
    before: Node | None = None
    after: Node | None = None
    children: list[Node] = field(default_factory=list)
    as_written: Word | None = None
    """Itself as a word of a claim, once it has been asked for."""
    word: str = field(init=False)
    _silent: bool = field(init=False)

    def __post_init__(self) -> None:
        """What never changes, and is asked for often."""
        self.word = _visible(self.text.lower())
        self._silent = not self.text.isalnum() and not any(mark.isalnum() or mark in _READ_ALOUD for mark in self.text)

    @property
    def relation(self) -> str:
        """The dependency label without its subtype."""
        return _RELATIONS[self.dep]

    @property
    def is_punctuation(self) -> bool:
        """Whether it holds no letter, digit or symbol that is read aloud."""
        return self._silent or self.pos == "PUNCT"

    def of(self, *relations: str) -> list[Node]:
        """The children of one of these relations, in the order of the text; ``nsubj`` finds ``nsubj:pass`` too."""
        if not self.children:
            return []
        wanted = _WANTED[relations]
        return [child for child in self.children if wanted[child.dep]]

    def attach(self, head: Node | None, dep: str) -> None:
        """Hang this node under another (None: make it the root), with that label.

        Nothing is hung under what hangs from it: a repair that asks for that fits no tree, and changes nothing.
        """
        if head is self or (head and self.children and self in ancestors(head)):
            return
        if self.head:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head:
            head.children.append(self)
            head.children.sort(key=_in_order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One sentence. ``nodes`` leaves blanks out; ``start`` and ``end`` are trimmed of them too."""

    nodes: tuple[Node, ...]

    @property
    def start(self) -> int:
        """The first code point."""
        return self.nodes[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.nodes[-1].end

    @property
    def root(self) -> Node:
        """The head of the sentence."""
        return next(node for node in self.nodes if node.head is None)


def tree_of(sentence: Span, offset: int, written: str = "") -> Tree | None:
    """The tree of a parsed sentence; ``offset`` is where its document begins in the text. None: nothing but blanks.

    ``written`` is the document as the article has it, where the parser read ``"`` for two apostrophes.
    """
    tokens = [token for token in sentence if not token.is_space]
    if not tokens:
        return None
    nodes = {token.i: _node(token, index, offset) for index, token in enumerate(tokens)}
    for token in tokens if "''" in written else ():
        if token.text == '"':
            nodes[token.i].start -= written[token.idx - 1 : token.idx + 1] == "''"
            nodes[token.i].end += written[token.idx : token.idx + 2] == "''"
    for token, node in zip(tokens, nodes.values(), strict=True):
        head = nodes.get(token.head.i)
        if head and head is not node:
            node.head = head
            head.children.append(node)
    tree = Tree(nodes=tuple(nodes.values()))
    for left, right in pairwise(tree.nodes):
        left.after, right.before = right, left
    roots = [node for node in tree.nodes if node.head is None]
    for extra in roots[1:]:
        extra.attach(roots[0], "dep")
    return tree


def _node(token: Token, index: int, offset: int) -> Node:
    features = _features(str(token.morph))
    text, start = token.text, offset + token.idx
    return Node(
        index=index,
        start=start,
        end=start + len(text),
        text=text,
        space=bool(token.whitespace_),
        lemma=_visible(token.lemma_.lower() or text.lower()),
        pos=token.pos_,
        tag=token.tag_,
        form=features.get("VerbForm", ""),
        number=features.get("Number", ""),
        entity=token.ent_type_,
        dep=token.dep_,
    )


def _visible(word: str) -> str:
    """The word without zero-width and direction marks, which stand in no word list."""
    return word if word.isascii() else "".join(mark for mark in word if unicodedata.category(mark) != "Cf")


@cache
def _features(morph: str) -> Mapping[str, str]:
    """The features of a tag as UD writes them, ``Number=Sing|VerbForm=Fin``."""
    return {name: value for name, _, value in (feature.partition("=") for feature in morph.split("|"))}


def subtree(node: Node, without: Container[int] = ()) -> list[Node]:
    """The node and all below it, in the order of the text, less the branches whose top has an index in ``without``."""
    result = [node]
    for top in result:  # it grows while it is read
        if top.children:
            result += [child for child in top.children if child.index not in without] if without else top.children
    result.sort(key=_in_order)
    return result


def ancestors(node: Node) -> Iterator[Node]:
    """The nodes above, nearest first."""
    above = node.head
    while above:
        yield above
        above = above.head


def is_finite(head: Node) -> bool:
    """Whether the clause of this head has a finite verb: the head itself, an auxiliary, or a copula."""
    verbs = [head, *head.of("aux", "cop")]
    return any(verb.tag in FINITE_TAGS or (verb.form == "Fin" and verb.pos in VERBAL) for verb in verbs)


def subject_of(head: Node) -> Node | None:
    """The clause's own subject; an expletive counts where there is no other."""
    found = head.of("nsubj", "csubj") or head.of("expl")
    return found[0] if found else None


def is_clause(node: Node) -> bool:
    """Whether this node can be the predicate of a clause."""
    return node.pos in VERBAL or bool(node.of("cop", "nsubj", "csubj"))


def top_of(node: Node) -> Node:
    """The root of the node's sentence."""
    return next((above for above in ancestors(node) if above.head is None), node)


def quoted(tree: Tree) -> set[int]:
    """The indexes of the tokens inside quotation marks, marks included."""
    found: set[int] = set()
    first = next((node for node in tree.nodes if node.text in _MARKS), None)
    if first is None:
        return found
    is_open = _closes(first)  # a quotation that an earlier sentence opened
    for node in tree.nodes:
        closes = is_open and node.text in CLOSING
        if is_open or node.text in OPENING:
            found.add(node.index)
        is_open = not closes and (is_open or node.text in OPENING)
    return found


def _closes(mark: Node) -> bool:
    """Whether a quotation mark is a closing one; a straight one is where it follows a word without a blank."""
    straight = mark.text == '"' and mark.before is not None and not mark.before.space
    return straight or mark.text in CLOSING - OPENING
