"""Environments in Python for ActorIL, and ActorIL's environments for Python. Needs NumPy; uses Gymnasium where it is.

Serve any Gymnasium environment:

    python3 actoril_env.py CartPole-v1

Serve an own one, in my_env.py, and set `environment { id = external, command = ["python3", "my_env.py"] }`:

    import actoril_env
    actoril_env.serve(MyEnvironment, name="MyEnvironment-v0")

`MyEnvironment()` has Gymnasium's methods: `reset(seed=...)`, `step(action)`, `observation_space`, `action_space`. A
class that steps many at once on arrays is faster: `MyEnvironments(count)` with `reset_rows(rows, seeds)` and
`step_rows(rows, actions)`, as in cartpole_numpy.py; `rows` indexes the arrays, and is a slice where all rows are meant.

Train on ActorIL's environments, started as `actoril env serve NAME`:

    env = actoril_env.ActorILEnv("CartPole-v1")
    envs = actoril_env.ActorILVectorEnv("Pendulum-v1", num_envs=64, parameters={"gravity": 9.81})

The protocol is in PROTOCOL.md. What an environment prints goes to standard error. A snapshot is a pickle: restore only
what you made yourself.
"""

import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import threading
import time
import traceback

import numpy as np

try:
    import gymnasium
except ImportError:
    gymnasium = None

PROTOCOL_VERSION = 1
HELLO, OPEN, RESET, STEP, SNAPSHOT, RESTORE, CLOSE, FAILED = 1, 2, 3, 4, 5, 6, 7, 0xFF
ANSWER, CAN_SNAPSHOT, BODY_MAX, TEXT_MAX = 0x80, 1, 1 << 30, 1 << 16
SECONDS_AFTER_END = 2.0


class ProtocolError(Exception):
    """The other side wrote what the protocol does not know, or ended."""


class EnvironmentFailure(Exception):
    """The environment on the other side failed, and says why."""


# ------------------------------------------------------------------------------------------------------------ spaces


class Discrete:
    """The integers start ... start + n - 1: what Gymnasium's Discrete is, where there is no Gymnasium."""

    def __init__(self, n, start=0):
        self.n, self.start, self.shape, self.dtype = int(n), int(start), (), np.dtype(np.int64)
        self._random = np.random.default_rng()

    def seed(self, seed=None):
        self._random = np.random.default_rng(seed)

    def sample(self):
        return int(self._random.integers(self.start, self.start + self.n))

    def contains(self, element):
        return float(element).is_integer() and self.start <= int(element) < self.start + self.n

    def __repr__(self):
        return f"Discrete({self.n})"


class Box:
    """Arrays between two bounds: what Gymnasium's Box is, where there is no Gymnasium."""

    def __init__(self, low, high, shape=None, dtype=np.float32):
        shape = tuple(shape) if shape is not None else np.broadcast(low, high).shape
        self.shape, self.dtype = shape, np.dtype(dtype)
        self.low = np.broadcast_to(np.asarray(low, dtype), shape).copy()
        self.high = np.broadcast_to(np.asarray(high, dtype), shape).copy()
        self._random = np.random.default_rng()

    def seed(self, seed=None):
        self._random = np.random.default_rng(seed)

    def sample(self):
        low, high = np.maximum(self.low, -1e6), np.minimum(self.high, 1e6)
        return self._random.uniform(low, high).astype(self.dtype)

    def contains(self, element):
        element = np.asarray(element)
        return element.shape == self.shape and bool(np.all(element >= self.low) and np.all(element <= self.high))

    def __repr__(self):
        return f"Box({self.shape})"


