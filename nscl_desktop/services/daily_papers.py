"""The daily papers: which there are, what a person types for one printing, how the files are called."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.text import quoted
from nscl_desktop.services.dossier_papers import Values
from nscl_desktop.services.paper_fields import FIELDS, Subject
from nscl_desktop.services.paper_rows import Group, Rows

ROUND_PAPER = "bien-ban-hop-xet-chon"
INVITATION, CERTIFICATE, WORK_REMINDER = "giay-moi-lop", "giay-chung-nhan", "cong-van-don-doc-viec"
PAPERS = (
    ("phieu-dang-ky", "Phiếu đăng ký"),
    (ROUND_PAPER, "Biên bản họp xét chọn"),
    ("hop-dong", "Hợp đồng"),
    ("bien-ban-kiem-tra", "Biên bản kiểm tra"),
    ("bien-ban-hop-nghiem-thu", "Biên bản họp nghiệm thu"),
    ("bien-ban-nghiem-thu", "Biên bản nghiệm thu"),
    ("thanh-ly-hop-dong", "Biên bản thanh lý hợp đồng"),
    ("giay-de-nghi-thanh-toan", "Giấy đề nghị thanh toán"),
    ("cong-van-don-doc", "Công văn đôn đốc"),
    (INVITATION, "Giấy mời dự lớp đào tạo"),
    (CERTIFICATE, "Giấy chứng nhận"),
    (WORK_REMINDER, "Công văn đôn đốc công việc"),
)
"""Names of the shipped templates with their titles, in the order of a dossier's life, then of courses and work."""
_TITLES = dict(PAPERS)
_OF_COURSES = (INVITATION, CERTIFICATE)
"""How the names of templates of courses begin: an office's own “giay-chung-nhan-2” is of courses, too."""
BY_CONTRACT = frozenset({"hop-dong", "bien-ban-nghiem-thu", "thanh-ly-hop-dong", "giay-de-nghi-thanh-toan"})
"""Made once for each contract of a dossier; the others once for each dossier."""
_LONGEST = 60
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DailyPaper:
    """A paper that can be printed: shipped, the office's own wording of it, or one of the office alone."""

    name: str
    title: str
    is_own: bool = False

    @property
    def subject(self) -> Subject:
        """What it is printed of: of dossiers unless its name says otherwise."""
        if self.name == ROUND_PAPER:
            return Subject.ROUND
        if self.name.startswith(WORK_REMINDER):
            return Subject.WORK
        return Subject.COURSE if self.name.startswith(_OF_COURSES) else Subject.DOSSIER


def listed(names: Iterable[str], own: Iterable[str]) -> tuple[DailyPaper, ...]:
    """The papers of these templates: the shipped ones in their order, then the office's others by name."""
    names, own = set(names), set(own)
    shipped = [DailyPaper(name, title, name in own) for name, title in PAPERS if name in names]
    others = [DailyPaper(name, name, is_own=True) for name in sorted(names - _TITLES.keys())]
    return (*shipped, *others)


def with_typed(values: Values, typed: Mapping[str, str]) -> Values:
    """The values, with what was typed where they are empty; what the data says is never typed over.

    Rows are typed one on a line, their columns parted by semicolons. InputError for more columns than there are.
    """
    made: Values = dict(values)
    for name, text in typed.items():
        known = FIELDS.get(name)
        if not text.strip() or known is None:
            continue
        head, _, rest = name.partition(".")
        if known.columns:
            if not made.get(name):
                made[name] = typed_rows(name, text)
        elif head.endswith("[]"):
            rows = made.get(head.removesuffix("[]"))
            if isinstance(rows, tuple):
                made[head.removesuffix("[]")] = tuple(_filled(row, rest, text) for row in rows)
        elif rest:
            group = made.get(head)
            if isinstance(group, dict):
                made[head] = _filled(group, rest, text)
        elif made.get(head) == "":
            made[head] = text.strip()
    return made


def typed_rows(name: str, text: str) -> Rows:
    """Rows of typed lines such as “Nguyễn Văn An; Chi cục trưởng; Chủ trì”."""
    columns = FIELDS[name].columns
    rows = []
    for line in filter(str.strip, text.splitlines()):
        cells = [cell.strip() for cell in (line.split(";") if len(columns) > 1 else [line])]
        if len(cells) > len(columns):
            labels = "; ".join(FIELDS[f"{name}[].{column}"].label.partition(": ")[2] for column in columns)
            raise InputError(f"Dòng {quoted(line)} có quá nhiều phần; hãy ghi mỗi người một dòng theo mẫu: {labels}.")
        cells += [""] * (len(columns) - len(cells))
        rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)


def file_names(paper: DailyPaper, subjects: Iterable[tuple[str, ...]], there: Iterable[str] = ()) -> list[str]:
    """A name for each file, told apart by what the subject is called: "Hợp đồng - HS-01 - Bột mì.docx".

    ``there`` are the names that the folder holds already; none of them is given again.
    """
    taken = {name.casefold() for name in there}
    names = []
    for parts in subjects:
        stem = " - ".join(filter(None, (paper.title, *(_fit(part) for part in parts))))
        stem = f"{stem}_" if _RESERVED.match(stem) else stem
        name, number = f"{stem}.docx", 2
        while name.casefold() in taken:
            name, number = f"{stem} ({number}).docx", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _filled(group: Group, name: str, text: str) -> Group:
    return group if group.get(name, " ") else {**group, name: text.strip()}


def _fit(part: str) -> str:
    """What Windows takes in a file's name, and short enough for its folders."""
    plain = " ".join(_NOT_IN_NAMES.sub("-", part).split())
    return plain[:_LONGEST].strip(" .-")
