"""The schema as editors and readers of the docs see it."""

import json

from glossary_publish.read.schema import INNER, FrontMatterModel, field_table, json_schema


def test_the_json_schema_names_every_key_and_no_other() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(FrontMatterModel.model_fields)
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Reviewed"]["additionalProperties"] is False
    required = ["title", "description", "category", "audience", "version", "updated", "reviewed"]
    assert schema["required"] == required
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    json.dumps(schema)


def test_every_key_says_what_it_is_for() -> None:
    schema = json_schema()
    entries = dict(schema["properties"])
    for key, model in INNER.items():
        assert entries[key]["$ref"] == f"#/$defs/{model.__name__}"
        entries |= schema["$defs"][model.__name__]["properties"]
        entries[key] = schema["$defs"][model.__name__]
    assert [key for key, entry in entries.items() if not entry["description"].endswith(".")] == []
    assert "null" not in json.dumps(schema)


def test_the_json_schema_takes_values_as_editors_read_them() -> None:
    properties = json_schema()["properties"]
    assert properties["version"]["type"] == ["string", "number"]
    assert properties["updated"]["format"] == "date"
    assert properties["audience"]["items"]["enum"] == ["clients", "clinicians"]
    assert properties["status"]["enum"] == ["published", "withdrawn"]


def test_the_table_has_a_row_for_every_key() -> None:
    lines = field_table().splitlines()
    assert lines[0] == "| Key | Required | What it says |"
    fields = [
        *FrontMatterModel.model_fields,
        *(key for model in INNER.values() for key in model.model_fields),
    ]
    assert len(lines) == 2 + len(fields)
    assert "| `reviewed.due` | no | The day by which the next review is due. |" in lines
    assert "| `title` | yes | The title of the article, as it is printed. |" in lines