class _Flat:
    """How elements of a space travel: flat numbers. Spaces are told apart by what they have, not by their class."""

    def __init__(self, space):
        self.space, self.parts = space, ()
        self.is_whole = False
        if hasattr(space, "spaces"):
            parts = space.spaces
            self.keys = tuple(parts.keys()) if hasattr(parts, "keys") else tuple(range(len(parts)))
            self.parts = tuple(_Flat(parts[key]) for key in self.keys)
            self.is_dict = hasattr(parts, "keys")
            self.size = sum(part.size for part in self.parts)
            self.bytes = struct.pack("<II", 3, len(self.parts)) + b"".join(part.bytes for part in self.parts)
        elif hasattr(space, "nvec"):
            counts = np.asarray(space.nvec).ravel()
            self.starts = np.asarray(getattr(space, "start", np.zeros_like(counts))).ravel()
            self.size = len(counts)
            self.bytes = struct.pack("<II", 3, self.size) + b"".join(struct.pack("<II", 0, int(n)) for n in counts)
        elif hasattr(space, "low") and hasattr(space, "high"):
            low = np.asarray(space.low, np.float32).ravel()
            high = np.asarray(space.high, np.float32).ravel()
            self.size = low.size
            if self.size and np.all(low == low[0]) and np.all(high == high[0]):
                self.bytes = struct.pack("<IIff", 1, self.size, low[0], high[0])
            else:
                bounds = np.concatenate((low, high)).astype("<f4")
                self.bytes = struct.pack("<II", 2, self.size) + bounds.tobytes()
        elif hasattr(space, "n") and getattr(space, "shape", ()) not in ((), None):
            self.starts = np.zeros(int(np.prod(space.shape)))
            self.size = len(self.starts)
            self.bytes = struct.pack("<II", 3, self.size) + struct.pack("<II", 0, 2) * self.size
        elif hasattr(space, "n"):
            self.start, self.size, self.is_whole = int(getattr(space, "start", 0)), 1, True
            self.bytes = struct.pack("<II", 0, int(space.n))
        else:
            raise TypeError(f"The space {space!r} is not Box, Discrete, MultiDiscrete, MultiBinary, Tuple or Dict.")
        self.is_box = hasattr(space, "low") and hasattr(space, "high")

    def pack(self, element, row):
        """Writes an element into a row of floats."""
        if self.parts:
            place = 0
            for key, part in zip(self.keys, self.parts):
                part.pack(element[key], row[place : place + part.size])
                place += part.size
        elif self.is_whole:
            row[0] = float(element) - self.start
        elif self.is_box:
            row[:] = np.asarray(element, np.float32).reshape(self.size)
        else:
            row[:] = np.asarray(element, np.float32).ravel() - self.starts

    def unpack(self, row):
        """The element that a row of floats, or a whole number, stands for."""
        if self.parts:
            elements, place = [], 0
            for part in self.parts:
                elements.append(part.unpack(row[place : place + part.size]))
                place += part.size
            return dict(zip(self.keys, elements)) if self.is_dict else tuple(elements)
        if self.is_whole:
            return int(row[0]) + self.start
        dtype, shape = getattr(self.space, "dtype", np.float32), getattr(self.space, "shape", (self.size,))
        if self.is_box:
            return np.array(row, dtype).reshape(shape)
        return (np.asarray(row) + self.starts).astype(dtype).reshape(shape)


def _read_space(body, place):
    """A space in a welcome, and where the next thing is."""
    kind, n = struct.unpack_from("<II", body, place)
    place += 8
    spaces = gymnasium.spaces if gymnasium else sys.modules[__name__]
    if kind == 0:
        return spaces.Discrete(n), place
    if kind == 1:
        low, high = struct.unpack_from("<ff", body, place)
        return spaces.Box(low, high, shape=(n,), dtype=np.float32), place + 8
    if kind == 2:
        low, high = np.frombuffer(body, "<f4", n, place), np.frombuffer(body, "<f4", n, place + 4 * n)
        return spaces.Box(low.copy(), high.copy(), dtype=np.float32), place + 8 * n
    raise ProtocolError(f"space of kind {kind}: wanted Discrete or Box")


# ------------------------------------------------------------------------------------------------------------ frames


