"""The protocol with Python's standard library alone: a counter that is to be brought to zero in at most 20 steps."""

import os
import signal
import struct
import sys

PIPE = os.dup(1)
os.dup2(2, 1)  # Whatever is printed goes to standard error.
signal.signal(signal.SIGINT, signal.SIG_IGN)  # The terminal's Ctrl-C is for the client.
OBSERVATIONS = struct.pack("<IIff", 1, 2, -100.0, 100.0)  # Box of two numbers between -100 and 100
ACTIONS = struct.pack("<II", 0, 2)  # Discrete: 0 is down, 1 is up
FLAGS, INSTANCES_MAX, STEPS_MAX = 0, 0, 20
counts, steps = [], []


def text(words):
    return struct.pack("<I", len(words.encode())) + words.encode()


def answer(kind, body):
    n = struct.unpack_from("<I", body)[0] if body else 0
    rows = struct.unpack_from(f"<{n}I", body, 4) if kind in (3, 4) else ()
    if kind == 1:
        welcome = struct.pack("<III", 1, FLAGS, INSTANCES_MAX) + OBSERVATIONS + ACTIONS
        return welcome + text("Counter-v0") + text("1")
    if kind == 2:
        counts.extend([0] * n)
        steps.extend([0] * n)
        return struct.pack("<I", len(counts) - n)
    if kind == 3:
        for row, seed in zip(rows, struct.unpack_from(f"<{n}Q", body, 4 + 4 * n)):
            counts[row], steps[row] = seed % 9 + 1, 0
    if kind == 4:
        for row, action in zip(rows, struct.unpack_from(f"<{n}i", body, 4 + 4 * n)):
            counts[row], steps[row] = counts[row] + 2 * action - 1, steps[row] + 1
    seen = b"".join(struct.pack("<ff", counts[row], steps[row]) for row in rows)
    rewards = b"".join(struct.pack("<d", -abs(counts[row])) for row in rows)
    endings = bytes(1 if counts[row] == 0 else 2 if steps[row] >= STEPS_MAX else 0 for row in rows)
    return seen if kind == 3 else rewards + seen + endings


while len(header := sys.stdin.buffer.read(8)) == 8 and header[3] != 7:
    body = sys.stdin.buffer.read(struct.unpack_from("<I", header, 4)[0])
    reply = answer(header[3], body)
    os.write(PIPE, b"AIL" + bytes([header[3] | 0x80]) + struct.pack("<I", len(reply)) + reply)
