"""Who worked on an article, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A reviewer or a member of the desk; the name is empty where none was given."""

    id: str
    name: str
    tasks: tuple[str, ...]


def people(dossier: Dossier) -> list[Person]:
    """Reviewers first, in the order of their files, then the desk in the order of its work."""
    names = {document.item.reviewer.id: document.item.reviewer.name for document in dossier.reviews}
    tasks: dict[str, dict[str, None]] = {name: {"claim review": None} for name in names}
    file = dossier.decisions.item if dossier.decisions else None
    for decision in file.decisions if file else ():
        former: Decision | None = decision
        while former:
            tasks.setdefault(former.who, {})["decision"] = None
            former = former.replaces
    for entry in file.ledger if file else ():
        tasks.setdefault(entry.who, {})["publication"] = None
    for record in dossier.claims.item.article.texts:
        if record.who:
            tasks.setdefault(record.who, {})["new text"] = None
    return [Person(id=name, name=names.get(name, ""), tasks=tuple(done)) for name, done in tasks.items()]
