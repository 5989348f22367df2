using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.External.Frames;
using ActorIL.External.Processes;

namespace ActorIL.External;

/// <summary>
/// An environment that runs in a child process: started, greeted, and then asked one thing after another over its
/// standard input and output (PROTOCOL.md). One caller at a time; <see cref="Dispose"/> may come from another thread
/// and ends a call that waits. Whatever the program does is a failure as a value. After a fatal one it has been
/// killed, and every later call returns that failure again.
/// </summary>
public sealed class ExternalProcess : IDisposable
{
    private readonly ExternalLimits _limits;
    private readonly Conversation _conversation;
    private readonly FrameWriter _writer = new();

    private ExternalProcess(ExternalCommand command, ExternalLimits limits, Conversation conversation, int id) =>
        (Command, _limits, _conversation, ProcessId) = (command, limits, conversation, id);

    /// <summary>How it was started.</summary>
    public ExternalCommand Command { get; }

    /// <summary>What it said of itself.</summary>
    public ExternalWelcome Welcome { get; private set; } = null!;

    /// <summary>Of the process, for logs.</summary>
    public int ProcessId { get; }

    /// <summary>How many instances there are: those numbered 0 and up.</summary>
    public int InstanceCount { get; private set; }

    private int ObservationSize { get; set; }

    private int ActionSize { get; set; }

    private bool AreActionsWhole { get; set; }

    /// <summary>Starts a program and greets it.</summary>
    /// <param name="command">Which program.</param>
    /// <param name="limits">How long it is waited for.</param>
    public static Result<ExternalProcess, ExternalFailure> Start(ExternalCommand command, ExternalLimits limits)
    {
        // Each is owned by the next, and the last one by the caller, or disposed below.
#pragma warning disable CA2000
        var text = command.ToString();
        if (ProgramProcess.Start(command, out var reason) is not { } program)
        {
            return Result.Failure<ExternalProcess, ExternalFailure>(
                new(ExternalFailureKind.NotStarted, text, "start", reason, ExitCode: null, [])
            );
        }

        var external = new ExternalProcess(command, limits, new(program, text, limits), program.Id);
#pragma warning restore CA2000
        if (external.Greet() is not { } failure)
        {
            return Result.Success<ExternalProcess, ExternalFailure>(external);
        }

        external.Dispose();
        return Result.Failure<ExternalProcess, ExternalFailure>(failure);
    }

    /// <summary>Makes more instances; each must be reset before it is stepped.</summary>
    /// <param name="count">How many, ≥ 1.</param>
    /// <returns>The number of the first; the others follow it.</returns>
    public Result<int, ExternalFailure> Open(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _writer.Begin(FrameKind.Open).Put(count);
        var failure = _conversation.Ask(_writer, "open", _limits.StartSeconds, FrameKind.Opened, sizeof(int));
        if (failure is not null)
        {
            return Result.Failure<int, ExternalFailure>(failure);
        }

        var body = new BodyReader(_conversation.Answer);
        var first = body.Int();
        if (!body.IsDone || first != InstanceCount)
        {
            var wrong = FormattableString.Invariant($"instances from {first} on instead of {InstanceCount}");
            return Result.Failure<int, ExternalFailure>(
                _conversation.Break(ExternalFailureKind.WrongShape, "open", wrong)
            );
        }

        InstanceCount += count;
        return Result.Success<int, ExternalFailure>(first);
    }

    /// <summary>Starts an episode in some instances.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="seeds">Shape [n]: what the start of each is drawn from.</param>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <returns>Null, or what went wrong.</returns>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public ExternalFailure? Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        Shape.Require("seeds", seeds.Length, instances.Length, columns: 1);
        Shape.Require("observations", observations.Length, instances.Length, ObservationSize);
        _writer.Begin(FrameKind.Reset).Put(instances.Length).Put(instances).Put(seeds);
        var length = observations.Length * sizeof(float);
        if (Exchange("reset", FrameKind.Started, length) is { } failure)
        {
            return failure;
        }

