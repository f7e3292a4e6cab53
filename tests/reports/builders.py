"""Documents made by hand in the three printed shapes (Tây Ninh, Bắc Giang, Bình Dương) and in awkward ones.

Figures and words are those of the signed papers, not computed by the program.
"""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageDraw

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Area,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
    Sum,
    Table,
)
from nscl_desktop.domain.money import MoneyUnit

TAY_NINH_TSV = Path(__file__).parent / "tay_ninh_appendix.tsv"
TRIEU = 1_000_000
L, C, R = Align.LEFT, Align.CENTER, Align.RIGHT

TAY_NINH_HEADING = Heading(
    "Phụ lục",
    "TRIỂN KHAI NHIỆM VỤ CỦA CHƯƠNG TRÌNH QUỐC GIA HỖ TRỢ DOANH NGHIỆP NÂNG CAO NĂNG SUẤT VÀ CHẤT LƯỢNG SẢN PHẨM, "
    "HÀNG HÓA TRÊN ĐỊA BÀN TỈNH TÂY NINH NĂM 2021",
    "(Kèm theo Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh)",
)
TAY_NINH_COLUMNS = tuple(
    Column(width, align)
    for width, align in zip((10, 72, 26, 38, 24, 12, 13, 25, 26, 26), (C, L, L, L, C, C, R, R, R, L), strict=True)
)
TAY_NINH_HEADER = (
    tuple(
        HeaderCell(text)
        for text in (
            "STT",
            "Nội dung",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian thực hiện",
            "ĐVT",
            "Số lượng",
            "Đơn giá (đồng)",
            "Kinh phí (đồng)",
            "Ghi chú",
        )
    ),
)
NUMBER_ROW = tuple(f"({number})" for number in range(1, 11))
TAY_NINH_WORDS = "(Bằng chữ: Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng)"
RECIPIENTS = (
    "- Bộ Khoa học và Công nghệ;",
    "- Tổng cục TCĐLCL;",
    "- TT Tỉnh ủy, TT HĐND tỉnh (báo cáo);",
    "- Chủ tịch, các PCT UBND tỉnh;",
    "- Các sở, ban, ngành, đoàn thể tỉnh;",
    "- UBND các huyện, thành phố;",
    "- Lưu: VT, KGVX.",
)
SIGNER = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Chiến")


def tay_ninh_records() -> list[list[str]]:
    """The 24 printed lines, ten cells each."""
    with TAY_NINH_TSV.open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def budget_row(cells: list[str], kind: RowKind, ref: str) -> Row:
    """A row of the ten columns; quantity, unit price and amount become figures."""
    figures = [int(text.replace(".", "")) if text else None for text in cells[6:9]]
    quantity, price, amount = figures
    return Row(
        (
            *[Cell(text) for text in cells[:6]],
            Cell(quantity=None if quantity is None else Decimal(quantity)),
            Cell(amount=price),
            Cell(amount=amount),
            Cell(cells[9]),
        ),
        kind,
        depth=0 if kind is RowKind.SECTION else 1,
        ref=ref,
    )


def tay_ninh_rows() -> tuple[Row, ...]:
    """Sections, items and the total; (Bằng chữ …) is no row here but the document's `words`."""
    rows = []
    for number, cells in enumerate(tay_ninh_records()[:-1]):
        kind = RowKind.SECTION if cells[0] in {"I", "II", "III", "IV"} else RowKind.ITEM
        if cells[1].startswith("Tổng cộng"):
            amount = int(cells[8].replace(".", ""))
            label = Cell(cells[1], align=C, colspan=8)
            rows.append(Row((label, *[Cell()] * 7, Cell(amount=amount), Cell()), RowKind.TOTAL))
        else:
            rows.append(budget_row(cells, kind, f"tn-{number}"))
    return tuple(rows)


