"""Splitting: an article's sentences, its claims, and who says them, by rules over a dependency parse.

The way of a block of text: ``pieces`` bounds what is parsed at once, ``boundaries`` fixes sentence starts before the
parse, ``tree`` copies the parse, ``mending`` repairs known faults of it, ``clauses`` and ``expansion`` find the
claims, ``wording`` makes sentences of them, ``attribution`` says whose they are. ``splitter`` is the front door.
"""
