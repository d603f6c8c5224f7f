"""Damaged files never raise: the inspector answers with an Inspection whatever the bytes."""

import random

from glossary_publish.verify.inspect.pdf import inspect
from tests.verify.inspect.pdf.handmade import sample
from tests.verify.inspect.pdf.mutation import altered

SEED = 20251218
FLIPS = 150
CUTS = 60
SAMPLE = sample()
PLAIN = altered(SAMPLE, lambda pdf: None, compress_streams=False, object_stream_mode=0)


def test_a_file_that_is_cut_anywhere_is_unreadable() -> None:
    for index in range(CUTS):
        data = SAMPLE[: len(SAMPLE) * index // CUTS]
        assert [fault.code for fault in inspect(data).faults] == ["unreadable-pdf"]


def test_flipped_bits_never_raise() -> None:
    chance, clean, unlike = random.Random(SEED), inspect(PLAIN), 0
    for _ in range(FLIPS):
        data = bytearray(PLAIN)
        for _ in range(chance.choice((1, 1, 2, 8))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        unlike += inspect(bytes(data)) != clean
    assert unlike > FLIPS // 2


def test_bytes_that_are_moved_doubled_or_dropped_never_raise() -> None:
    chance, unreadable = random.Random(SEED + 1), 0
    for _ in range(FLIPS):
        start, length = chance.randrange(len(PLAIN)), chance.randrange(1, 200)
        piece = PLAIN[start : start + length]
        kept = PLAIN[:start] + PLAIN[start + length :]
        at = chance.randrange(len(kept))
        data = chance.choice((kept, PLAIN[:at] + piece + PLAIN[at:], kept[:at] + piece + kept[at:]))
        unreadable += any(fault.code == "unreadable-pdf" for fault in inspect(data).faults)
    assert unreadable > FLIPS // 2
