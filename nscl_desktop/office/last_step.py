"""Finding the last step of a kind again, so that an import can be taken back after its toast has gone."""

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.storage.store import Store

_NEWEST = 20
"""So many steps of the scope are looked at."""


def last_step(store: Store, scope: str, beginning: str = "") -> ChangeSet | None:
    """The last step whose words begin so and that was not taken back; steps that undo one another count by their end.

    ``beginning`` is what the service that makes such steps calls them by. Aside: large steps are read whole.
    """
    undone: set[str] = set()
    for step in reversed([each.change_set for each in store.change_sets(scope=scope, newest=_NEWEST)]):
        if step.undoes and step.id not in undone:
            undone.add(step.undoes)
        elif not step.undoes and step.id not in undone and step.words.startswith(beginning):
            return step
    return None
