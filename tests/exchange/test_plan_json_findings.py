"""Files from outside may hold anything: each fault is named with its path, and nothing is guessed."""

import json
import unicodedata

import pytest

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.exchange.plan_json import PlanFileError, read_plan

LINE = '"line": [{"id": "I", "text": "a"'
PLAN = '{"format": "nscl-plan", "version": 1, "plan": {"code": "A", "title": "B", %s}}'
SOURCE = '"source": [{"id": "NS", "code": "NS", "name": "Ngân sách"}]'


def findings(members: str) -> tuple[str, ...]:
    with pytest.raises(PlanFileError) as error:
        read_plan(PLAN % members)
    return error.value.findings


@pytest.mark.parametrize(
    ("members", "finding"),
    [
        ('"colour": 1', "plan: Không có khóa “colour” ở đây"),
        ('"place": 1', "plan.place: “Địa danh” cần một chuỗi chữ trong ngoặc kép, không phải “1”"),
        ('"number": null', "plan.number: “Số, ký hiệu” cần một chuỗi chữ trong ngoặc kép, không phải null"),
        ('"number": {"a": 1}', "plan.number: “Số, ký hiệu” cần một chuỗi chữ trong ngoặc kép, không phải một nhóm"),
        ('"recipients": "x"', "plan.recipients: “Nơi nhận” cần một danh sách các dòng chữ, không phải “x”"),
        ('"recipients": ["x", 1]', "plan.recipients: “Nơi nhận” cần một danh sách các dòng chữ, không phải một danh"),
        ('"group_comma": 1', "plan.group_comma: “Dấu phẩy giữa các nhóm số đọc” cần true hoặc false, không phải “1”"),
        ('"version": true', "plan.version: “Lần ban hành” cần một số nguyên, ví dụ 2021, không phải “true”"),
        ('"status": "gone"', "plan.status: “Trạng thái” không có lựa chọn “gone”; hãy chọn một trong: Nháp, Đã trình"),
        ('"year_from": 99999999', "plan.year_from: “Từ năm” phải từ 1900 đến 2199, không thể là 99999999"),
        ('"date": "24/11/2021"', "plan.date: “Ngày ban hành” cần ngày dạng năm-tháng-ngày"),
        ('"date": "2021-02-30"', "plan.date: “Ngày ban hành” cần ngày dạng năm-tháng-ngày"),
        ('"number": "1\\n2"', "plan.number: “Số, ký hiệu” chỉ nhận một dòng"),
        ('"note": "' + "x" * 20_001 + '"', "plan.note: “Ghi chú” dài 20.001 ký tự"),
        ('"id": ""', "plan.id: Khóa phải là một chuỗi chữ không trống."),
        ('"code": "A"', "plan: Khóa “code” ghi hai lần; hãy giữ một."),
        ('"period": [{"year_from": 2021}]', 'plan.period[0]: Thiếu “Đến năm” (khóa "year_to") của giai đoạn.'),
        ('"line": {}', "plan.line: Phải là một danh sách trong ngoặc vuông […]."),
        ('"line": [[]]', "plan.line[0]: Phải là một nhóm trong ngoặc nhọn {…}."),
        (LINE + ', "price": 1.5}]', "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": 1e3}]', "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": NaN}]', "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": -Infinity}]', "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": ' + "9" * 5000 + "}]", "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": "15"}]', "plan.line[0].price: “Đơn giá” cần một số nguyên đồng"),
        (LINE + ', "price": -1}]', "plan.line[0].price: “Đơn giá” không được âm"),
        (LINE + ', "price": 1000000000000001}]', "plan.line[0].price: “Đơn giá” vượt quá 1.000.000.000.000.000 đồng"),
        (LINE + ', "carried_quantity": 0.5}]', "plan.line[0].carried_quantity: “Số lượng chuyển tiếp” cần một số"),
        (LINE + ', "carried_quantity": "0,5"}]', "plan.line[0].carried_quantity: “Số lượng chuyển tiếp” cần một số"),
        (LINE + ', "carried_quantity": "NaN"}]', "plan.line[0].carried_quantity: “Số lượng chuyển tiếp” cần một số"),
        (LINE + ', "lead_id": "so"}]', "plan.line[0].lead_id: Không có cơ quan với khóa “so” trong tệp."),
        (LINE + ', "lead_id": 5}]', "plan.line[0].lead_id: “Cơ quan chủ trì” phải là khóa của một bản ghi trong tệp."),
        (LINE + ', "origin_id": "khác"}]', "plan.line[0].origin_id: Không có mục chi với khóa “khác” trong tệp."),
        (LINE + ', "origin_id": "I"}]', "plan.line[0].origin_id: “Lấy từ mục chi” đi vòng về chính nó"),
        (LINE + ', "allocation": [{"year": 2021}]}]', 'plan.line[0].allocation[0]: Thiếu “Nguồn” (khóa "source_id")'),
        (LINE + '}, {"id": "I"}]', "plan.line[1]: Trùng khóa với mục chi ở plan.line[0]"),
    ],
)  # fmt: skip
def test_each_fault_is_one_sentence_with_its_path(members: str, finding: str) -> None:
    (found,) = findings(members)
    assert found.startswith(finding)


