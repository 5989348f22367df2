using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;

namespace ActorIL.Actors.Execution;

/// <summary>What a worker notes about one envelope of a round, for the commit that follows.</summary>
internal struct StepRecord
{
    /// <summary>The receiver, where there is one.</summary>
    public ActorCell? Cell;

    /// <summary>The message the behaviour was handed, where the envelope does not hold it itself.</summary>
    public object? Message;

    /// <summary>The <see cref="Failure"/> of a failed step; the reason of a dead letter.</summary>
    public object? Detail;

    public ulong PayloadHash;
    public ulong EntryHash;
    public int EffectStart;
    public int EffectEnd;

    /// <summary>The number of the worker whose memory holds the effects.</summary>
    public int WorkerIndex;
    public StepStatus Status;
    public Directive Directive;
    public bool IsCounted;
    public bool IsCrashInjected;
    public bool IsFailureInjected;
}