def tay_ninh(*, signed: bool = True) -> AppendixDoc:
    """The appendix of plan 950/KH-UBND, 2021, with a signature block as its plan has."""
    table = Table(TAY_NINH_COLUMNS, TAY_NINH_HEADER, tay_ninh_rows(), NUMBER_ROW)
    signatures = (
        SignatureBlock("Tây Ninh, ngày 30 tháng 3 năm 2021", (SIGNER,), RECIPIENTS) if signed else SignatureBlock()
    )
    return AppendixDoc(
        TAY_NINH_HEADING,
        (table,),
        TAY_NINH_WORDS,
        signatures=signatures,
        landscape=True,
        author="Sở KH&CN tỉnh Tây Ninh",
    )


def long_table(count: int, *, carry: bool = False, price: int = 15_000_000) -> AppendixDoc:
    """`count` items under sections of ten, a total with formulas."""
    rows: list[Row] = []
    section_rows: list[int] = []
    for number in range(count):
        if number % 10 == 0:
            section_rows.append(len(rows))
            rows.append(Row((Cell(str(len(section_rows))), *[Cell()] * 9), RowKind.SECTION))
        quantity = number % 7 + 1
        text = "Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý tiên tiến " * (number % 3 + 1) + f"(mã {number + 1:05d})"
        cells = [str(number + 1), text, "Sở Khoa học và Công nghệ", "Các sở, ngành", "Trong năm 2021", "DN"]
        figures = [str(quantity), str(price), str(quantity * price)]
        rows.append(budget_row([*cells, *figures, ""], RowKind.ITEM, f"dong-{number}"))
    sums = []
    for place, first in enumerate(section_rows):
        end = section_rows[place + 1] if place + 1 < len(section_rows) else len(rows)
        amount = sum(row.cells[8].amount or 0 for row in rows[first + 1 : end])
        sums.append(amount)
        formula = Sum((Area(0, first + 1, 8, end - 1, 8),))
        cells_ = (
            Cell(str(place + 1)),
            Cell(f"Nhóm nhiệm vụ thứ {place + 1}"),
            *[Cell()] * 6,
            Cell(amount=amount, formula=formula),
            Cell(),
        )
        rows[first] = replace(rows[first], cells=cells_, ref=f"nhom-{place}")
    total = Cell(amount=sum(sums), formula=Sum(tuple(Area(0, row, 8, row, 8) for row in section_rows)))
    rows.append(Row((Cell(), Cell("Tổng cộng"), *[Cell()] * 6, total, Cell()), RowKind.TOTAL))
    table = Table(TAY_NINH_COLUMNS, TAY_NINH_HEADER, tuple(rows), NUMBER_ROW, carry_totals=carry)
    return AppendixDoc(TAY_NINH_HEADING, (table,), landscape=True)


BAC_GIANG_TXT = Path(__file__).parent / "bac_giang_appendix.txt"


def millions(text: str) -> Cell:
    """ "628*" → a figure in triệu đồng with its mark; nothing → an empty cell."""
    if not text:
        return Cell()
    return Cell(amount=int(Decimal(text.rstrip("*")) * TRIEU), mark="*" if text.endswith("*") else "")


