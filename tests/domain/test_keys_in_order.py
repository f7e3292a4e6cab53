"""Keys of records: never alike by themselves, the same at every run where steps are to be repeated."""

from nscl_desktop.domain.records import keys_in_order, new_id


def test_keys_are_new_each_time() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_the_same_steps_get_the_same_keys_in_order() -> None:
    with keys_in_order("a story"):
        first = [new_id(), new_id()]
    with keys_in_order("a story"):
        again = [new_id(), new_id()]
    with keys_in_order("another story"):
        other = [new_id(), new_id()]
    assert first == again
    assert len({*first, *other}) == 4


def failing() -> list[str]:
    """Makes a key, and fails."""
    made: list[str] = []
    try:
        with keys_in_order("a story"):
            made.append(new_id())
            raise ValueError
    except ValueError:
        return [*made, new_id()]


def test_afterwards_keys_are_new_again_even_when_the_steps_failed() -> None:
    first, after = failing()
    with keys_in_order("a story"):
        assert new_id() == first
    assert after != first
