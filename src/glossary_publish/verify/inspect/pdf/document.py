"""A PDF file as objects: header, cross-reference table or stream, object streams (ISO 32000-1, 7.5).

The reader is strict where viewers are lenient: a file that needs repair before it can be read is refused,
because two readers may repair it differently and show two texts.
"""

import re
from typing import Final

from glossary_publish.verify.inspect.pdf import filters
from glossary_publish.verify.inspect.pdf.objects import (
    MalformedPdf,
    Name,
    Object,
    Ref,
    Stream,
    Table,
    read_object,
    text,
)

OBJECTS: Final = 500_000
HEADER = re.compile(rb"%PDF-(1\.[4-7]|2\.0)[\r\n ]")
TAIL = re.compile(rb"startxref[\r\n]+(\d{1,12})[\r\n]+%%EOF[\r\n]*\Z")
START = re.compile(rb"[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])")
BODY = re.compile(rb"[\0\t\n\f\r ]*stream(?:\r\n|\n)")
STREAM_END = re.compile(rb"[\r\n ]{0,2}endstream[\0\t\n\f\r ]*endobj")
OBJECT_END = re.compile(rb"[\0\t\n\f\r ]*endobj")
SECTION = re.compile(rb"[\r\n ]*(\d{1,10}) (\d{1,10}) *[\r\n]+")
ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n|\r|\n)")


