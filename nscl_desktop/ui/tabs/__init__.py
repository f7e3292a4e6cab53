"""The tabs of the window in their order; a new tab is one function and one line here.

A tab's module is imported after the first paint, in the thread that opens the data file, so that neither the window
nor the file waits for the other.
"""

from nscl_desktop.ui.tab import Preparation, TabSpec


def _plans() -> Preparation:
    from nscl_desktop.ui.tabs.plans import prepare  # after the first paint

    return prepare


def _enterprises() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise; a section is imported when looked at

    sections = (
        Section("Đơn vị", "nscl_desktop.ui.tabs.enterprises", ("enterprise",)),
        Section("Hồ sơ hỗ trợ", "nscl_desktop.ui.tabs.dossiers", ("dossier",)),
        Section("Đợt xét chọn", "nscl_desktop.ui.tabs.rounds", ("selection_round",)),
        Section("Tổ chức tư vấn", "nscl_desktop.ui.tabs.consultants"),
    )
    return sectioned("Doanh nghiệp", sections)


def _inspections() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise

    sections = (
        Section("Lần kiểm tra", "nscl_desktop.ui.tabs.visits", ("visit",)),
        Section("Đợt kiểm tra", "nscl_desktop.ui.tabs.inspection_plans", ("inspection_plan",)),
        Section("Kiến nghị", "nscl_desktop.ui.tabs.advice", ("recommendation",)),
        Section("Bảng kiểm", "nscl_desktop.ui.tabs.checklists", ("checklist",)),
        Section("Khảo sát", "nscl_desktop.ui.tabs.surveys"),
    )
    return sectioned("Kiểm tra", sections)


def _training() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise

    sections = (
        Section("Lớp đào tạo", "nscl_desktop.ui.tabs.courses", ("course",)),
        Section("Người", "nscl_desktop.ui.tabs.people", ("person",)),
        Section("Chuyên gia", "nscl_desktop.ui.tabs.experts"),
        Section("Câu lạc bộ", "nscl_desktop.ui.tabs.clubs", ("club",)),
    )
    return sectioned("Đào tạo", sections)


def _doing() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise

    sections = (
        Section("Công việc", "nscl_desktop.ui.tabs.work", ("work_item",)),
        Section("Sổ kinh phí", "nscl_desktop.ui.tabs.ledger", ("budget_year", "ledger_entry")),
    )
    return sectioned("Thực hiện", sections)


def _awards() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise

    sections = (
        Section("Đợt xét giải", "nscl_desktop.ui.tabs.awards", ("award_round",)),
        Section("Khen thưởng", "nscl_desktop.ui.tabs.commendations", ("commendation",)),
        Section("Quy chế, mức thưởng", "nscl_desktop.ui.tabs.award_rules", ("award_regime",)),
    )
    return sectioned("Giải thưởng", sections)


def _overview() -> Preparation:
    from nscl_desktop.ui.lazy_tab import lazily  # likewise

    return lazily("nscl_desktop.ui.tabs.overview")


def _reports() -> Preparation:
    from nscl_desktop.ui.sectioned_tab import Section, sectioned  # likewise

    sections = (
        Section("Báo cáo định kỳ", "nscl_desktop.ui.tabs.periodic_reports", ("periodic_report",)),
        Section("TFP", "nscl_desktop.ui.tabs.growth", ("growth_study",)),
        Section("Biểu kinh phí", "nscl_desktop.ui.tabs.money_tables"),
    )
    return sectioned("Báo cáo", sections)


TABS = (
    TabSpec("overview", "Tổng quan", _overview),
    TabSpec("plans", "Kế hoạch", _plans, ("plan",), is_first=True),
    TabSpec("enterprises", "Doanh nghiệp", _enterprises, ("enterprise", "dossier", "selection_round")),
    TabSpec("inspections", "Kiểm tra", _inspections, ("visit", "inspection_plan", "recommendation", "checklist")),
    TabSpec("training", "Đào tạo", _training, ("course", "person", "club")),
    TabSpec("awards", "Giải thưởng", _awards, ("award_round", "commendation", "award_regime")),
    TabSpec("doing", "Thực hiện", _doing, ("work_item", "budget_year", "ledger_entry")),
    TabSpec("reports", "Báo cáo", _reports, ("periodic_report", "growth_study")),
)
