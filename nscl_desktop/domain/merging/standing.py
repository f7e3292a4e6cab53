"""Which claims stand: those that nobody replaced who had seen them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from nscl_desktop.domain.merging.proposals import EXISTENCE, OFFICE, Claim, Key, Proposal, Spot


class Standing:
    """The claims of all authors by record and field, with the replaced ones left out."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._all: dict[Key, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for proposal in proposals:
            for (key, name), claim in proposal.claims.items():
                self._all[key][name].append(claim)
        self._stands = {
            key: {name: _standing((key, name), claims) for name, claims in sorted(fields.items())}
            for key, fields in sorted(self._all.items())
        }

    def __iter__(self) -> Iterator[Key]:
        """Every record that anybody claims anything of, in a fixed order."""
        return iter(self._stands)

    def fields(self, key: Key) -> dict[str, tuple[Claim, ...]]:
        """Field → the claims that stand, without those on the record's existence."""
        return {name: claims for name, claims in self._stands.get(key, {}).items() if name != EXISTENCE}

    def own(self, key: Key, name: str) -> Claim | None:
        """The office's own value of a field, whether it stands or someone who had seen it replaced it."""
        return next((claim for claim in self._all[key][name] if claim.author == OFFICE), None)

    def is_added(self, key: Key) -> bool:
        """Whether somebody made the record, and perhaps deleted it after others had seen it."""
        fields = self._all.get(key, {})
        makers = {claim.author for claim in fields.get(EXISTENCE, ())}
        return any(claim.author in makers for name, claims in fields.items() if name != EXISTENCE for claim in claims)

    def is_only_deleted(self, key: Key) -> bool:
        """Whether nobody wants anything of the record but that it be gone."""
        fields = self._all.get(key, {})
        return set(fields) == {EXISTENCE} and not any(claim.value for claim in fields[EXISTENCE])

    def deletions(self, key: Key) -> tuple[Claim, ...]:
        """Who wants the record gone; empty where someone who had seen that wants it kept."""
        return tuple(claim for claim in self._stands.get(key, {}).get(EXISTENCE, ()) if claim.value is False)

    def is_contested(self, key: Key) -> bool:
        """Whether somebody wants something of the record that one who deletes it has not seen.

        Whoever edited the record and then deleted it wants nothing of it.
        """
        doers = self.deletions(key)
        authors = {doer.author for doer in doers}
        return any(
            not doer.knows.covers((key, name), other)
            for name, claims in self._stands.get(key, {}).items()
            for other in claims
            if (name, other.value) != (EXISTENCE, False) and other.author not in authors
            for doer in doers
        )

    def authors(self, key: Key, name: str | None = None) -> tuple[str, ...]:
        """Who claims anything of the record, or of one field of it."""
        fields = self._all.get(key, {})
        names = fields if name is None else [name]
        return tuple(sorted({claim.author for each in names for claim in fields.get(each, ())}))


def _standing(spot: Spot, claims: list[Claim]) -> tuple[Claim, ...]:
    stands = [
        claim
        for claim in claims
        if not any(other.author != claim.author and other.knows.covers(spot, claim) for other in claims)
    ]
    return tuple(sorted(stands, key=lambda claim: claim.author))