def bac_giang() -> AppendixDoc:
    """The multi-year, two-source matrix with a heading of two rows."""
    rows = []
    for number, line in enumerate(BAC_GIANG_TXT.read_text("utf-8").splitlines()):
        cells = line.split("|")
        figures = [millions(text) for text in cells[2:13]]
        if cells[1] == "":
            first = (Cell(cells[0], align=L, colspan=2), Cell())
            rows.append(Row((*first, *figures, Cell(cells[13]), Cell(cells[14])), RowKind.SECTION, ref=f"bg-{number}"))
        else:
            kind = RowKind.TOTAL if cells[1] == "Tổng cộng" else RowKind.ITEM
            words = (Cell(cells[13]), Cell(cells[14]))
            rows.append(Row((Cell(cells[0]), Cell(cells[1]), *figures, *words), kind, 1, ref=f"bg-{number}"))
    years = (2022, 2023, 2024, 2025)
    header = (
        (
            HeaderCell("TT", rowspan=2),
            HeaderCell("Nội dung", rowspan=2),
            HeaderCell("Kinh phí", colspan=3),
            *[HeaderCell(f"Năm {year}", colspan=2) for year in years],
            HeaderCell("Đơn vị chủ trì", rowspan=2),
            HeaderCell("Đơn vị phối hợp", rowspan=2),
        ),
        (*[HeaderCell(text) for text in ("Tổng cộng", "NSNN", "DN")], *[HeaderCell(t) for t in ("NSNN", "DN") * 4]),
    )
    columns = (Column(8, C), Column(62), *[Column(16, R)] * 11, Column(24), Column(28))
    table = Table(columns, header, tuple(rows), unit=MoneyUnit.TRIEU, title="Dự toán kinh phí giai đoạn 2021-2025")
    heading = Heading(
        "Phụ lục",
        "DỰ TOÁN KINH PHÍ THỰC HIỆN KẾ HOẠCH NÂNG CAO NĂNG SUẤT VÀ CHẤT LƯỢNG TRÊN ĐỊA BÀN TỈNH BẮC GIANG "
        "GIAI ĐOẠN 2021-2025",
        "(Kèm theo Kế hoạch số        /KH-UBND ngày      tháng 8 năm 2021 của Ủy ban nhân dân tỉnh Bắc Giang)",
    )
    unit_line = Paragraph("Đơn vị tính: triệu đồng", R, italic=True, size=12)
    signer = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Mai Sơn")
    return AppendixDoc(
        heading,
        (unit_line, table),
        footnotes=(("*", "Kinh phí hợp pháp của cơ sở khám bệnh, chữa bệnh"),),
        signatures=SignatureBlock("", (signer,), RECIPIENTS),
        landscape=True,
        author="Ủy ban nhân dân tỉnh Bắc Giang",
    )


BINH_DUONG_NEWS = """\
Kinh phí thực hiện: 49 triệu đồng, gồm:
- Trên báo: 8 triệu đồng x 02 đợt = 16 triệu đồng
- Trên Đài phát thanh - Truyền hình: 16,5 triệu đồng x 02 đợt = 33 triệu đồng."""
BINH_DUONG_ITEMS = (
    (
        "1. Tổ chức đào tạo về năng suất, chất lượng",
        ("Số lớp đào tạo", "2|2|2|2|2|10"),
        ("Kinh phí hỗ trợ = (41,72 triệu đồng x 2 lớp) = 83,44 triệu đồng", "83.44|83.44|83.44|83.44|83.44|417.2"),
    ),
    (
        "2. Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý tiên tiến",
        ("Số doanh nghiệp được hỗ trợ", "5|5|5|5|5|25"),
        ("Kinh phí hỗ trợ = (50 triệu đồng x 5 doanh nghiệp) = 250 triệu đồng", "250|250|250|250|250|1250"),
    ),
    (
        "3. Thông tin, tuyên truyền về năng suất, chất lượng",
        (
            "Số đợt tổ chức thông tin tuyên truyền trên báo 02 đợt và trên Đài phát thanh - Truyền hình 02 đợt",
            "4|4|4|4|4|20",
        ),
        (
            BINH_DUONG_NEWS,
            "49|49|49|49|49|245",
        ),
    ),
)


def small_table(rows: tuple[tuple[str, str], ...], first_year: int) -> Table:
    """A quantity row and an amount row over five years."""
    body = []
    for number, (text, figures) in enumerate(rows):
        cells = [
            Cell(quantity=Decimal(f)) if number == 0 and len(rows) > 1 else millions(f) for f in figures.split("|")
        ]
        body.append(Row((Cell(text), *cells), ref=f"bd-{text[:12]}"))
    heads = ("Nội dung", *[f"Năm {year}" for year in range(first_year, first_year + 5)], "Tổng cộng")
    columns = (Column(60), *[Column(16, C)] * 5, Column(20, C))
    return Table(columns, (tuple(HeaderCell(text) for text in heads),), tuple(body), unit=MoneyUnit.TRIEU)


