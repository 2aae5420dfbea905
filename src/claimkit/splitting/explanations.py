"""Why each rule made its claim, for those who read the claims."""

from __future__ import annotations

from typing import Final

EXPLANATIONS: Final = {
    "main-clause": "the sentence's main clause, less what is a claim of its own",
    "coordination": "a second predicate, with the subject and the auxiliaries that it shares with the first",
    "relative-clause": "a relative clause, with the words that its pronoun stands for",
    "participial-clause": "a participle, with the subject and the tense that it takes from the clause around it",
    "adverbial-clause": "an adverbial clause that is told as a fact",
    "apposition": "what a name is said to be by the words beside it",
    "distribution": "one member of a list, with all that the list shares",
    "gapping": "a clause that leaves out the verb, with the words that it shares with the clause before it",
    "reported-content": "what somebody is reported to have said, without who said it",
    "saying": "that somebody said it: whether they did is a check of its own",
    "embedded-saying": "that somebody said or did so, in a clause that stays inside another claim",
    "presupposed": "what the sentence takes for granted: a noun in it holds a clause",
    "list-item": "a sentence that a colon left open, with one of the items after it",
    "kept-whole": "the whole sentence: it is too long, or its parse is not to be trusted",
    "adjunct": "the clause with one of its adverbials (fine)",
    "quality": "the predicate noun with one of the words before it (fine)",
    "title": "the title before a name (fine)",
    "example": "one of the examples after such as or including (fine)",
    "particular": "how old somebody is, or where from, as it stands between commas (fine)",
    "bracket": "what stands in brackets behind a noun (fine)",
}
"""By the rule's name, as ``proposedBy`` has it after ``rule:``."""


def explanation(proposed_by: str) -> str:
    """Why the claim is there; for what no rule of ours made, who proposed it."""
    kind, _, name = proposed_by.partition(":")
    told = EXPLANATIONS.get(name, "") if kind == "rule" else ""
    return told or f"proposed by {name or kind}"
