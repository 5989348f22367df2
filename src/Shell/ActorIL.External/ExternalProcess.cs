using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;

namespace ActorIL.External;

/// <summary>
/// An environment that runs in a child process: started, greeted, and then asked one thing after another over its
/// standard input and output (PROTOCOL.md). One caller at a time; <see cref="Dispose"/> may come from another thread
/// and ends a call that waits. Whatever the program does is a failure as a value. After a fatal one it has been
/// killed, and every later call returns that failure again.
/// </summary>
public sealed class ExternalProcess : IDisposable
{
    private ExternalProcess(ExternalCommand command, ExternalWelcome welcome) =>
        (Command, Welcome) = (command, welcome);

    /// <summary>How it was started.</summary>
    public ExternalCommand Command { get; }

    /// <summary>What it said of itself.</summary>
    public ExternalWelcome Welcome { get; }

    /// <summary>Of the process, for logs.</summary>
    public int ProcessId { get; }

    /// <summary>Starts a program and greets it.</summary>
    public static Result<ExternalProcess, ExternalFailure> Start(ExternalCommand command, ExternalLimits limits) =>
        throw new NotSupportedException();

    /// <summary>Makes more instances; each must be reset before it is stepped.</summary>
    /// <param name="count">How many, ≥ 1.</param>
    /// <returns>The number of the first; the others follow it.</returns>
    public Result<int, ExternalFailure> Open(int count) => throw new NotSupportedException();

    /// <summary>Starts an episode in some instances.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="seeds">Shape [n]: what the start of each is drawn from.</param>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <returns>Null, or what went wrong.</returns>
    public ExternalFailure? Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations) =>
        throw new NotSupportedException();

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
    public ExternalFailure? Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    ) => throw new NotSupportedException();

    /// <summary>The states of some instances, as bytes that mean something to the program alone.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <returns>One for each instance; a failure where the program has no snapshots.</returns>
    public Result<ImmutableArray<ImmutableArray<byte>>, ExternalFailure> Snapshot(ReadOnlySpan<int> instances) =>
        throw new NotSupportedException();

    /// <summary>Makes instances what snapshots of this or another process of the same program say.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="snapshots">Shape [n].</param>
    /// <returns>Null, or what went wrong.</returns>
    public ExternalFailure? Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots) =>
        throw new NotSupportedException();

    /// <summary>Asks the program to end, waits for the limit, then kills it and all it started.</summary>
    public void Dispose() => GC.SuppressFinalize(this);
}
