"""What growth accounting is computed from: a study of one area and its inputs by year, each with its source.

Indicators that others publish are records of their own (domain/counting_rules.PublishedFigure) and are never mixed
with what is computed here.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record


@record
class GrowthStudy(Record):
    """A computation of TFP. Output and capital are at constant prices of ``base_year`` in one unit of money.

    Shares and depreciation are fractions (0,42; 0,05). ``target`` is the share of TFP in growth that the plan promises,
    in per cent, from ``target`` to ``target_to``; ``published`` names the published indicator that stands beside.
    """

    entity: ClassVar[str] = "growth_study"
    noun: ClassVar[str] = "bảng tính TFP"

    name: str = f.text("Tên bảng tính", required=True)
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    area: str = f.text("Địa bàn")
    base_year: int | None = f.integer("Năm gốc so sánh", hint="Giá so sánh năm 2010")
    unit: str = f.text("Đơn vị tiền", hint="tỷ đồng, giá so sánh")
    capital_share: Decimal | None = f.number("Tỷ trọng vốn (b_K)", hint="0,42")
    labour_share: Decimal | None = f.number("Tỷ trọng lao động (b_L)", hint="0,58")
    share_source: str = f.text("Nguồn của tỷ trọng", hint="Bảng cân đối liên ngành năm 2019")
    depreciation: Decimal | None = f.number("Tỷ lệ hao mòn (δ)", hint="0,05")
    published: str = f.text("Chỉ tiêu công bố để đối chiếu", hint="Đóng góp của TFP vào tăng trưởng")
    target: Decimal | None = f.number("Mục tiêu đóng góp của TFP (%)")
    target_to: Decimal | None = f.number("Mục tiêu đến (%)")
    note: str = f.long_text("Phương pháp, ghi chú")


@record
class GrowthInput(Record):
    """A year's inputs. Without ``capital`` it follows from the year before and ``investment`` (perpetual inventory)."""

    entity: ClassVar[str] = "growth_input"
    noun: ClassVar[str] = "số liệu năm"

    study_id: str = f.ref("growth_study", "Bảng tính", owner=True)
    year: int | None = f.integer("Năm")
    output: Decimal | None = f.number("GRDP")
    output_source: str = f.text("Nguồn GRDP")
    capital: Decimal | None = f.number("Vốn", hint="Để trống: tính từ vốn năm trước và đầu tư")
    investment: Decimal | None = f.number("Đầu tư")
    capital_source: str = f.text("Nguồn vốn, đầu tư")
    labour: Decimal | None = f.number("Lao động (người)")
    labour_source: str = f.text("Nguồn lao động")
    labour_share: Decimal | None = f.number("Tỷ trọng thu nhập lao động")
    share_source: str = f.text("Nguồn tỷ trọng")


GROWTH_RECORDS: tuple[type[Record], ...] = (GrowthStudy, GrowthInput)
