"""A return package as the office looks at it: whether it can be received at all, and what receiving it comes to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.merging.proposals import Proposal
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.exchange import package_proposals as form
from nscl_desktop.exchange.package_file import RETURN, Package
from nscl_desktop.exchange.package_values import DamagedPackageError
from nscl_desktop.office.package_moment import Moment, authors_at, moment_after, read_moment
from nscl_desktop.services import package_showing as showing
from nscl_desktop.services.package_merging import Outcome, merge_office
from nscl_desktop.services.package_refusals import Refusal, sift
from nscl_desktop.services.package_report import MergeReport, report_of
from nscl_desktop.services.package_views import MergeView, Watch
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.journal import from_stamp


@dataclass(frozen=True, slots=True)
class Reception:
    """What receiving a package comes to, before anything is written."""

    package: Package
    moment: Moment
    proposal: Proposal
    refused: tuple[Refusal, ...]
    trail: list[tuple[int, str]]
    outcome: Outcome
    authors: showing.Authors
    is_known: bool

    def report(self) -> MergeReport:
        """Counts and lists."""
        return report_of(
            self.moment.excerpt.present, self.outcome.merged, self.proposal, self.refused, is_known=self.is_known
        )

    def view(self) -> MergeView:
        """For a screen."""
        report, package = self.report(), self.package
        records = {
            **showing.claimed_records(self.proposal), **self.moment.excerpt.base, **self.moment.excerpt.present,
            **self.outcome.merged.records,
        }  # fmt: skip
        return MergeView(
            self.proposal.author, package.machine, stamp_or_none(package.at), self.is_known,
            report.applied, report.same_records, report.replaced,
            () if self.is_known else showing.news_of(self.outcome.changes, records),
            showing.open_items(self.outcome.merged, records, self.authors),
            showing.refused_views(self.refused, records),
        )  # fmt: skip


def weigh(
    connection: rows.File, shape: Shape, package: Package, watch: Watch, earlier: Sequence[Package] = ()
) -> Reception:
    """What receiving a package comes to, as if those ``earlier`` ones had been received just before it.

    Raises UnreadableFileError for a package that is none of this office's, InputError for one of a closed check-out or
    of a machine that went back to an older copy of its file.
    """
    watch("Đang xem xét gói")
    proposal, refused = _proposal_of(package)
    said = form.members(package.parts["proposal"], "trail")
    trail = form.step_trail(said["trail"])
    _require_ours(connection, package)
    before = [_proposal_of(each)[0] for each in earlier]
    moment = moment_after(read_moment(connection, shape, (*before, proposal), watch), before)
    if proposal.author in moment.closed:
        raise InputError(
            f"Lần giao cho {moment.machine(proposal.author)} đã khép lại nên không nhận thêm kết quả; "
            "nếu vẫn cần nhận, hãy mở lại lần giao này rồi nhận gói."
        )
    also = ((made, each.parts["proposal"]) for made, each in zip(before, earlier, strict=True))
    authors = authors_at(connection, moment, *also, (proposal, said))
    known = moment.receptions(proposal.author)
    _require_same_line(known, proposal.revision, trail)
    revisions = (*(each.revision for each in known), *(p.revision for p in before if p.author == proposal.author))
    is_known = any(revision >= proposal.revision for revision in revisions)
    office = replace(moment.office, received=(*moment.office.received, proposal))
    outcome = moment.before if is_known else merge_office(office, moment.excerpt)
    return Reception(package, moment, proposal, refused, trail, outcome, authors, is_known)


def stamp_or_none(stamp: str) -> datetime | None:
    """The moment that a package was written, where it tells one."""
    try:
        return from_stamp(stamp)
    except ValueError:
        return None


def _proposal_of(package: Package) -> tuple[Proposal, tuple[Refusal, ...]]:
    if package.kind != RETURN or "proposal" not in package.parts:
        raise UnreadableFileError("Đây không phải gói kết quả; hãy chọn gói do máy được giao việc ghi ra.")
    proposal = form.proposal_from_json(package.parts["proposal"])
    if proposal.author != package.check_out:
        raise DamagedPackageError
    return sift(proposal)


def _require_ours(connection: rows.File, package: Package) -> None:
    is_known = package.check_out in {each.id for each in rows.check_outs(connection)}
    if package.office_file != rows.file_id(connection) or not is_known:
        raise UnreadableFileError(
            "Gói kết quả này không thuộc lần giao việc nào của tệp dữ liệu đang mở; "
            "hãy mở đúng tệp của văn phòng đã giao, hoặc nhập dữ liệu như từ nơi khác."
        )


def _require_same_line(known: Collection[rows.Received], revision: int, trail: list[tuple[int, str]]) -> None:
    """Refuse the work of a machine that went back to an older copy of its file: its numbers mean something else now."""
    told = dict(trail)
    for each in known:
        earlier = dict(form.step_trail(form.load(each.trail)))
        shared = min(each.revision, revision)
        if earlier.get(shared) != told.get(shared):
            raise InputError(
                "Máy này đã trở về một bản sao cũ của tệp dữ liệu sau lần gửi trước; "
                "hãy hoàn tác lần nhận trước rồi nhận gói này."
            )
