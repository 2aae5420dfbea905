"""What a key does. Verdicts have the digits, in the order of the scale; the rest is configurable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from claimkit.errors import WorkspaceError
from claimkit.model.config import Config, Verdict

DIGITS = "1234567890"


class Deed(StrEnum):
    """What a reviewer can do with one key; each value is its name under [review.keys] in claimkit.toml."""

    ACCEPT = "accept"
    EDIT = "edit"
    SPLIT = "split"
    MERGE = "merge"
    REJECT = "reject"
    KIND = "kind"
    SHORT = "short"
    CONFIRM = "confirm"
    SPEAKER = "speaker"
    EVIDENCE = "evidence"
    RATIONALE = "rationale"
    CONFIDENCE = "confidence"
    COMMENT = "comment"
    DONE = "done"
    SENTENCE = "sentence"
    SKIP = "skip"
    BACK = "back"
    UNDO = "undo"
    FIND = "find"
    WHOLE = "whole"
    HELP = "help"
    QUIT = "quit"


KEYS: Mapping[Deed, tuple[str, str]] = {
    Deed.ACCEPT: ("a", "accept the wording"),
    Deed.EDIT: ("e", "edit the wording"),
    Deed.SPLIT: ("x", "split into several claims"),
    Deed.MERGE: ("m", "merge with other claims"),
    Deed.REJECT: ("r", "reject: no claim of the article"),
    Deed.KIND: ("n", "another kind of statement"),
    Deed.SHORT: ("h", "a short wording for publication"),
    Deed.CONFIRM: ("y", "who says it is right"),
    Deed.SPEAKER: ("w", "correct who says it"),
    Deed.EVIDENCE: ("v", "add evidence"),
    Deed.RATIONALE: ("t", "say why, for the reader"),
    Deed.CONFIDENCE: ("k", "how sure you are"),
    Deed.COMMENT: ("c", "comment for the desk"),
    Deed.DONE: ("d", "done: finish and go on"),
    Deed.SENTENCE: ("A", "accept all claims of this sentence"),
    Deed.SKIP: ("s", "skip for now"),
    Deed.BACK: ("b", "back to the one before"),
    Deed.UNDO: ("u", "undo the last act"),
    Deed.FIND: ("f", "find a claim"),
    Deed.WHOLE: ("i", "show all there is of it"),
    Deed.HELP: ("?", "help"),
    Deed.QUIT: ("q", "quit; all is saved"),
}
"""Each deed's key by default, and what it does in words."""


def keyboard(config: Config) -> dict[str, Deed]:
    """What each key does, without the verdicts; raises :class:`WorkspaceError` where two deeds share a key."""
    chosen = {deed: config.review.keys.get(deed, key) for deed, (key, _) in KEYS.items()}
    board: dict[str, Deed] = {}
    for deed, key in chosen.items():
        if key in DIGITS:
            raise WorkspaceError(f"[review.keys] {deed} = {key!r}: the digits are the verdicts'", remedy="use a letter")
        if (other := board.setdefault(key, deed)) is not deed:
            raise WorkspaceError(f"[review.keys]: {other} and {deed} both have {key!r}", remedy="give one another key")
    return board


def names(board: Mapping[str, Deed], verdicts: Sequence[Verdict]) -> dict[str, str]:
    """What each key means in words, the verdicts' digits first."""
    scale = {digit: verdict.id for digit, verdict in zip(DIGITS, verdicts, strict=False)}
    return scale | {key: KEYS[deed][1] for key, deed in board.items()}
