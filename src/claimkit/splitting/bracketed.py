"""What stands in brackets behind a noun, as a claim about it, worded by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimkit.splitting.asides import Aside, bare
from claimkit.splitting.brackets import MAX_BRACKET, bracket, noun_before
from claimkit.splitting.inflection import be
from claimkit.splitting.tree import CLOSING, OPENING, VERBAL, Node, Tree, is_finite, subject_of
from claimkit.splitting.wording import Word, words_of

_SMALL = frozenset({"a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})
_YEARS = re.compile(r"(?:c\. ?)?\d{4}(?: ?[-–—] ?(?:\d{2}|\d{4})?)?")
_AGE = re.compile(r"\d{1,2}|1[01]\d")
_SHORT = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?")
_ALIASES = frozenset({"also", "or", "aka", "alias"})
_PLACED = frozenset({"near", "off", "in", "at", "on", "between", "outside", "inside", "above", "below"})
_PERSONS = frozenset({"PERSON", "PER"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def bracketed(tree: Tree) -> Iterator[Aside]:
    """The claims of a sentence's brackets, in the order of the text."""
    for mark in tree.nodes:
        if mark.text == "(":
            yield from _told(mark)


def _told(mark: Node) -> Iterator[Aside]:
    marks, noun = bracket(mark), noun_before(mark)
    within = marks[1:-1]
    if not within or not noun:
        return
    for part in _parts(within):
        text = _text(part)
        name = words_of(_initialled(mark, text) or _titled(mark) or bare(noun, before=mark.index))
        if name:
            words = _worded(name, noun, part, text)
            yield Aside(noun=noun, subject=name, words=words, rule="bracket", spare=(marks[0], marks[-1]))


def _worded(name: tuple[Word, ...], noun: Node, part: list[Node], text: str) -> tuple[Word, ...]:
    """A sentence that says no more than the bracket: *Heaven is dated 2002*, *Ann Lee is 62*."""
    plural = noun.number == "Plur" and noun.pos == "NOUN"
    verb = Word(form=be(is_past=False, plural=plural))
    own, first = words_of(part), part[0]
    if first.tag == "VBN":
        return (*name, Word(form=be(is_past=True, plural=plural)), *own)
    if noun.entity not in _PERSONS:
        dated = "dated" if _YEARS.fullmatch(text) else "abbreviated" if _SHORT.fullmatch(text) and len(name) > 1 else ""
        if dated:
            return (*name, verb, Word(form=dated), *own)
    elif _AGE.fullmatch(text):
        return (*name, verb, *own)
    if len(part) > 2 and part[1].text == ":" and _is_language(first):
        return (Word(form="in"), own[0], Word(form=","), *name, verb, *own[2:])
    if first.word in _ALIASES and _also(own) and not any(node.pos in VERBAL for node in part[2:]):
        return (*name, verb, Word(form="also called"), *_also(own))
    generic = (Word(form="for"), *name, Word(form=","), Word(form="the text gives"), *own)
    return _clause(name, verb, part) or _place(name, verb, noun, part) or _kind(name, verb, noun, part) or generic


def _is_language(node: Node) -> bool:
    return node.pos in {"ADJ", "PROPN"} and node.word.endswith(("an", "sh", "ch", "ese", "ek", "ic", "ian", "sk"))


def _also(own: tuple[Word, ...]) -> tuple[Word, ...]:
    """What follows *also*, *also known as* and *also called*."""
    rest = list(own[1:])
    while rest and rest[0].form.lower() in {"known", "called", "as", "spelled", "written"}:
        rest.pop(0)
    return tuple(rest)


def _clause(name: tuple[Word, ...], verb: Word, part: list[Node]) -> tuple[Word, ...]:
    """*(the coast is 451 km long)*, *(which is near)*: a clause of its own."""
    top, first = _top(part), part[0]
    subject = subject_of(top)
    if not is_finite(top) or subject not in part or top.of("mark") or top.pos == "PROPN" or first.text in OPENING:
        return ()
    return (*name, *words_of(part[1:])) if subject is first and first.word in {"which", "who"} else words_of(part)


def _place(name: tuple[Word, ...], verb: Word, noun: Node, part: list[Node]) -> tuple[Word, ...]:
    """*(near the north pole)*, *Freeport (Illinois)*."""
    own = words_of(part)
    listed = any(node.text == "," for node in part) or (len(part) > 1 and _is_language(part[1]))
    if part[0].word in _PLACED and part[0].dep == "case" and not listed:
        return (*name, verb, *own)
    places = noun.entity in _PLACES and all(node.entity in _PLACES for node in part)
    return (*name, verb, Word(form="in"), *own) if places else ()


def _kind(name: tuple[Word, ...], verb: Word, noun: Node, part: list[Node]) -> tuple[Word, ...]:
    """*anal sex (penetration by ...)*: what the noun is, where the bracket cannot be about more than the noun."""
    top, first = _top(part), part[0]
    plain = top.pos == "NOUN" and not top.entity and not any(node.text in {":", ","} for node in part)
    if not plain or first.pos not in {"DET", "ADJ", "NOUN"} or noun.of("case") or noun.pos == "NUM":
        return ()
    needs = first.pos != "DET" and top.number == "Sing" and not top.of("nmod")
    return () if needs else (*name, verb, *words_of(part))


def _top(part: list[Node]) -> Node:
    inside = set(part)
    return next((node for node in part if node.head not in inside), part[0])


def _text(part: Sequence[Node]) -> str:
    return "".join(node.text + (" " if node.space else "") for node in part).strip()


def _initialled(mark: Node, text: str) -> list[Node]:
    """The name that the letters in the bracket are the initials of: *the National Football League (NFL)*."""
    letters = text.rstrip("s")
    if not _SHORT.fullmatch(text) or not letters.isupper():
        return []
    found: list[Node] = []
    wanted = list(letters)
    node = mark.before
    while node and wanted and len(found) < 2 * len(letters) + 3:
        found.insert(0, node)
        if node.text[0] == wanted[-1] and node.word not in _SMALL:
            wanted.pop()
        elif node.word not in _SMALL and not node.is_punctuation:
            return []
        node = node.before
    if wanted:
        return []
    article = found[0].before
    return [article, *found] if article and article.word == "the" else found


def _parts(within: Sequence[Node]) -> list[list[Node]]:
    """What stands between semicolons."""
    parts: list[list[Node]] = [[]]
    for node in within:
        if node.text == ";":
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for part in parts if any(not node.is_punctuation for node in part)]


def _titled(mark: Node) -> list[Node]:
    """The title before a bracket, by its quotation marks or capitals: *"Breaking Away"*, *Far from Heaven*."""
    last = mark.before
    if last and last.text in CLOSING:
        found = [last]
        while (node := found[0].before) and len(found) < MAX_BRACKET:
            found.insert(0, node)
            if node.text in OPENING:
                return found
        return []
    found = []
    while last and (last.text[0].isupper() or last.text[0].isdigit() or last.word in _SMALL or last.tag == "POS"):
        found.insert(0, last)
        last = last.before
    while found and found[0].word in _SMALL - {"the"} and (found[0].text.islower() or not found[0].before):
        found.pop(0)
    return found if any(node.text[0].isupper() for node in found) else []
