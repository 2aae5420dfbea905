"""Why a sentence has no claim."""

from __future__ import annotations

import re
from itertools import pairwise

from claimkit.model.vocabulary import NoClaim
from claimkit.splitting.lexicon import SAYING
from claimkit.splitting.tree import VERBAL, Tree, is_finite, quoted, subject_of

_BOILERPLATE = re.compile(
    r"""^\W*(
    read\ (more|also|next|on|our)\b | also\ read\b | click\ here\b | subscribe\b | sign\ (up|in)\b | log\ in\b
    | follow\ us\b | share\ this\b | advertisement\b | sponsored\b | copyright\b | ©|\(c\)\ (19|20)\d\d
    | all\ rights\ reserved\b | related\ (articles?|stories|topics)\b | download\ our\b | watch\ (live|now|more)\b
    | (photo|image|picture|video)\ (credit|by|source|courtesy)\b | (last\ )?updated\b | published\b | source:
    | get\ (the|our)\ (latest|free)\b | join\ our\b | listen\ to\ our\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHTS = re.compile(r"©|all rights reserved|terms of (use|service)|privacy policy", re.IGNORECASE)
_BYLINE = re.compile(r"^\W*(by|from|reporting by|edited by|written by|additional reporting by)\s+[A-Z]")
_QUESTION_END = re.compile(r"\?['\"”’)\]]*$")

_FULL_STOP = re.compile(r"[.!]['\"”’)\]]*$")

_ASKING = SAYING | {"ask"}
_EMPTY = frozenset({"AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ"})
_PRO_VERBS = frozenset({"be", "do", "have", "happen"})
_PRO_FORMS = frozenset(
    {"also", "either", "here", "indeed", "just", "neither", "never", "nor", "not", "now", "so", "then"}
)
_PRO_FORMS |= frozenset({"there", "too", "well", "always", "still", "again", "as", "like", "one", "ones", "same"})

MIN_SENTENCE = 5
"""Words that a sentence has at least whose verb the parser may have missed."""

MIN_PROSE = 10
"""Words from which on nothing with a full stop is a mere fragment."""

MAX_BOILERPLATE = 200
"""Longer sentences are text, whatever they begin with."""


def reason(tree: Tree, text: str) -> NoClaim | None:
    """The reason why the sentence has no claim; None where one should be made of it."""
    if not any(mark.isalnum() for mark in text):
        return NoClaim.FRAGMENT
    if len(text) <= MAX_BOILERPLATE and (_BOILERPLATE.match(text) or _RIGHTS.search(text)):
        return NoClaim.BOILERPLATE
    if _QUESTION_END.search(text) and not _reports(tree):
        return NoClaim.QUESTION
    if _verbless(tree, text):
        return NoClaim.FRAGMENT
    return NoClaim.AMBIGUOUS if _says_nothing_alone(tree) else None


def _says_nothing_alone(tree: Tree) -> bool:
    """*Yes, they did.*, *So would she.*: what was done, and by whom, only other sentences can tell."""
    return all(
        node.pos in _EMPTY or node.lemma in _PRO_VERBS or node.word in _PRO_FORMS or node.is_punctuation
        for node in tree.nodes
    )


def _reports(tree: Tree) -> bool:
    """A question inside a report, *"Why?" he asked* or *He asked: "Why?"*, is a statement all the same."""
    if tree.nodes[-1].text not in {"?", '"', "”", "’", "''"}:
        return True
    within = quoted(tree)
    mark = next(node for node in reversed(tree.nodes) if "?" in node.text)
    verbs = [node for node in tree.nodes if node.lemma in _ASKING and node.index not in within]
    return mark.index in within and any(is_finite(verb) and subject_of(verb) for verb in verbs)


def _verbless(tree: Tree, text: str) -> bool:
    if _BYLINE.match(text) and len(tree.nodes) < 12:
        return True
    finite = any(node.pos in VERBAL and is_finite(node) for node in tree.nodes)
    return _imperative(tree) if finite else not _verb_missed(tree, text)


def _verb_missed(tree: Tree, text: str) -> bool:
    """Whether a sentence without a finite verb looks like one whose verb the parser missed."""
    words = [node for node in tree.nodes if not node.is_punctuation]
    if len(words) < MIN_SENTENCE or not _FULL_STOP.search(text):
        return False
    verb = any(node.pos == "VERB" and node.relation != "amod" for node in words)
    touching = any(one.pos in {"NOUN", "PROPN"} and two.pos == "DET" for one, two in pairwise(tree.nodes))
    return verb or touching or len(words) >= MIN_PROSE


def _imperative(tree: Tree) -> bool:
    """*Call us now.*: a bare verb with no subject anywhere states nothing."""
    root = tree.root
    first = next(node for node in tree.nodes if not node.is_punctuation)
    bare = root.tag == "VB" or (root.tag == "VBP" and root is first)
    return bare and not root.of("aux") and not subject_of(root)
