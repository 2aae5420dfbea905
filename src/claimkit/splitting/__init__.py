"""Splitting: an article's sentences, its claims, and who says them, by rules over a dependency parse.

The way of a block of text: ``pieces`` bounds what is parsed at once, ``boundaries`` fixes sentence starts before the
parse, ``tree`` copies the parse, ``mending`` (with ``reporting`` and ``misreading``) repairs known faults of it,
``clauses`` and ``expansion`` find the claims, ``wording`` makes sentences of them, ``parts`` puts each sentence
together. Over the whole article ``lists`` joins items with what leads into them, ``quotations`` finds speakers and
``names`` completes them. ``splitter`` is the front door.
"""
