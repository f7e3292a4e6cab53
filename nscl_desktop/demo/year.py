"""The demo year: one invented year around the plan of Tây Ninh, so that every screen and paper can be seen full.

Made by the services' own steps, always the same: keys follow in order, names are drawn with a fixed seed. It belongs
into a file of its own and never among an office's data.
"""

from collections.abc import Iterable, Sequence

from nscl_desktop.demo import awards, doing, dossiers, money, rounds, training, visits
from nscl_desktop.demo.names import People
from nscl_desktop.demo.plan import issue_plan, lines_of
from nscl_desktop.demo.scribe import Scribe
from nscl_desktop.demo.units import fill_register
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.records import Record, keys_in_order


def demo_steps(samples: Iterable[Record], first: ChangeSet) -> Sequence[ChangeSet]:
    """The steps of the year over a file with the sample plans; ``first`` brings the shipped check lists."""
    with keys_in_order("demo year"):
        scribe = Scribe(Book(samples))
        scribe.do(first)
        _write(scribe)
        return scribe.steps


def _write(scribe: Scribe) -> None:
    people = People(scribe.random)
    visits.put_lists_in_use(scribe)
    plan = issue_plan(scribe)
    units, advisers = fill_register(scribe, people)
    office = dossiers.Office(scribe, plan.id, lines_of(scribe.book, plan.id), units, advisers)
    dossiers.open_catalogue(scribe)
    ledger = money.open_ledger(office)
    carried = dossiers.carried_over(office)
    chosen = rounds.chosen_systems(office, dossiers.new_systems(office))
    replacement = dossiers.systems_go_on(office, chosen)
    others = dossiers.other_supports(office)
    taught = training.teach(office, people)
    training.assign_experts(office, taught.experts, carried)
    awards.hold_awards(office)
    awards.give_praise(office)
    doing.follow_tasks(office)
    money.spend(ledger, taught)
    money.close(ledger)
    visits.inspections(office, [*carried[:4], chosen[0], chosen[1], others["lean"], replacement], people)
    visits.survey(office, people)