class _Pipe:
    """Frames over two file descriptors, in memory that is used again."""

    def __init__(self, read_fd, write_fd):
        self.read_fd, self.write_fd = read_fd, write_fd
        self.buffer = bytearray(1 << 16)
        self.view = memoryview(self.buffer)
        self.source = os.fdopen(read_fd, "rb", buffering=0, closefd=False)

    def _fill(self, start, end):
        while start < end:
            count = self.source.readinto(self.view[start:])
            if not count:
                return -1
            start += count
        return start

    def read(self):
        """Kind and body of the next frame; the body is valid until the next call. None at the end."""
        filled = self._fill(0, 8)
        if filled < 0:
            return None
        if self.buffer[:3] != b"AIL":
            raise ProtocolError(f"these bytes begin no frame: {bytes(self.buffer[:8])!r}")
        (length,) = struct.unpack_from("<I", self.buffer, 4)
        if length > BODY_MAX:
            raise ProtocolError(f"a frame of {length} bytes, at most {BODY_MAX} are allowed")
        end = 8 + length
        if end > len(self.buffer):
            old, self.buffer = self.buffer, bytearray(end)
            self.buffer[:filled] = old[:filled]
            self.view = memoryview(self.buffer)
        filled = self._fill(filled, end)
        if filled < 0:
            raise ProtocolError("the other side ended within a frame")
        if filled > end:
            raise ProtocolError("more came than one request")
        return self.buffer[3], self.view[8:end]

    def write(self, kind, *parts):
        length = sum(len(part) for part in parts)
        self.write_raw(b"".join((b"AIL", bytes((kind,)), struct.pack("<I", length), *parts)))

    def write_raw(self, frame):
        frame = memoryview(frame)
        while len(frame):
            frame = frame[os.write(self.write_fd, frame) :]


def _text(words):
    encoded = words.encode()
    return struct.pack("<I", len(encoded)) + encoded


# ------------------------------------------------------------------------------------------------------------ server


class _Loop:
    """Instances of an environment with Gymnasium's methods, stepped one after another."""

    def __init__(self, make, count):
        self.environments = [make() for _ in range(count)]
        first = self.environments[0]
        self.observation_space, self.action_space = first.observation_space, first.action_space
        self.observations, self.actions = _Flat(first.observation_space), _Flat(first.action_space)

    def _rows(self, rows):
        return range(len(self.environments))[rows] if isinstance(rows, slice) else rows

    def reset_rows(self, rows, seeds):
        seen = np.empty((len(seeds), self.observations.size), np.float32)
        for i, row in enumerate(self._rows(rows)):
            observation = self.environments[row].reset(seed=int(seeds[i]))
            self.observations.pack(observation[0] if isinstance(observation, tuple) else observation, seen[i])
        return seen

    def step_rows(self, rows, actions):
        count = len(actions)
        seen, rewards = np.empty((count, self.observations.size), np.float32), np.empty(count)
        terminated, truncated = np.zeros(count, bool), np.zeros(count, bool)
        actions = actions.reshape(count, -1)
        for i, row in enumerate(self._rows(rows)):
            action = self.actions.unpack(actions[i])
            observation, rewards[i], terminated[i], truncated[i] = self.environments[row].step(action)[:4]
            self.observations.pack(observation, seen[i])
        return seen, rewards, terminated, truncated

    def snapshot_rows(self, rows):
        return [pickle.dumps(self.environments[row]) for row in self._rows(rows)]

    def restore_rows(self, rows, snapshots):
        for row, snapshot in zip(self._rows(rows), snapshots):
            self.environments[row] = pickle.loads(snapshot)

    def can_snapshot(self):
        """Whether a pickle goes on as the original does, tried on one step."""
        try:
            original = self.environments[0]
            original.reset(seed=0)
            copy = pickle.loads(pickle.dumps(original))
            action = self.actions.unpack(np.zeros(self.actions.size, np.float32))
            seen = np.zeros((2, self.observations.size), np.float32)
            for row, environment in enumerate((original, copy)):
                self.observations.pack(environment.step(action)[0], seen[row])
            return bool(np.array_equal(seen[0], seen[1]))
        except Exception:
            return False

    def close(self):
        for environment in self.environments:
            if hasattr(environment, "close"):
                environment.close()


