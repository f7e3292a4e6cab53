"""The shipped schema says what the program accepts."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.plans import Plan
from nscl_desktop.exchange.plan_json import write_plan
from nscl_desktop.exchange.plan_schema import plan_schema, schema_text
from nscl_desktop.resource_files import resource_path
from tests.exchange.plan_books import books

SAMPLES = sorted(resource_path("samples").glob("*.json"))
VALIDATOR = jsonschema.Draft202012Validator(plan_schema())


def test_the_shipped_file_is_the_schema_that_follows_from_the_fields() -> None:
    shipped = resource_path("schema", "nscl-plan.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(plan_schema())
    assert VALIDATOR.is_valid({"format": "nscl-plan", "version": 1, "plan": {"code": "A", "title": "B"}})


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_follow_the_schema(sample: Path) -> None:
    document = json.loads(sample.read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@given(books())
@settings(max_examples=20)
def test_whatever_is_written_follows_the_schema(book: Book) -> None:
    (plan,) = book.table(Plan).values()
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(write_plan(book, plan.id)))] == []


@pytest.mark.parametrize(
    "plan",
    [
        {"code": "A"},
        {"code": "", "title": "B"},
        {"code": "A", "title": "B", "colour": "red"},
        {"code": "A", "title": "B", "line": [{"price": 1.5}]},
        {"code": "A", "title": "B", "line": [{"allocation": [{"year": 2021}]}]},
        {"code": "A", "title": "B", "line": [{"kind": "chapter"}]},
        {"code": "A", "title": "B", "line": [{"place": ["", "a0"]}]},
        {"code": "A", "title": "B", "period": [{"year_from": 2021, "year_to": 20221}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(plan: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid({"format": "nscl-plan", "version": 1, "plan": plan})