        var body = new BodyReader(_conversation.Answer);
        body.Numbers(observations);
        return Stray(instances, observations, [], "reset");
    }

    /// <summary>
    /// Steps some instances once, in one exchange. Nothing is reset: the observation of a step that ended an episode is
    /// its final one, and the instance wants a reset before its next step.
    /// </summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="actions">Shape [n, action size]; of a Discrete space the index.</param>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <returns>Null, or what went wrong; the written spans are then worth nothing.</returns>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public ExternalFailure? Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    )
    {
        var count = instances.Length;
        Shape.Require("actions", actions.Length, count, ActionSize);
        Shape.Require("observations", observations.Length, count, ObservationSize);
        Shape.Require("rewards", rewards.Length, count, columns: 1);
        Shape.Require("endings", endings.Length, count, columns: 1);
        _writer.Begin(FrameKind.Step).Put(count).Put(instances);
        var request = AreActionsWhole ? _writer.PutWhole(actions) : _writer.Put(actions);
        var length = (count * (sizeof(double) + 1)) + (observations.Length * sizeof(float));
        if (Exchange("step", FrameKind.Stepped, length) is { } failure)
        {
            return failure;
        }

        var body = new BodyReader(_conversation.Answer);
        body.Numbers(rewards);
        body.Numbers(observations);
        var bytes = body.Bytes(count);
        for (var i = 0; i < count; i++)
        {
            endings[i] = (Ending)bytes[i];
            if (bytes[i] > (byte)Ending.Truncated)
            {
                var wrong = FormattableString.Invariant($"instance {instances[i]}: the ending {bytes[i]}");
                return _conversation.Break(ExternalFailureKind.WrongShape, "step", wrong);
            }
        }

        return Stray(instances, observations, rewards, "step");
    }

    /// <summary>The states of some instances, as bytes that mean something to the program alone.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <returns>One for each instance; a failure where the program has no snapshots.</returns>
    public Result<ImmutableArray<ImmutableArray<byte>>, ExternalFailure> Snapshot(ReadOnlySpan<int> instances)
    {
        _writer.Begin(FrameKind.Snapshot).Put(instances.Length).Put(instances);
        if (
            _conversation.Ask(_writer, "snapshot", _limits.AnswerSeconds, FrameKind.Saved, Protocol.BodyLengthMax) is
            { } failure
        )
        {
            return Result.Failure<ImmutableArray<ImmutableArray<byte>>, ExternalFailure>(failure);
        }

        var body = new BodyReader(_conversation.Answer);
        var snapshots = ImmutableArray.CreateBuilder<ImmutableArray<byte>>(instances.Length);
        for (var i = 0; i < instances.Length; i++)
        {
            snapshots.Add([.. body.Bytes((uint)body.Int())]);
        }

        return body.IsDone
            ? Result.Success<ImmutableArray<ImmutableArray<byte>>, ExternalFailure>(snapshots.MoveToImmutable())
            : Result.Failure<ImmutableArray<ImmutableArray<byte>>, ExternalFailure>(
                _conversation.Break(ExternalFailureKind.WrongShape, "snapshot", "other lengths than were announced")
            );
    }

    /// <summary>Makes instances what snapshots of this or another process of the same program say.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="snapshots">Shape [n].</param>
    /// <returns>Null, or what went wrong.</returns>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public ExternalFailure? Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots)
    {
        Shape.Require("snapshots", snapshots.Length, instances.Length, columns: 1);
        _writer.Begin(FrameKind.Restore).Put(instances.Length).Put(instances);
        foreach (var snapshot in snapshots)
        {
            _writer.Put(snapshot.Length).Put(snapshot.AsSpan());
        }

        return Exchange("restore", FrameKind.Restored, 0);
    }

    /// <summary>Asks the program to end, waits for the limit, then kills it and all it started.</summary>
    public void Dispose() => _conversation.Dispose();

    private ExternalFailure? Greet()
    {
        _writer.Begin(FrameKind.Hello).Put(Protocol.Version);
        var seconds = _limits.StartSeconds;
        if (_conversation.Ask(_writer, "start", seconds, FrameKind.Welcome, Protocol.WelcomeLengthMax) is { } failure)
        {
            return failure;
        }

        if (WelcomeCodec.Version(_conversation.Answer) is var version && version != Protocol.Version)
        {
            var wrong = FormattableString.Invariant($"version {version} of the protocol, not {Protocol.Version}");
            return _conversation.Break(ExternalFailureKind.WrongVersion, "start", wrong);
        }

        if (WelcomeCodec.Read(_conversation.Answer) is not { } welcome)
        {
            return _conversation.Break(ExternalFailureKind.WrongShape, "start", "a welcome that cannot be read");
        }

        Welcome = welcome;
        (ObservationSize, ActionSize) = (welcome.Observations.Size, welcome.Actions.Size);
        AreActionsWhole = WelcomeCodec.IsWhole(welcome.Actions);
        return null;
    }

    /// <summary>An exchange whose answer has one length.</summary>
    private ExternalFailure? Exchange(string during, FrameKind answer, int length)
    {
        if (_conversation.Ask(_writer, during, _limits.AnswerSeconds, answer, length) is { } failure)
        {
            return failure;
        }

        var found = _conversation.Answer.Length;
        return found == length
            ? null
            : _conversation.Break(
                ExternalFailureKind.WrongShape,
                during,
                FormattableString.Invariant($"an answer of {found} bytes instead of {length}")
            );
    }

    /// <summary>The first number that is not finite, as a failure; the program lives on.</summary>
    private ExternalFailure? Stray(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> observations,
        ReadOnlySpan<double> rewards,
        string during
    )
    {
        var (component, row) = (FiniteNumbers.FirstOther(observations), FiniteNumbers.FirstOther(rewards));
        var text =
            component >= 0
                ? FormattableString.Invariant(
                    $"instance {instances[component / ObservationSize]}: component {component % ObservationSize} "
                ) + FormattableString.Invariant($"of the observation is {observations[component]}")
            : row >= 0 ? FormattableString.Invariant($"instance {instances[row]}: the reward is {rewards[row]}")
            : null;
        return text is null ? null : _conversation.Report(ExternalFailureKind.NotFinite, during, text);
    }
}
