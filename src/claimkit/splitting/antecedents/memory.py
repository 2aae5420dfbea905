"""What an article has spoken of so far, and what its next sentence means by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from claimkit.splitting.antecedents.ages import Ages
from claimkit.splitting.antecedents.completions import Completion, Meant
from claimkit.splitting.antecedents.dates import dates_of
from claimkit.splitting.antecedents.descriptions import Descriptions
from claimkit.splitting.antecedents.names import Abbreviations, full_name
from claimkit.splitting.antecedents.places import Places
from claimkit.splitting.antecedents.pronouns import Things
from claimkit.splitting.antecedents.wordings import completion_of
from claimkit.splitting.tree import Tree, quoted


@dataclass(slots=True, kw_only=True)
class Memory:
    """The persons and things of the article so far."""

    published: date | None = None
    things: Things = field(default_factory=Things)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    descriptions: Descriptions = field(default_factory=Descriptions)
    ages: Ages = field(default_factory=Ages)
    places: Places = field(default_factory=Places)

    def forget(self) -> None:
        """A heading: nobody above it is *she* below it."""
        self.things.forget()
        self.places.forget()

    def read(self, tree: Tree, text: str) -> Meant:
        """What the words of the next sentence mean that do not stand alone.

        Pronouns within quotation marks stand for nothing here: what somebody said stays as they said it.
        """
        meant: dict[int, Completion] = {}
        for choice in self.things.read(tree):
            node = choice.pronoun.node
            if choice.chosen and choice.told:
                completion = completion_of(node, choice.chosen, text)
                if completion:
                    meant[node.index] = completion
        if self.published:
            meant.update(dates_of(tree, self.published))
        inside = quoted(tree)
        for index, completion in self._names(tree, text):
            meant.setdefault(index, completion)
        return {index: completion for index, completion in meant.items() if index not in inside}

    def _names(self, tree: Tree, text: str) -> Iterator[tuple[int, Completion]]:
        for mention in self.things.here:
            firm = mention.words and mention.words[-1].word in self.things.firms
            completion = None if firm else full_name(mention, self.things.people, text)
            if completion:
                yield mention.words[0].index, completion
        yield from self.abbreviations.read(tree, text)
        yield from self.descriptions.read(self.things.here, text)
        yield from self.ages.read(tree, self.things.here, text)
        yield from self.places.read(tree, self.things.here, text)
