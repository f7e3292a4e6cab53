"""The sentence on characters that no font holds."""

from nscl_desktop.services.missing_characters import missing_words


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert missing_words(frozenset()) == ""


def test_the_characters_are_named_and_what_to_do() -> None:
    assert missing_words({"漢", "☂"}) == (
        "Phông chữ thiếu ký tự “☂”, “漢”, bản in có thể hiện ô trống ở đó; hãy thay bằng ký tự khác."
    )


def test_of_many_characters_the_first_are_named_and_the_others_counted() -> None:
    words = missing_words([chr(0x4E00 + place) for place in range(11)])
    assert words.count("“") == 8
    assert "và 3 ký tự khác," in words
