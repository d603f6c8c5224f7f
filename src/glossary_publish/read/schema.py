"""The front matter of an article: which keys there are and what each may say."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def _fault(code: str, message: str, help: str) -> PydanticCustomError:
    # The braces of a message would be taken for its context.
    return PydanticCustomError(code, "{message}", {"message": message, "help": help})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _fault("wrong-type", "a text is expected here", "write one line of text")
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if not text:
        raise _fault("empty-value", "the value is empty", "write a value or delete the key")
    return text


def _slug(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(SLUG, text):
        help = "use lower-case letters a to z, digits and single hyphens"
        raise _fault("malformed-slug", f"{text!r} is no slug", help)
    return text


def _key(value: Any) -> str:
    text = _text(value)
    if " " in text or "," in text:
        raise _fault(
            "malformed-slug", f"{text!r} is no key of a reference", "write one `id` of references.yaml"
        )
    return text


def _record(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[0-9a-f]{8}( .*)?", text):
        help = "write a line as `glossary-publish blocks` prints it"
        raise _fault("malformed-record", f"{text!r} is no hash of a block with its words", help)
    return text


def _version(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", text):
        raise _fault(
            "malformed-version", f"{text!r} is no version", "write numbers with dots between, such as 1.0"
        )
    return text


def _date(value: Any) -> date:
    text = _text(value)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _fault("malformed-day", f"{text!r} is no date", "write year-month-day, such as 2025-12-18")


def _truth(value: Any) -> bool:
    if value not in ("true", "false"):
        raise _fault("wrong-type", f"{value!r} is neither true nor false", "write true or false")
    return bool(value == "true")


def _list(value: Any) -> list[Any]:
    if isinstance(value, str):
        raise _fault(
            "wrong-type", "a list is expected here", "write each entry on a line of its own, after a dash"
        )
    if not isinstance(value, list):
        raise _fault("wrong-type", "a list is expected here", "begin each entry with a dash")
    if not value:
        raise _fault("empty-value", "the list is empty", "write an entry or delete the key")
    return value


TEXT = {"type": "string", "minLength": 1}
ISO_DATE = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

Prose = Annotated[str, BeforeValidator(_text), WithJsonSchema(TEXT)]
Slug = Annotated[str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})]
Key = Annotated[str, BeforeValidator(_key), WithJsonSchema(TEXT)]
# Editors read an unquoted 1.0 as a number.
Version = Annotated[str, BeforeValidator(_version), WithJsonSchema({"type": ["string", "number"]})]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema(ISO_DATE)]
SomeDay = Annotated[date | None, BeforeValidator(_date), WithJsonSchema(ISO_DATE)]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Audience = Literal["clients", "clinicians"]
Lines = Annotated[list[Prose], BeforeValidator(_list)]
Slugs = Annotated[list[Slug], BeforeValidator(_list)]
Keys = Annotated[list[Key], BeforeValidator(_list)]
Record = Annotated[str, BeforeValidator(_record), WithJsonSchema(TEXT)]
Records = Annotated[list[Record], BeforeValidator(_list)]
Audiences = Annotated[list[Audience], BeforeValidator(_list)]


class Reviewed(BaseModel):
    """Who reviewed the article, and when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: Prose = Field(description="The person or team that reviewed the article.")
    sample: Truth = Field(
        default=False, description="True when no clinician has reviewed it; the editions say so."
    )
    on: SomeDay = Field(default=None, description="The day of the review.")
    due: SomeDay = Field(default=None, description="The day by which the next review is due.")


class Translates(BaseModel):
    """What was translated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Version = Field(description="The version of the original that was translated.")
    blocks: Records = Field(
        description="The hash of each block of the original, and words that tell which it is."
    )


class FrontMatterModel(BaseModel):
    """The front matter of an article."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Front matter of an article")

    title: Prose = Field(description="The title of the article, as it is printed.")
    term: Prose = Field(
        default="",
        description="The short name for page foot, contents and links; else the title up to its first colon.",
    )
    also_known_as: Lines = Field(default=[], description="Other names of the same thing.")
    description: Prose = Field(
        description="One sentence of 15 to 30 words that says what the article is about."
    )
    category: Prose = Field(description="The label above the title.")
    audience: Audiences = Field(description="For whom the article is written.")
    version: Version = Field(description="The version of the text, such as 1.0.")
    updated: Day = Field(description="The day on which the text was last changed.")
    reviewed: Reviewed = Field(description="Who reviewed the article, and when.")
    status: Literal["published", "withdrawn"] = Field(
        default="published", description="Whether editions of the article are made."
    )
    superseded_by: Slug = Field(
        default="",
        description="The article that takes the place of this one: no edition of this one is made.",
    )
    key_points: Lines = Field(default=[], description="What a reader should keep in mind, one sentence each.")
    actions: Lines = Field(default=[], description="What a reader can do, one sentence each.")
    questions_to_ask: Lines = Field(default=[], description="Questions that a reader can ask, one each.")
    related: Slugs = Field(default=[], description="The slugs of related articles.")
    references: Keys = Field(
        default=[], description="Sources that the text does not cite, listed after the cited ones."
    )
    boilerplate: Slugs = Field(
        default=[], description="Boilerplate that the article carries beside that of its roles."
    )
    translates: Translates | None = Field(
        default=None,
        description="In a translation: what was translated. `glossary-publish blocks` prints it.",
    )


# The fields of the front matter that have keys of their own.
INNER: dict[str, type[BaseModel]] = {"reviewed": Reviewed, "translates": Translates}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the front matter, for editors that check while one types."""
    schema = FrontMatterModel.model_json_schema()
    inner = (schema["$defs"][model.__name__]["properties"] for model in INNER.values())
    for properties in (schema["properties"], *inner):
        for entry in properties.values():
            entry.pop("title", None)  # the key again, in capitals
            if "anyOf" in entry:  # nothing is written by leaving the key out
                entry.update(entry.pop("anyOf")[0])
            if entry.get("default") in (None, "", []):
                entry.pop("default", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def field_table() -> str:
    """The fields as a Markdown table."""
    rows = ["| Key | Required | What it says |", "|-----|----------|--------------|"]
    for name, field in FrontMatterModel.model_fields.items():
        rows.append(_row(name, field.is_required(), field.description))
        if name in INNER:
            rows += [
                _row(f"{name}.{part}", inner.is_required(), inner.description)
                for part, inner in INNER[name].model_fields.items()
            ]
    return "\n".join(rows) + "\n"


def _row(name: str, required: bool, description: str | None) -> str:
    return f"| `{name}` | {'yes' if required else 'no'} | {description} |"