class _Group:
    """What one `open` made: instances first ... first + count - 1, and the memory of their answers."""

    def __init__(self, batch, first, count, observation_size):
        self.batch, self.first, self.count = batch, first, count
        self.ids = np.arange(first, first + count, dtype="<u4").tobytes()
        frame = bytearray(8 + count * (9 + 4 * observation_size))
        frame[:4] = b"AIL" + bytes((STEP | ANSWER,))
        struct.pack_into("<I", frame, 4, len(frame) - 8)
        self.frame = frame
        self.rewards = np.frombuffer(frame, "<f8", count, 8)
        self.seen = np.frombuffer(frame, "<f4", count * observation_size, 8 + 8 * count).reshape(count, -1)
        self.endings = np.frombuffer(frame, "u1", count, 8 + count * (8 + 4 * observation_size))


class _Server:
    def __init__(self, make, name, version, instances_max, pipe):
        self.is_batch, self.make, self.pipe = hasattr(make, "step_rows"), make, pipe
        self.name, self.version, self.instances_max = name, version, instances_max
        self.spare = self._make(1)
        self.observation = _Flat(self.spare.observation_space)
        self.action = _Flat(self.spare.action_space)
        if self.is_batch:
            self.can_snapshot = hasattr(make, "snapshot_rows") and hasattr(make, "restore_rows")
        else:
            self.can_snapshot = self.spare.can_snapshot()
        self.groups, self.count = [], 0

    def _make(self, count):
        return self.make(count) if self.is_batch else _Loop(self.make, count)

    def run(self):
        while (frame := self.pipe.read()) is not None and frame[0] != CLOSE:
            try:
                self._answer(*frame)
            except (ProtocolError, BrokenPipeError):
                raise
            except Exception:
                self.pipe.write(FAILED, traceback.format_exc().encode()[-TEXT_MAX:])
        for group in self.groups:
            if hasattr(group.batch, "close"):
                group.batch.close()

    def _answer(self, kind, body):
        if kind == STEP:
            self._step(body)
        elif kind == RESET:
            self._reset(body)
        elif kind == HELLO:
            flags = CAN_SNAPSHOT if self.can_snapshot else 0
            head = struct.pack("<III", PROTOCOL_VERSION, flags, self.instances_max)
            spaces = self.observation.bytes + self.action.bytes
            self.pipe.write(HELLO | ANSWER, head, spaces, _text(self.name), _text(self.version))
        elif kind == OPEN:
            self._open(*struct.unpack("<I", body))
        elif kind == SNAPSHOT:
            self._snapshot(body)
        elif kind == RESTORE:
            self._restore(body)
        else:
            raise ProtocolError(f"a request of kind {kind}")

    def _open(self, count):
        if self.instances_max and self.count + count > self.instances_max:
            raise ValueError(f"{self.count + count} instances, at most {self.instances_max} are possible")
        batch = self._make(count)
        self.groups.append(_Group(batch, self.count, count, self.observation.size))
        self.count += count
        self.pipe.write(OPEN | ANSWER, struct.pack("<I", self.count - count))

    def _runs(self, ids):
        """Stretches of a request that lie in one group: the group, its rows, and where they are in the request."""
        ids, start = np.frombuffer(ids, "<u4").astype(np.int64), 0
        if ids.size and int(ids.max()) >= self.count:
            raise IndexError(f"instance {int(ids.max())} of {self.count}")
        ends = [group.first + group.count for group in self.groups]
        owners = np.searchsorted(ends, ids, side="right")
        while start < len(ids):
            others = np.nonzero(owners[start:] != owners[start])[0]
            end = start + int(others[0]) if len(others) else len(ids)
            group = self.groups[owners[start]]
            yield group, ids[start:end] - group.first, slice(start, end)
            start = end

    def _actions(self, body, n):
        if self.action.is_whole:
            return np.frombuffer(body, "<i4", n, 4 + 4 * n).copy()
        return np.frombuffer(body, "<f4", n * self.action.size, 4 + 4 * n).reshape(n, -1).copy()

    def _step(self, body):
        (n,) = struct.unpack_from("<I", body)
        ids, actions = body[4 : 4 + 4 * n], self._actions(body, n)
        for group in self.groups:
            if n == group.count and ids == group.ids:
                self._step_rows(group.batch, slice(None), actions, group.seen, group.rewards, group.endings)
                self.pipe.write_raw(group.frame)
                return
        seen, rewards, endings = np.empty((n, self.observation.size), "<f4"), np.empty(n, "<f8"), np.empty(n, "u1")
        for group, rows, part in self._runs(ids):
            self._step_rows(group.batch, rows, actions[part], seen[part], rewards[part], endings[part])
        self.pipe.write(STEP | ANSWER, rewards.tobytes(), seen.tobytes(), endings.tobytes())

    def _step_rows(self, batch, rows, actions, seen, rewards, endings):
        observations, gained, terminated, truncated = batch.step_rows(rows, actions)
        seen[:] = np.asarray(observations).reshape(seen.shape)
        rewards[:] = gained
        np.multiply(truncated, 2, out=endings, casting="unsafe")
        np.copyto(endings, 1, where=terminated)

    def _reset(self, body):
        (n,) = struct.unpack_from("<I", body)
        seeds = np.frombuffer(body, "<u8", n, 4 + 4 * n).copy()
        seen = np.empty((n, self.observation.size), "<f4")
        for group, rows, part in self._runs(body[4 : 4 + 4 * n]):
            seen[part] = np.asarray(group.batch.reset_rows(rows, seeds[part])).reshape(len(rows), -1)
        self.pipe.write(RESET | ANSWER, seen.tobytes())

    def _snapshot(self, body):
        (n,) = struct.unpack_from("<I", body)
        saved = []
        for group, rows, _ in self._runs(body[4 : 4 + 4 * n]):
            saved.extend(group.batch.snapshot_rows(rows))
        self.pipe.write(SNAPSHOT | ANSWER, *(struct.pack("<I", len(each)) + each for each in saved))

    def _restore(self, body):
        (n,) = struct.unpack_from("<I", body)
        place, saved = 4 + 4 * n, []
        for _ in range(n):
            (length,) = struct.unpack_from("<I", body, place)
            saved.append(bytes(body[place + 4 : place + 4 + length]))
            place += 4 + length
        for group, rows, part in self._runs(body[4 : 4 + 4 * n]):
            group.batch.restore_rows(rows, saved[part])
        self.pipe.write(RESTORE | ANSWER)


