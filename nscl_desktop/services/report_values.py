"""The merge fields of a periodic report's Word template: texts only, the same figures as on its printed pages."""

from collections.abc import Mapping

from nscl_desktop.domain.merge_fields import Context, PaperValue
from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.periodic_reports import COURSES as COURSE_LIST
from nscl_desktop.domain.periodic_reports import DOSSIERS, PRIZES, SECTION, SOURCE, ReportFigure, ReportMoney
from nscl_desktop.domain.report_figures import money_total, reached, share, shown, stands
from nscl_desktop.domain.report_lists import summary
from nscl_desktop.domain.report_paper import ReportPaper, cited, dated, money_words, opening
from nscl_desktop.domain.report_paper_tables import promised

_ROW_NAMES = {
    DOSSIERS: ("stt", "don_vi", "ma_so_thue", "noi_dung", "ma_ho_so", "buoc", "gia_tri"),
    COURSE_LIST: ("stt", "lop", "hinh_thuc", "thoi_gian", "dia_diem", "luot_nguoi", "nguoi", "dat"),
    PRIZES: ("stt", "don_vi", "san_pham", "nam", "giai", "quyet_dinh", "tien_thuong"),
}  # fmt: skip
_LIST_FIELDS = {DOSSIERS: "ho_so", COURSE_LIST: "lop", PRIZES: "giai_thuong"}


def report_values(paper: ReportPaper) -> Context:
    """Every field that a template of a report may ask for."""
    report = paper.report
    agency = ("", *paper.agency)[-2:] if paper.agency else ("", "")
    values: dict[str, PaperValue] = {
        "co_quan": {
            "chu_quan": agency[0], "ten": agency[1], "dia_danh": report.place, "ky_hieu": paper.symbol,
            "quyen_han": " ".join(report.authority), "nguoi_ky": report.signer,
        },
        "so": report.number.partition("/")[0].strip(), "ngay_ky": dated(report).partition(", ")[2],
        "kinh_gui": "; ".join(report.to_party), "trich_yeu": report.title, "mo_dau": opening(paper),
        "ke_hoach": {"van_ban": cited(paper.plan) if paper.plan else ""},
        "tinh_hinh": _paragraphs(report.summary), "kho_khan": _paragraphs(report.difficulties),
        "nhiem_vu": _paragraphs(report.next_steps), "kien_nghi": _paragraphs(report.proposals),
        "kinh_phi_tom_tat": money_words(paper.money),
        "muc_tieu": tuple(_target(at, each) for at, each in enumerate(paper.figures, 1)),
        "kinh_phi": (*_money(paper, SECTION), _amounts(money_total(paper.money, SECTION), "")),
        "nguon": (*_money(paper, SOURCE), _amounts(money_total(paper.money, SOURCE), "")),
        "noi_nhan": tuple({"ten": each} for each in report.recipients),
    }  # fmt: skip
    known = dict(paper.lists)
    for name, field in _LIST_FIELDS.items():
        rows = known.get(name, ())
        values[field] = tuple(dict(zip(_ROW_NAMES[name], row, strict=False)) for row in rows)
        values[f"{field}_tom_tat"] = summary(name, rows)
    return values


def _paragraphs(text: str) -> tuple[Mapping[str, str], ...]:
    """One without words leaves room to write."""
    return tuple({"doan": each.strip()} for each in text.splitlines() if each.strip()) or ({"doan": ""},)


def _target(at: int, each: ReportFigure) -> Mapping[str, str]:
    ratio = reached(each)
    return {
        "stt": str(at), "noi_dung": each.text, "don_vi_tinh": each.unit, "ke_hoach": promised(each),
        "thuc_hien": shown(each.done) if each.done is not None else "–",
        "luy_ke": shown(each.total) if each.total is not None else "–",
        "uoc": shown(each.estimate) if each.estimate is not None else " ",
        "ty_le": f"{shown(ratio)}%" if ratio is not None else "–",
        "danh_gia": stands(each).value if each.total is not None else each.reason,
    }  # fmt: skip


def _money(paper: ReportPaper, part: str) -> tuple[Mapping[str, str], ...]:
    own = [each for each in paper.money if each.part == part]
    return tuple(_amounts(each, each.label or str(at)) for at, each in enumerate(own, 1))


def _amounts(each: ReportMoney, number: str) -> Mapping[str, str]:
    ratio = share(each.paid or 0, each.current or 0)
    amounts = {
        name: format_amount(value, MoneyUnit.TRIEU) if value is not None else " "
        for name, value in (
            ("ke_hoach", each.planned), ("duoc_giao", each.current), ("cam_ket", each.committed), ("da_chi", each.paid),
            ("luy_ke", each.paid_total), ("uoc", each.estimate),
        )
    }  # fmt: skip
    ratio_words = f"{shown(ratio)}%" if ratio is not None else "–"
    return {"stt": number or " ", "noi_dung": each.text, **amounts, "ty_le": ratio_words}