def test_two_cells_for_one_year_and_source_are_named() -> None:
    cell = '{"year": 2021, "source_id": "NS", "quantity": "1"}'
    (found,) = findings(f'{SOURCE}, {LINE}, "allocation": [{cell}, {cell}]}}]')
    assert found.startswith("plan.line[0].allocation[1]: Trùng khóa với số liệu ở plan.line[0].allocation[0]")


def test_all_faults_are_named_at_once() -> None:
    found = findings(LINE + ', "price": "x", "unit": 5, "line": [{"kind": "?"}]}], "target": [{"target_link": [{}]}]')
    assert [sentence.split(":")[0] for sentence in found] == [
        "plan.line[0].unit",
        "plan.line[0].price",
        "plan.line[0].line[0].kind",
        "plan.target[0].target_link[0]",
    ]


def test_a_circle_of_successors_is_named_once() -> None:
    document = {
        "format": "nscl-plan", "version": 1, "plan": {"code": "A", "title": "B"},
        "directory": {"agency": [
            {"id": "a", "name": "A", "succeeded_by": "b"},
            {"id": "b", "name": "B", "succeeded_by": "c"},
            {"id": "c", "name": "C", "succeeded_by": "b"},
        ]},
    }  # fmt: skip
    with pytest.raises(PlanFileError) as error:
        read_plan(json.dumps(document))
    (finding,) = error.value.findings
    assert finding.startswith("directory.agency[1].succeeded_by: “Cơ quan kế tục” đi vòng về chính nó")


def test_a_flood_of_faults_is_cut_off() -> None:
    found = findings('"line": [' + ",".join(['{"?": 1}'] * 1000) + "]")
    assert len(found) == 100


def test_a_fault_keeps_its_place_and_its_findings_when_the_file_is_named() -> None:
    with pytest.raises(PlanFileError) as error:
        read_plan(PLAN % '"colour": 1, "smell": 2')
    named = error.value.at("Tệp a.json")
    assert named.sentence.startswith("Tệp a.json: Tệp kế hoạch có 2 chỗ phải sửa trước khi đọc được:")
    assert len(named.findings) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Không phải tệp JSON hợp lệ: sai từ dòng 1, cột 1"),
        ('{"a": 1,\n x}', "Không phải tệp JSON hợp lệ: sai từ dòng 2, cột 2"),
        ("PK\x03\x04", "Không phải tệp JSON hợp lệ: sai từ dòng 1, cột 1"),
        ("[" * 100_000, "Tệp lồng quá nhiều cấp"),
        ('{"a":' * 100_000, "Tệp lồng quá nhiều cấp"),
        (" " * 20_000_001, "Tệp lớn hơn 20 triệu ký tự"),
    ],
    ids=["empty", "broken", "binary", "lists in lists", "objects in objects", "huge"],
)
def test_what_is_no_json_is_refused_whole(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_plan(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[]", "Phải là một nhóm trong ngoặc nhọn {…}."),
        ("{}", "format: Đây không phải tệp kế hoạch của chương trình"),
        ('{"format": "nscl-plan", "version": 2}', "version: Chương trình chỉ đọc tệp kế hoạch phiên bản 1"),
        ('{"format": "nscl-plan", "version": 1}', "plan: Phải là một nhóm trong ngoặc nhọn {…}."),
        (
            '{"format": "nscl-plan", "version": 1, "plan": {"code": "A", "title": "B"}, "directory": 1}',
            "directory: Phải",
        ),
    ],
)
def test_a_foreign_file_is_refused_with_its_reason(text: str, finding: str) -> None:
    with pytest.raises(PlanFileError) as error:
        read_plan(text)
    assert error.value.findings[0].startswith(finding)


def test_lines_in_lines_without_end_are_refused() -> None:
    found = findings(LINE + ", " + '"line": [{' * 40 + "}]" * 40 + "}]")
    assert len(found) == 1
    assert "Mục chi lồng quá 20 cấp" in found[0]


def test_decomposed_text_is_the_same_plan() -> None:
    text = PLAN.replace('"B"', '"Kế hoạch năm 2021"') % '"id": "kế-hoạch"'
    composed, decomposed = (read_plan(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert list(composed.records()) == list(decomposed.records())
    (plan,) = composed.table(Plan).values()
    assert unicodedata.is_normalized("NFC", plan.title)
