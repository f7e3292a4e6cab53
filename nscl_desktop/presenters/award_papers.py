"""Bản in of a round of awards: the minutes of the council, or the list of winners, under the office's letterhead."""

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.award_lists import praise_list, winners_list
from nscl_desktop.domain.award_minutes import CouncilPaper, council_minutes
from nscl_desktop.domain.awards import Commendation
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.award_results_sheet import GROUPS, proposed_words
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name

MINUTES, WINNERS = "minutes", "winners"
PAPERS = ((MINUTES, "Biên bản họp hội đồng sơ tuyển"), (WINNERS, "Danh sách đơn vị đạt giải"))


class AwardPapers:
    """``kind`` says which paper is wanted."""

    def __init__(self, sheet: AwardSheet) -> None:
        self._sheet = sheet
        self.kind = MINUTES

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data; InputError where there is nothing to be listed."""
        sheet = self._sheet
        names = {each.id: sheet.name_of(each) for each in sheet.nominations()}
        if self.kind == WINNERS:
            if not sheet.prizes():
                raise InputError("Chưa có giải nào để lập danh sách; ghi quyết định ở trang Kết quả trước.")
            return winners_list(sheet.held, sheet.prizes(), names, sheet.results, head.lines)
        proposed = {each.id: proposed_words(sheet, each).removesuffix(" (theo điểm)") for each in sheet.nominations()}
        groups = {each.id: GROUPS[each.group] if each.group else "" for each in sheet.nominations()}
        paper = CouncilPaper(sheet.held, sheet.regime, sheet.nominations(), sheet.scores, names, groups, proposed)
        return council_minutes(paper, head.lines, head.symbol.strip())

    def file_name(self) -> str:
        """What its file is called at first."""
        return plain_name(f"{dict(PAPERS)[self.kind]} {self._sheet.held.name}")


class PraisePaper:
    """The list of those who are proposed for praise."""

    def __init__(self, praise: tuple[Commendation, ...]) -> None:
        self._praise = praise

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        return praise_list(self._praise, head.lines)

    def file_name(self) -> str:
        """What its file is called at first."""
        return "Danh sach de nghi khen thuong"
