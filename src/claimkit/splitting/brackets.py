"""What stands in brackets behind a noun, and the noun before them."""

from __future__ import annotations

from claimkit.splitting.tree import CLOSING, NOMINAL, Node

MAX_BRACKET = 60
"""Tokens in brackets; more are a text of their own and stay where they are."""


def bracket(mark: Node) -> list[Node]:
    """The tokens from an opening bracket behind a noun to the one that closes it; empty where there are none.

    None too where an adjective in brackets belongs to the noun after it: *(domestic) investors*.
    """
    if mark.text != "(" or noun_before(mark) is None:
        return []
    found, depth = [mark], 1
    while depth:
        after = found[-1].after
        if after is None or len(found) > MAX_BRACKET:
            return []
        found.append(after)
        depth += (after.text == "(") - (after.text == ")")
    after = found[-1].after
    amid = (
        len(found) == 3 and found[1].pos == "ADJ" and after is not None and after.pos in NOMINAL
    )  # (domestic) investors
    return found if any(not node.is_punctuation for node in found[1:-1]) and not amid else []


def noun_before(mark: Node) -> Node | None:
    """The noun that stands before the bracket, whatever quotation marks close behind it."""
    node = mark.before
    while node and (node.text in CLOSING or node.text == ")"):
        closes = node.text == ")"
        node = node.before
        while closes and node and node.text != "(":  # a second bracket: the noun stands before the first
            node = node.before
        node = node.before if closes and node else node
    while node and node.head and node.head.index < node.index and node.relation in {"flat", "compound"}:
        node = node.head
    return node if node and node.pos in NOMINAL else None
