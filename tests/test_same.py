"""What is remembered about an object is remembered of no other."""

from glossary_publish.same import Same


def test_an_object_is_the_same_as_itself_alone() -> None:
    one, like_it = ["a word"], ["a word"]
    assert Same(one) == Same(one)
    assert Same(one) != Same(like_it)
    assert Same(one) != one
    assert {Same(one): 1, Same(like_it): 2}[Same(one)] == 1


def test_objects_that_have_no_hash_have_one_here() -> None:
    tables: list[dict[str, str]] = [{}, {}]
    assert len({*map(Same, tables), *map(Same, tables)}) == 2