def binh_duong() -> AppendixDoc:
    """One small table for an item, two periods, three signers' worth of pages in portrait."""
    blocks: list[Block] = [Paragraph("(Đơn vị tính: triệu đồng)", C, italic=True)]
    for roman, first_year in (("I", 2021), ("II", 2026)):
        title = f"{roman}. Dự toán kinh phí thực hiện cho giai đoạn {first_year} - {first_year + 4}"
        blocks.append(Paragraph(title, bold=True, heading=1))
        for name, *rows in BINH_DUONG_ITEMS * 2:
            blocks.append(Paragraph(name, bold=True, heading=2))
            blocks.append(small_table(tuple(rows), first_year))
        blocks.append(
            Paragraph(f"Tổng kinh phí thực hiện cho giai đoạn {first_year}-{first_year + 4}", bold=True, heading=2)
        )
        blocks.append(small_table((("Tổng cộng", "764.88|764.88|764.88|764.88|764.88|3824.4"),), first_year))
    heading = Heading(
        "Phụ lục",
        "DỰ TOÁN KINH PHÍ THỰC HIỆN KẾ HOẠCH HỖ TRỢ DOANH NGHIỆP NÂNG CAO NĂNG SUẤT VÀ CHẤT LƯỢNG SẢN PHẨM, HÀNG HÓA "
        "TRÊN ĐỊA BÀN TỈNH BÌNH DƯƠNG GIAI ĐOẠN 2021-2030",
        "(Kèm theo Quyết định số 2684/QĐ-UBND ngày 24 tháng 11 năm 2021 của Ủy ban nhân dân tỉnh Bình Dương)",
        agency=("ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"),
        motto=True,
    )
    return AppendixDoc(heading, tuple(blocks), author="Ủy ban nhân dân tỉnh Bình Dương")


def three_signers(image: bytes = b"") -> AppendixDoc:
    """Three signers side by side, the middle one with a signature picture, recipients below; still a draft."""
    signers = (
        Signature(("NGƯỜI LẬP BIỂU",), "Nguyễn Thị Hồng Nhung", "(Ký, ghi rõ họ tên)"),
        Signature(("KẾ TOÁN TRƯỞNG",), "Lê Quốc Đạt", "(Ký, ghi rõ họ tên)", image),
        Signature(("KT. CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG"), "Phạm Hoàng Thiên Ân", "(Ký, đóng dấu)"),
    )
    doc = tay_ninh()
    block = SignatureBlock("Tây Ninh, ngày 05 tháng 01 năm 2021", signers, RECIPIENTS)
    return replace(doc, signatures=block, watermark="DỰ THẢO")


def awkward() -> AppendixDoc:
    """A row taller than a page, an endless word, letters the font lacks, figures wider than their columns."""
    texts = ["Nội dung rất dài của nhiệm vụ được giải trình từng bước, kèm căn cứ và cách tính. " * 60]
    texts += [
        "https://vanban.example.vn/" + "vanban" * 30,
        "Chữ lạ: 標準 و 😀 ở giữa",
        "Dòng một\nDòng hai\n\nDòng bốn",
    ]
    rows = [
        budget_row(
            [str(i + 1), text, "Sở KH&CN", "Các sở", "Năm 2021", "DN", "1", "1", "1", "Ghi chú"], RowKind.ITEM, f"a{i}"
        )
        for i, text in enumerate(texts)
    ]
    wide = 999_999_999_999_999
    rows.append(
        budget_row(["5", "Số rất lớn", "", "", "", "", str(wide), str(wide), str(wide), ""], RowKind.ITEM, "a9")
    )
    table = Table(TAY_NINH_COLUMNS, TAY_NINH_HEADER, tuple(rows), NUMBER_ROW)
    body = Paragraph(
        "Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo phân cấp hiện hành, nguồn kinh phí của doanh nghiệp "
        "và các nguồn hợp pháp khác; việc lập dự toán, quản lý và quyết toán thực hiện theo quy định của pháp luật.",
        Align.JUSTIFY,
    )
    return AppendixDoc(TAY_NINH_HEADING, (body, table, body), landscape=True)


def signature_picture() -> bytes:
    """A blue stroke on a transparent ground, 600 × 200 pixels, as a scanner's program makes it."""
    image = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.line([(30, 150), (120, 40), (160, 160), (240, 60), (300, 150), (560, 90)], fill=(20, 40, 160, 255), width=9)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
