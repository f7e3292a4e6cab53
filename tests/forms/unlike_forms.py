"""Two forms that no source paper has, to see that the grammar is not cut to the three it was made from."""

PLAN_AND_ACTUAL = """
id = "ke-hoach-thuc-hien"
name = "Kế hoạch và thực hiện từng năm"
unit = "trieu"
words = false

[[block]]
kind = "table"
number_row = true

[[block.column]]
kind = "label"
title = "TT"

[[block.column]]
kind = "text"
title = "Nội dung"

[[block.column]]
title = "Cả giai đoạn"
    [[block.column.column]]
    kind = "amount"
    of = "du_toan"
    id = "kh"
    title = "Kế hoạch"
    [[block.column.column]]
    kind = "amount"
    of = "thuc_hien"
    id = "th"
    title = "Thực hiện"
    [[block.column.column]]
    kind = "percentage"
    of = "thuc_hien"
    base = "du_toan"
    title = "Đạt"
    number = "={th}:{kh}"
    decimals = 1

[[block.column]]
each = "year"
title = "Năm {year}"
    [[block.column.column]]
    kind = "amount"
    of = "du_toan"
    title = "Kế hoạch"
    [[block.column.column]]
    kind = "amount"
    of = "thuc_hien"
    title = "Thực hiện"
"""

PROPOSED_AND_APPROVED = """
id = "de-nghi-tham-dinh"
name = "Số đề nghị và số thẩm định"
unit = "nghin"
measure = "tham_dinh"

[[block]]
each = "section"

    [[block.block]]
    kind = "paragraph"
    text = "{heading}: {total} {unit}"
    heading = 1

    [[block.block]]
    kind = "table"
    total_label = "Cộng mục {label}"

        [[block.block.column]]
        kind = "number"
        title = "TT"

        [[block.block.column]]
        kind = "text"
        title = "Nội dung"

        [[block.block.column]]
        each = "measure"
        where = ["de_nghi", "tham_dinh"]
        title = "{measure}"
            [[block.block.column.column]]
            each = "column"
            title = "Nguồn {column}"
                [[block.block.column.column.column]]
                kind = "quantity"
                title = "Số lượng"
                [[block.block.column.column.column]]
                kind = "price"
                title = "Đơn giá"
                [[block.block.column.column.column]]
                kind = "amount"
                title = "Thành tiền"

[[block]]
kind = "table"
rows = ["de_nghi", "tham_dinh"]
name = "Tổng hợp"

    [[block.column]]
    kind = "text"
    title = "Loại số liệu"

    [[block.column]]
    kind = "amount"
    each = "year"
    title = "{year}"

    [[block.column]]
    kind = "amount"
    title = "Cộng"
"""
