"""Words that tie a sentence to the one before it and say nothing by themselves: *also*, *however*, *in addition*."""

from __future__ import annotations

from claimkit.splitting.tree import Node, subtree

_WORDS = frozenset(
    {"also", "additionally", "besides", "consequently", "furthermore", "hence", "however", "likewise", "meanwhile",
     "moreover", "nevertheless", "nonetheless", "similarly", "subsequently", "then", "therefore", "thus", "too", "yet"}
)  # fmt: skip
_PHRASES = frozenset(
    {"as a consequence", "as a result", "at the same time", "by contrast", "for example", "for instance",
     "in addition", "in contrast", "in fact", "in turn", "of course", "on the other hand"}
)  # fmt: skip


def connectives(head: Node) -> list[Node]:
    """The tokens of such words and phrases beside the head of a clause."""
    found = [child for child in head.children if _connects(child, head)]
    return [node for child in found for node in subtree(child)]


def _connects(child: Node, head: Node) -> bool:
    if child.relation not in {"advmod", "cc", "discourse", "obl"}:
        return False
    words = [node.word for node in subtree(child) if not node.is_punctuation]
    if child.relation in {"advmod", "cc"} and len(words) == 1:
        return child.word in _WORDS and _ties(child, head) and (child.relation == "advmod" or child.word == "yet")
    return child.relation != "cc" and " ".join(words) in _PHRASES


def _ties(child: Node, head: Node) -> bool:
    """*yet* at the head of the clause, not in *has not yet opened*; *too* behind it, not in *too late*."""
    before = child.before
    if child.word == "yet":
        return before is None or before.is_punctuation or before.relation == "cc"
    if child.word == "then" and child.after and (child.after.text == "-" or child.after.pos in {"NOUN", "PROPN"}):
        return False  # the then President
    return child.word != "too" or (child.index > head.index and (child.after is None or child.after.is_punctuation))
