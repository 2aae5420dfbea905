"""The closed lists that ``@ana`` points into, and what each entry means."""

from __future__ import annotations

TAXONOMIES: dict[str, tuple[str, dict[str, str]]] = {
    "state": (
        "Where a claim has got to, and what a review made of its wording",
        {
            "proposed": "Nobody has looked at it.",
            "accepted": "Right as proposed.",
            "edited": "Right once reworded.",
            "rejected": "No claim of the article.",
            "added": "Found by a reviewer, not by the splitter.",
            "disputed": "Reviewers made different things of it.",
            "open": "Looked at, and nothing said of its wording yet.",
        },
    ),
    "kind": (
        "Kinds of claim",
        {
            "fact": "Something that evidence could settle.",
            "quotation": "That somebody said something.",
            "prediction": "Something that is yet to come.",
            "opinion": "What somebody thinks or feels.",
            "normative": "What ought to be.",
            "question": "Something asked.",
            "other": "None of these.",
        },
    ),
    "quote": (
        "Kinds of attribution",
        {
            "direct": 'The source\'s words, in quotation marks (cf. said/@direct="true").',
            "indirect": 'Reported in other words (cf. said/@direct="false").',
            "mixed": 'Reported speech with quoted words inside (cf. said/@direct="unknown").',
        },
    ),
    "chain": (
        "Which attribution stands",
        {
            "in-force": "The one that stands.",
            "set-aside": "Proposed, or given by a reviewer, and not the one that stands.",
        },
    ),
    "attribution": (
        "What a review made of the proposed attribution",
        {
            "confirmed": "Right as proposed.",
            "corrected": "Replaced; without a chain of the reviewer: the writer's own voice.",
        },
    ),
    "evid": (
        "What a piece of evidence does to the claim",
        {"supports": "Speaks for it.", "refutes": "Speaks against it.", "context": "Helps to understand it."},
    ),
    "no-claim": (
        "Why a sentence has no claim",
        {
            "heading": "It is a heading.",
            "question": "It asks.",
            "opinion": "It says what the writer thinks.",
            "ambiguous": "Only other sentences could say what it means.",
            "fragment": "It is no whole sentence.",
            "boilerplate": "It is not part of what is told.",
        },
    ),
    "how": (
        "How a verdict was settled",
        {
            "single": "By one review.",
            "unanimous": "By several reviews that agree.",
            "adjudicated": "By the desk, where reviews differ.",
        },
    ),
}
"""By the taxonomy's name: its description, and its categories with theirs. The scale of verdicts is configuration."""
