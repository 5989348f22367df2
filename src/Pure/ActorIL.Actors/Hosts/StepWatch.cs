using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Lets another thread see which steps are at work, so that one that never ends can be named. It looks on and changes
/// nothing: what it sees of a step that goes on may be of the next one.
/// </summary>
public sealed class StepWatch
{
    /// <summary>What <see cref="StepNumber"/> is between steps.</summary>
    public const long None = -1;

    // Replaced whole when a worker comes, so that who looks sees the old array or the new one.
    private (ActorKernel Kernel, StepWorker Worker)[] _places = [];

    /// <summary>Threads that run steps.</summary>
    public int WorkerCount => _places.Length;

    /// <summary>
    /// Changes with every step of a worker, and is <see cref="None"/> while it runs none: the same number twice is one
    /// step that went on all the while.
    /// </summary>
    /// <param name="worker">Below <see cref="WorkerCount"/>.</param>
    public long StepNumber(int worker) => _places[worker].Worker is { IsRunning: true } running ? running.Beat : None;

    /// <summary>The step a worker is at; null where it runs none.</summary>
    /// <param name="worker">Below <see cref="WorkerCount"/>.</param>
    public RunningStep? Describe(int worker)
    {
        var (kernel, running) = _places[worker];
        var envelopes = kernel.Envelopes;
        return running.IsRunning && running.EnvelopeIndex < envelopes.Length
            ? Describe(kernel, in envelopes[running.EnvelopeIndex])
            : null;
    }

    internal void Add(ActorKernel kernel, StepWorker worker) => _places = [.. _places, (kernel, worker)];

    private static RunningStep Describe(ActorKernel kernel, in Envelope envelope) =>
        kernel.CellOf(in envelope) is { } cell
            ? new(cell.Path, MessageOf(cell, in envelope))
            : new(kernel.System.Actors.PathOf(envelope.To), "a message to an actor that has stopped");

    private static string MessageOf(ActorCell cell, in Envelope envelope) =>
        envelope.Kind switch
        {
            EnvelopeKind.Start => "Init",
            EnvelopeKind.Failure => "the failure of a child",
            EnvelopeKind.Message when envelope.Body is { } body => $"{cell.MessageType.Name} {body.GetType().Name}",
            EnvelopeKind.Message
            or EnvelopeKind.Timer
            or EnvelopeKind.Reply
            or EnvelopeKind.AskTimeout
            or EnvelopeKind.AskDead
            or EnvelopeKind.External
            or EnvelopeKind.Notice
            or EnvelopeKind.Reconfigure => $"{cell.MessageType.Name}, {envelope.Kind}",
        };
}
