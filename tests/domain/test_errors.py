"""An error is one sentence for the user; an input error also says where."""

import pickle

import pytest

from nscl_desktop.domain.errors import Bug, ConflictError, EnvironmentProblem, InputError, NsclError


@pytest.mark.parametrize("kind", [InputError, ConflictError, EnvironmentProblem, Bug])
def test_every_error_shows_its_sentence(kind: type[NsclError]) -> None:
    error = kind("Không còn chỗ trống trên đĩa, hãy xóa bớt tệp.")
    assert error.sentence == str(error) == "Không còn chỗ trống trên đĩa, hãy xóa bớt tệp."


def test_an_input_error_without_a_place_says_only_what_is_wrong() -> None:
    assert InputError("Số không đọc được.").place == ""


def test_a_place_is_put_before_the_sentence() -> None:
    error = InputError("Không đọc được số “12a”.").at("ô D7")
    assert (error.place, error.sentence) == ("ô D7", "ô D7: Không đọc được số “12a”.")


def test_an_outer_place_goes_before_the_inner_one() -> None:
    error = InputError("Không đọc được số “12a”.").at("ô D7").at("Tệp a.xlsx")
    assert error.place == "Tệp a.xlsx, ô D7"
    assert error.sentence == "Tệp a.xlsx, ô D7: Không đọc được số “12a”."


def test_an_input_error_crosses_a_process_border_whole() -> None:
    error = pickle.loads(pickle.dumps(InputError("Sai.", "ô D7")))  # noqa: S301 - our own bytes
    assert isinstance(error, InputError)
    assert (error.sentence, error.place) == ("Sai.", "ô D7")
