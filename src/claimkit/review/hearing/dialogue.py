"""The talk in which claims are adjudicated. Each act is saved before the next question is asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimkit.errors import ConflictError, ReviewError
from claimkit.model.config import Verdict
from claimkit.model.decision import Decision
from claimkit.model.vocabulary import Disposition
from claimkit.review.adjudication import Ruling
from claimkit.review.claim_view import claim_view
from claimkit.review.dialogue import Dialogue, EndOfInputError, key, line, said
from claimkit.review.hearing.docket import Docket
from claimkit.review.hearing.lines import claim_lines, masked
from claimkit.rules.standing import Signed, Standing, made, named, unsettled

MOST = 9
"""As many sides as there are keys for them."""

KEYS = {
    "v": "another verdict",
    "x": "the claim is rejected",
    "s": "skip",
    "b": "back",
    "u": "undo",
    "i": "the whole claim",
    "?": "help",
    "q": "quit",
}
HELP = (
    "1 to 9  that side is right: its verdict, its wording and its rationale stand",
    "v  another verdict of the scale, with a rationale of your own for the reader",
    "x  the claim is rejected: it is none, or not worth keeping",
    "s  leave it for later          b  the claim before",
    "u  take your last decision back",
    "i  the whole claim, with drafts and with what was published",
    "?  this                        q  quit; all decisions are saved already",
    "The reason why is for the desk and for the overruled; it is kept.",
)


@dataclass(slots=True, kw_only=True)
class Hearing:
    """Where one adjudicator has got to. ``acts`` are the decisions of this sitting, with the claims as then seen."""

    docket: Docket
    blind: bool = False
    claims: tuple[str, ...] = ()
    place: int = 0
    acts: list[tuple[Decision, Standing]] = field(default_factory=list)

    def talk(self) -> Dialogue[int]:
        """Settle what needs nobody, then ask about each claim that awaits a decision; how many were decided."""
        settled = self.docket.settle_by_rule()
        if settled:
            yield from said(f"{len(settled)} settled by rule, since nobody differs: {', '.join(settled)}")
        self.claims = self.docket.awaiting()
        if not self.claims:
            yield from said(f"Nothing in {self.docket.slug} awaits adjudication.")
            return 0
        try:
            while (yield from self._turn()):
                pass
        except EndOfInputError:
            pass
        yield from said(*self._leave())
        return len(self.acts)

    def _leave(self) -> tuple[str, ...]:
        left = len(self.docket.awaiting())
        following = "adjudicate" if left else "publish"
        return (f"{len(self.acts)} adjudicated and saved, {left} left. Next: claimkit {following} {self.docket.slug}",)

    def _turn(self) -> Dialogue[bool]:
        """Show the claim in turn, and do what is asked; false to leave."""
        if self.place == len(self.claims):
            return (yield from self._last())
        dossier = self.docket.read()
        seen = named(unsettled(dossier), self.claims[self.place])
        shown = masked(seen) if self.blind else seen
        yield from said("", f"{self.place + 1} of {len(self.claims)}", *claim_lines(dossier, shown), "")
        every = shown.finished[:MOST]
        names = {str(number): f"{signed.reviewer.id} is right" for number, signed in enumerate(every, start=1)}
        asked = f"1 to {len(every)}, v, x, s, b, u, i, q, ?" if len(every) > 1 else "1, v, x, s, b, u, i, q, ?"
        while (hit := (yield from key(f"{asked}:", names | KEYS))) in {"i", "?"}:
            yield from said(*(claim_view(dossier, shown) if hit == "i" else HELP))
        if hit in names or hit in {"v", "x"}:
            yield from self._decide(hit, seen, shown)
            return True
        return (yield from self._move(hit))

    def _last(self) -> Dialogue[bool]:
        hit = yield from key("That was the last. b, u, q:", {name: KEYS[name] for name in ("b", "u", "q")})
        return (yield from self._move(hit))

    def _move(self, hit: str) -> Dialogue[bool]:
        if hit == "u":
            yield from self._undo()
        elif hit == "s":
            self.place += 1
        elif hit == "b":
            self.place = max(self.place - 1, 0)
        return hit != "q"

    def _decide(self, hit: str, seen: Standing, shown: Standing) -> Dialogue[None]:
        """Ask what the decision needs and save it. What is left empty decides nothing."""
        if hit == "x":
            ruling: Ruling | None = Ruling(verdict="", why="")
        elif hit == "v":
            ruling = yield from self._another(seen)
        else:
            ruling = yield from self._side(seen.finished[int(hit) - 1])
        if ruling is None:
            return
        why = yield from line("Why, for the desk:")
        if not why:
            yield from said("A decision has its reason; nothing is decided.")
            return
        try:
            decision = self.docket.settle(seen.claim.id, replace(ruling, why=why), seen=seen)
        except (ConflictError, ReviewError) as error:
            yield from said(f"Nothing is decided: {error}")
            return
        self.acts.append((decision, seen))
        self.place += 1
        yield from said(f"Saved: {seen.claim.id} is {decision.verdict or 'rejected'}.")

    def _side(self, signed: Signed) -> Dialogue[Ruling | None]:
        """That a side is right. One that neither rejects the claim nor rates it decides nothing."""
        review, who = signed.review, signed.reviewer.id
        if review.disposition is Disposition.REJECTED:
            return Ruling(verdict="", review=who, why="")
        if not review.verdict:
            yield from said("That review gives no verdict; give one with v.")
            return None
        if review.rationale:
            return Ruling(verdict=review.verdict, review=who, why="")
        rationale = yield from self._rationale()
        return Ruling(verdict=review.verdict, review=who, rationale=rationale, why="") if rationale else None

    def _another(self, seen: Standing) -> Dialogue[Ruling | None]:
        """A verdict of the scale, by number, whose wording it is for, and the rationale for it."""
        scale = {str(number): verdict for number, verdict in enumerate(self.docket.workspace.config.verdicts, start=1)}
        yield from said(*_scale(scale, self.docket.read().claims.item.article.metadata.language))
        number = yield from line(f"Which, 1 to {len(scale)}:")
        verdict = scale.get(number)
        if verdict is None:
            yield from said(f"{number!r} is no number of the scale; nothing is decided.")
            return None
        lead = yield from self._wording(seen)
        rationale = (yield from self._rationale()) if lead else ""
        return Ruling(verdict=verdict.id, review=lead, rationale=rationale, why="") if rationale else None

    def _wording(self, seen: Standing) -> Dialogue[str]:
        """The reviewer whose wording stands: who alone keeps the claim, or whom the adjudicator says; else empty."""
        keep = {
            str(number): signed
            for number, signed in enumerate(seen.finished[:MOST], start=1)
            if signed.review.disposition is not Disposition.REJECTED
        }
        if not keep:
            yield from said("Every side rejects the claim; there is no wording to rate.")
            return ""
        number = next(iter(keep))
        if len({made(signed.review)[1:-1] for signed in keep.values()}) > 1:
            number = (yield from line(f"Whose wording stands, {' or '.join(keep)}:", number)) or number
        if number not in keep:
            yield from said(f"{number!r} is none of these; nothing is decided.")
            return ""
        return keep[number].reviewer.id

    def _rationale(self) -> Dialogue[str]:
        """The rationale; empty where none was given, which is told."""
        given = yield from line("Rationale, for the reader:")
        if not given:
            yield from said("A verdict has its rationale; nothing is decided.")
        return given

    def _undo(self) -> Dialogue[None]:
        if not self.acts:
            yield from said("There is nothing to undo in this sitting.")
            return
        decision, seen = self.acts.pop()
        try:
            self.docket.take_back(decision, seen)
        except ConflictError as error:
            yield from said(f"Nothing is undone: {error}")
            return
        self.place = self.claims.index(decision.claim)
        yield from said(f"Undone: {decision.claim} is open again.")


def _scale(scale: dict[str, Verdict], language: str) -> list[str]:
    """The verdicts under their numbers."""
    return [
        f"{number:>2}  {verdict.id}: {verdict.label_in(language)}. {verdict.description}".rstrip()
        for number, verdict in scale.items()
    ]