def _end_with_client(fd):
    """Ends this process when the client is gone, in the midst of a step too. An idle server sees the end by itself."""
    poll = select.poll()
    poll.register(fd, 0)
    poll.poll()
    time.sleep(SECONDS_AFTER_END)
    os._exit(1)


def _take_over_standard_streams():
    """The pipe to the client; whatever the environment prints goes to standard error, whatever it reads is empty."""
    read_fd, write_fd = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout.flush()
    sys.stdout = sys.stderr
    if os.name == "nt":
        import msvcrt

        for fd in (read_fd, write_fd):
            msvcrt.setmode(fd, os.O_BINARY)
    return _Pipe(read_fd, write_fd)


def serve(make, name=None, version="", instances_max=0):
    """Serves an environment on standard input and output until the client ends.

    make: a class or function. With `step_rows` (a class for many at once) it is called with the number of instances,
        else without arguments, once for each instance.
    name: such as Maze-v0; what runs are compared by. version: of your program. instances_max: 0 for no bound.
    """
    pipe = _take_over_standard_streams()
    if sys.stdin is not None and os.isatty(pipe.read_fd):
        sys.exit("This is a server: a client starts it and speaks to it over standard input and output.")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The terminal's Ctrl-C is for the client.
    if hasattr(select, "poll"):
        threading.Thread(target=_end_with_client, args=(pipe.read_fd,), daemon=True).start()
    try:
        _Server(make, name or getattr(make, "__name__", "external"), version, instances_max, pipe).run()
    except BrokenPipeError:
        pass  # The client is gone, and wants no answer.
    except ProtocolError as error:
        sys.exit(f"actoril_env: {error}")