class Document:
    """The objects of a file; raises `MalformedPdf` where it breaks a rule that is needed to read it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.trailer: Table = {}
        self.revisions = 0
        self._places: dict[
            int, tuple[int, int, int]
        ] = {}  # number -> (1, offset, generation) or (2, stream, index)
        self._objects: dict[Ref, Object] = {}
        self._members: dict[int, list[tuple[int, int]]] = {}
        self._unpacked: dict[int, bytes] = {}
        self._inflated = 0
        if not HEADER.match(data):
            raise MalformedPdf("the file does not start with %PDF and a version from 1.4 to 2.0")
        tail = TAIL.search(data, max(0, len(data) - 1024))
        if tail is None:
            raise MalformedPdf("the file does not end with startxref, an offset and %%EOF")
        self._read_sections(int(tail[1]))

    # --- cross-reference sections ---

    def _read_sections(self, offset: int) -> None:
        seen: set[int] = set()
        while True:
            if offset in seen or len(seen) > 100:
                raise MalformedPdf("the cross-reference sections run in a circle")
            seen.add(offset)
            trailer = self._read_section(offset)
            self.trailer = self.trailer or trailer
            self.revisions += 1
            if "XRefStm" in trailer:
                raise MalformedPdf("the file has two cross-reference sections for one revision")
            if "Prev" not in trailer:
                return
            offset = self.integer(trailer["Prev"])

    def _read_section(self, offset: int) -> Table:
        if offset >= len(self.data):
            raise MalformedPdf(f"the cross-reference section at byte {offset} lies outside the file")
        if self.data.startswith(b"xref", offset):
            return self._read_table(offset + 4)
        stream = self._indirect(offset)[1]
        if not isinstance(stream, Stream) or stream.table.get("Type") != "XRef":
            raise MalformedPdf(f"there is no cross-reference section at byte {offset}")
        self._read_stream(stream)
        return stream.table

    def _read_table(self, position: int) -> Table:
        while match := SECTION.match(self.data, position):
            first, count, position = int(match[1]), int(match[2]), match.end()
            for number in range(first, first + min(count, OBJECTS)):
                row = ROW.match(self.data, position)
                if row is None:
                    raise MalformedPdf(f"the cross-reference table is broken at byte {position}")
                position = row.end()
                if row[3] == b"n":
                    self._place(number, (1, int(row[1]), int(row[2])))
        start = re.compile(rb"\s*trailer").match(self.data, position)
        trailer = read_object(self.data, start.end())[0] if start else None
        if not isinstance(trailer, dict):
            raise MalformedPdf("the cross-reference table has no trailer")
        return trailer

    def _read_stream(self, stream: Stream) -> None:
        widths = [self.integer(width) for width in self.array(stream.table.get("W"))]
        if len(widths) != 3 or not all(0 <= width <= 8 for width in widths):
            raise MalformedPdf(f"the cross-reference stream has the field widths {widths}")
        size = self.integer(stream.table.get("Size"))
        index = [self.integer(item) for item in self.array(stream.table.get("Index", [0, size]))]
        data, position = self.decoded(stream), 0
        for first, count in zip(index[::2], index[1::2], strict=True):
            for number in range(first, first + min(count, OBJECTS)):
                fields = []
                for width in widths:
                    fields.append(int.from_bytes(data[position : position + width]) if width else None)
                    position += width
                kind, second, third = fields
                if position > len(data):
                    raise MalformedPdf("the cross-reference stream is too short")
                if kind is None or kind in (1, 2):
                    self._place(number, (1 if kind is None else kind, second or 0, third or 0))

    def _place(self, number: int, place: tuple[int, int, int]) -> None:
        self._places.setdefault(number, place)
        if len(self._places) > OBJECTS:
            raise MalformedPdf(f"the file has more than {OBJECTS} objects")

    # --- objects ---

    def resolve(self, value: Object) -> Object:
        """The object itself, where a reference may stand; an object that is not there is null (7.3.10)."""
        hops = 0
        while isinstance(value, Ref):
            value, hops = self._object(value), hops + 1
            if hops > 8:
                raise MalformedPdf("a reference leads to itself")
        return value

    def _object(self, ref: Ref) -> Object:
        if ref not in self._objects:
            self._objects[ref] = self._load(ref)
        return self._objects[ref]

    def _load(self, ref: Ref) -> Object:
        place = self._places.get(ref.number)
        if place is None:
            return None
        kind, where, third = place
        if kind == 2:
            return self._packed(where, third, ref.number)
        if third != ref.generation:
            return None
        number, value = self._indirect(where)
        if number != ref.number:
            raise MalformedPdf(f"object {ref.number} is not at byte {where}")
        return value

    def _indirect(self, offset: int) -> tuple[int, Object]:
        start = START.match(self.data, offset)
        if start is None:
            raise MalformedPdf(f"no object starts at byte {offset}")
        value, end = read_object(self.data, start.end())
        body = BODY.match(self.data, end)
        if body is None:
            if OBJECT_END.match(self.data, end) is None:
                raise MalformedPdf(f"object {int(start[1])} does not end")
            return int(start[1]), value
        if not isinstance(value, dict):
            raise MalformedPdf(f"stream {int(start[1])} has no dictionary")
        close = body.end() + self.integer(value.get("Length"))
        if STREAM_END.match(self.data, close) is None:
            raise MalformedPdf(f"stream {int(start[1])} is not as long as it says")
        return int(start[1]), Stream(value, self.data[body.end() : close])

    def _packed(self, container: int, index: int, number: int) -> Object:
        if container not in self._members:
            self._unpack(container)
        members = self._members[container]
        if index >= len(members) or members[index][0] != number:
            raise MalformedPdf(f"object {number} is not in object stream {container}")
        return read_object(self._unpacked[container], members[index][1])[0]

    def _unpack(self, container: int) -> None:
        if self._places.get(container, (0, 0, 0))[0] != 1:
            raise MalformedPdf(f"object stream {container} is not an object of the file")
        stream = self.resolve(Ref(container, 0))
        if not isinstance(stream, Stream) or stream.table.get("Type") != "ObjStm":
            raise MalformedPdf(f"object {container} is no object stream")
        data, first = self.decoded(stream), self.integer(stream.table.get("First"))
        fields = data[:first].split()
        if len(fields) != 2 * self.integer(stream.table.get("N")) or not all(map(bytes.isdigit, fields)):
            raise MalformedPdf(f"object stream {container} does not hold what it says")
        numbers = [int(field) for field in fields]
        self._members[container] = [
            (n, first + at) for n, at in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        self._unpacked[container] = data

    def decoded(self, stream: Stream) -> bytes:
        """The bytes of a stream without its filter; only FlateDecode is read."""
        names = self.resolve(stream.table.get("Filter"))
        parameters = self.resolve(stream.table.get("DecodeParms"))
        filter_names = names if isinstance(names, list) else [names] if names is not None else []
        settings = parameters if isinstance(parameters, list) else [parameters] * len(filter_names)
        data = stream.raw
        for filter_name, setting in zip(filter_names, settings, strict=False):
            if self.resolve(filter_name) not in ("FlateDecode", "Fl"):
                raise MalformedPdf(f"the filter {filter_name!r} is not read")
            limit = min(filters.STREAM_LIMIT, filters.TOTAL_LIMIT - self._inflated)
            data = filters.inflate(data, limit)
            self._inflated += len(data)
            data = self._predicted(data, self.resolve(setting))
        return data

    def _predicted(self, data: bytes, setting: Object) -> bytes:
        table = self.table(setting)
        predictor = self.integer(table.get("Predictor", 1))
        if predictor == 1:
            return data
        colours, bits, columns = (
            self.integer(table.get(key, default))
            for key, default in (("Colors", 1), ("BitsPerComponent", 8), ("Columns", 1))
        )
        return filters.undo_predictor(data, predictor, colours, bits, columns)

    # --- values of a known type; what is missing is empty, what is of another type is malformed ---

    def table(self, value: Object) -> Table:
        """A dictionary (also that of a stream)."""
        value = self.resolve(value)
        if isinstance(value, Stream):
            return value.table
        if value is None or isinstance(value, dict):
            return value or {}
        raise MalformedPdf(f"a dictionary was expected, not {value!r:.40}")

    def array(self, value: Object) -> list[Object]:
        """An array."""
        value = self.resolve(value)
        if value is None or isinstance(value, list):
            return value or []
        raise MalformedPdf(f"an array was expected, not {value!r:.40}")

    def each(self, value: Object) -> list[Object]:
        """The items of an array, or the one value that stands in its place, resolved."""
        value = self.resolve(value)
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [self.resolve(item) for item in items]

    def integer(self, value: Object) -> int:
        """A whole number."""
        value = self.resolve(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise MalformedPdf(f"a whole number was expected, not {value!r:.40}")

    def numbers(self, value: Object) -> list[float]:
        """An array of numbers."""
        items = [self.resolve(item) for item in self.array(value)]
        found = [float(item) for item in items if isinstance(item, int | float)]
        if len(found) != len(items):
            raise MalformedPdf(f"numbers were expected, not {items!r:.40}")
        return found

    def name(self, value: Object) -> str:
        """A name, or nothing."""
        value = self.resolve(value)
        return str(value) if isinstance(value, Name) else ""

    def string(self, value: Object) -> str:
        """A text string, or nothing."""
        value = self.resolve(value)
        return text(value) if isinstance(value, bytes) else ""

    @property
    def catalog(self) -> Table:
        """The root of the document (7.7.2)."""
        return self.table(self.trailer.get("Root"))
