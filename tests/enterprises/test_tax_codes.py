"""Tax codes by DOMAIN 5.3: the seven public codes are those it names."""

import pytest

from nscl_desktop.domain.tax_codes import TaxCode, TaxCodeKind, check_digit, is_proved, read_tax_code

PUBLIC = ("0100109106", "0300588569", "0101248141", "0100686174", "0301442379", "0100107518", "0106869738")


@pytest.mark.parametrize("code", PUBLIC)
def test_public_codes_carry_the_right_digit(code: str) -> None:
    assert read_tax_code(code) == TaxCode(code, TaxCodeKind.UNIT)
    assert is_proved(read_tax_code(code))
    assert check_digit(code[:9]) == int(code[9])


@pytest.mark.parametrize("code", PUBLIC)
@pytest.mark.parametrize("place", range(10))
def test_any_one_wrong_figure_is_noticed(code: str, place: int) -> None:
    """The weights are all different from 0 modulo 11."""
    wrong = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
    assert read_tax_code(wrong).warning
    assert not is_proved(read_tax_code(wrong))


def test_the_warning_names_both_figures() -> None:
    assert read_tax_code("0100109107").warning == (
        "Mã số thuế 0100109107 sai chữ số kiểm tra: chữ số thứ mười là 7, tính ra phải là 6; hãy kiểm tra lại."
    )


@pytest.mark.parametrize(
    "typed", ["0100109106", " 0100 109 106 ", "01.00109.106", "0100-109-106", "'0100109106", "0100\u00a0109\u2013106"]
)
def test_separators_do_not_matter(typed: str) -> None:
    assert read_tax_code(typed).text == "0100109106"


@pytest.mark.parametrize("typed", ["0100109106001", "0100109106-001", "0100109106 001", "0100109106.001"])
def test_branches_are_kept_with_a_hyphen_and_know_their_parent(typed: str) -> None:
    code = read_tax_code(typed)
    assert (code.text, code.kind, code.warning) == ("0100109106-001", TaxCodeKind.BRANCH, "")
    assert code.parent == "0100109106"
    assert is_proved(code)


def test_a_branch_inherits_the_check_of_its_parent() -> None:
    assert read_tax_code("0100109107-001").warning


def test_units_and_persons_have_no_parent() -> None:
    assert read_tax_code("0100109106").parent == ""
    assert read_tax_code("024085001234").parent == ""


def test_nothing_is_no_code_and_no_fault() -> None:
    assert read_tax_code(" - ") == read_tax_code("") == TaxCode("", TaxCodeKind.NONE)


def test_numbers_of_persons_have_no_check_digit() -> None:
    code = read_tax_code("024 085 001 234")
    assert code == TaxCode("024085001234", TaxCodeKind.PERSON)
    assert not is_proved(code)


def test_a_lost_leading_zero_is_offered_back_only_if_the_check_digit_then_holds() -> None:
    assert read_tax_code("100109106").suggestion == "0100109106"
    assert read_tax_code("100109106").warning == "Mã số thuế 100109106 chỉ có 9 chữ số, có thể đã mất số 0 ở đầu."
    assert read_tax_code("100109107").suggestion == ""
    assert "có 9 chữ số; mã đúng có 10, 13 hoặc 12" in read_tax_code("100109107").warning


def test_a_code_that_a_sheet_kept_as_a_number_is_read() -> None:
    assert read_tax_code("100109106.0").suggestion == "0100109106"
    assert read_tax_code("'4600109106.0").text == "4600109106"


def test_twelve_figures_without_a_nought_may_be_a_branch_that_lost_it() -> None:
    assert read_tax_code("100109106001").suggestion == "0100109106-001"
    other = read_tax_code("100109107001")
    assert (other.suggestion, other.kind) == ("", TaxCodeKind.PERSON)
    assert other.warning == "Số định danh cá nhân 100109107001 không bắt đầu bằng số 0; hãy kiểm tra lại."


@pytest.mark.parametrize("typed", ["01001091", "01001091061", "0100109106/7", "chưa có", "٠١٠٠١٠٩١٠٦"])
def test_strange_codes_are_kept_with_a_warning(typed: str) -> None:
    code = read_tax_code(typed)
    assert (code.text, code.kind) == (typed, TaxCodeKind.OTHER)
    assert code.warning.endswith("hãy kiểm tra lại.")


def test_some_nine_figures_have_no_digit_at_all() -> None:
    """Weights 5 and 3 of the last two figures: 2 × 5 + 4 × 3 = 22, a multiple of 11, so the digit would be 10."""
    assert check_digit("000000024") is None
    assert read_tax_code("0000000240").warning == (
        "Mã số thuế 0000000240 có 9 chữ số đầu không ứng với chữ số kiểm tra nào; hãy kiểm tra lại."
    )