# ------------------------------------------------------------------------------------------------------------ client


class _Client:
    """A server in a child process."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pipe = _Pipe(self.process.stdout.fileno(), self.process.stdin.fileno())
        body = self.ask(HELLO, struct.pack("<I", PROTOCOL_VERSION))
        version, flags, self.instances_max = struct.unpack_from("<III", body)
        if version != PROTOCOL_VERSION:
            self.close()
            raise ProtocolError(f"the server speaks version {version}, not {PROTOCOL_VERSION}")
        self.can_snapshot = bool(flags & CAN_SNAPSHOT)
        self.observation_space, place = _read_space(body, 12)
        self.action_space, place = _read_space(body, place)
        self.observation, self.action = _Flat(self.observation_space), _Flat(self.action_space)
        (length,) = struct.unpack_from("<I", body, place)
        self.name = bytes(body[place + 4 : place + 4 + length]).decode()

    def ask(self, kind, *parts):
        try:
            self.pipe.write(kind, *parts)
            frame = self.pipe.read()
        except BrokenPipeError:
            frame = None
        if frame is None:
            raise ProtocolError(f"{self.process.args!r} ended with exit code {self.process.wait()}")
        if frame[0] == FAILED:
            raise EnvironmentFailure(bytes(frame[1]).decode(errors="replace"))
        if frame[0] != kind | ANSWER:
            raise ProtocolError(f"an answer of kind {frame[0]} to a request of kind {kind}")
        return frame[1]

    def open(self, count):
        (first,) = struct.unpack("<I", self.ask(OPEN, struct.pack("<I", count)))
        return first

    def _head(self, ids):
        return struct.pack("<I", len(ids)) + np.asarray(ids, "<u4").tobytes()

    def reset(self, ids, seeds):
        body = self.ask(RESET, self._head(ids), np.asarray(seeds, "<u8").tobytes())
        return np.frombuffer(body, "<f4").reshape(len(ids), -1).copy()

    def step(self, ids, actions):
        """Observations, rewards, terminated, truncated."""
        n, kind = len(ids), "<i4" if self.action.is_whole else "<f4"
        body = self.ask(STEP, self._head(ids), np.asarray(actions).astype(kind).tobytes())
        rewards = np.frombuffer(body, "<f8", n).copy()
        seen = np.frombuffer(body, "<f4", n * self.observation.size, 8 * n).reshape(n, -1).copy()
        endings = np.frombuffer(body, "u1", n, len(body) - n)
        return seen, rewards, endings == 1, endings == 2

    def snapshot(self, ids):
        body, place, saved = self.ask(SNAPSHOT, self._head(ids)), 0, []
        for _ in ids:
            (length,) = struct.unpack_from("<I", body, place)
            saved.append(bytes(body[place + 4 : place + 4 + length]))
            place += 4 + length
        return saved

    def restore(self, ids, saved):
        self.ask(RESTORE, self._head(ids), *(struct.pack("<I", len(each)) + each for each in saved))

    def close(self):
        if self.process.poll() is None:
            try:
                self.pipe.write(CLOSE)
            except OSError:
                pass
        self.pipe.source.close()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _command(name, command, parameters, plugins):
    """`actoril env serve NAME --set KEY=VALUE ... --plugin FILE ...`"""
    words = [word for key, value in (parameters or {}).items() for word in ("--set", f"{key}={value}")]
    words += [word for file in plugins for word in ("--plugin", os.fspath(file))]
    return [*([command] if isinstance(command, str) else command), "env", "serve", name, *words]


def _seed_source(seed):
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed)))


def _next_seeds(source, count):
    return source.integers(0, 1 << 63, count, dtype=np.uint64)


class ActorILEnv(gymnasium.Env if gymnasium else object):
    """One of ActorIL's environments, with Gymnasium's methods; a plain class where there is no Gymnasium.

    name: such as "CartPole-v1"; `actoril env list` lists them. command: the program, or the words that start it.
    parameters: by name, as `actoril env describe NAME` lists them. plugins: files of own environments in .NET. An
    episode is a function of its seed and its actions: `reset(seed=s)` begins the same one each time, `reset()` the
    next of a sequence that the last seed began.
    """

    metadata = {"render_modes": []}
    render_mode = None

    def __init__(self, name, command="actoril", parameters=None, plugins=()):
        self._client = _Client(_command(name, command, parameters, plugins))
        self._client.open(1)
        self.observation_space, self.action_space = self._client.observation_space, self._client.action_space
        self._seeds = _seed_source(None)

    def reset(self, *, seed=None, options=None):
        if seed is not None:
            self._seeds = _seed_source(seed)
        seeds = [seed] if seed is not None else _next_seeds(self._seeds, 1)
        return self._client.reset([0], seeds)[0], {}

    def step(self, action):
        row = np.zeros(self._client.action.size, np.float32)
        self._client.action.pack(action, row)
        seen, rewards, terminated, truncated = self._client.step([0], row)
        return seen[0], float(rewards[0]), bool(terminated[0]), bool(truncated[0]), {}

    def close(self):
        self._client.close()


class ActorILVectorEnv(gymnasium.vector.VectorEnv if gymnasium else object):
    """Many of ActorIL's environments stepped together, with the methods of Gymnasium's VectorEnv.

    An environment whose episode ends starts its next one in the same step (Gymnasium's SAME_STEP): its row of
    observations is the new episode's first, and `infos["final_obs"]` has the last observation of the old one, where
    `infos["_final_obs"]` is true.
    """

    metadata = {"render_modes": []}
    render_mode = None
    spec = None

    def __init__(self, name, num_envs, command="actoril", parameters=None, plugins=()):
        self._client = _Client(_command(name, command, parameters, plugins))
        self._client.open(num_envs)
        self._ids = np.arange(num_envs, dtype="<u4")
        self.num_envs = num_envs
        self.single_observation_space = self._client.observation_space
        self.single_action_space = self._client.action_space
        self.observation_space, self.action_space = self.single_observation_space, self.single_action_space
        if gymnasium:
            self.observation_space = gymnasium.vector.utils.batch_space(self.single_observation_space, num_envs)
            self.action_space = gymnasium.vector.utils.batch_space(self.single_action_space, num_envs)
            mode = getattr(gymnasium.vector, "AutoresetMode", None)
            self.metadata = {**self.metadata, "autoreset_mode": mode.SAME_STEP if mode else "same_step"}
        self._seeds = _seed_source(None)

    def reset(self, *, seed=None, options=None):
        """seed: one for all, from which each gets the next number, or one for each."""
        if seed is None:
            seeds = _next_seeds(self._seeds, self.num_envs)
        else:
            seeds = [seed + i for i in range(self.num_envs)] if np.isscalar(seed) else list(seed)
            self._seeds = _seed_source(seeds)
        return self._client.reset(self._ids, seeds), {}

    def step(self, actions):
        actions = np.asarray(actions)
        if self._client.action.is_whole:
            actions = actions - self._client.action.start
        seen, rewards, terminated, truncated = self._client.step(self._ids, actions)
        ended, infos = terminated | truncated, {}
        if ended.any():
            infos = {"final_obs": np.where(ended[:, None], seen, 0), "_final_obs": ended}
            rows = np.nonzero(ended)[0]
            seen[rows] = self._client.reset(rows, _next_seeds(self._seeds, len(rows)))
        return seen, rewards, terminated, truncated, infos

    def close(self, **_):
        self._client.close()


def _main(arguments):
    if len(arguments) != 2 or arguments[1].startswith("-"):
        sys.exit("usage: python3 actoril_env.py NAME, such as CartPole-v1")
    if gymnasium is None:
        sys.exit("actoril_env: Gymnasium does not import here (pip install gymnasium). Else call serve() on a class.")
    name = arguments[1]
    serve(lambda: gymnasium.make(name), name=name, version=f"gymnasium {gymnasium.__version__}")


if __name__ == "__main__":
    _main(sys.argv)
