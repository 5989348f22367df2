using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>What the stepper shows after a command.</summary>
internal sealed record StepScreen
{
    /// <summary>The command, written out.</summary>
    public required string Command { get; init; }

    /// <summary>The delivery at hand; null before the first.</summary>
    public required ShownDelivery? Shown { get; init; }

    /// <summary>The deliveries of its round.</summary>
    public required ImmutableArray<TraceEntry.Delivered> Round { get; init; }

    /// <summary>Whether whole arrays are asked for.</summary>
    public bool IsFull { get; init; }

    /// <summary>Living actors, where they were asked for.</summary>
    public ImmutableArray<ActorDigest> Actors { get; init; } = [];

    /// <summary>What else is to be said; empty for nothing.</summary>
    public string Text { get; init; } = "";
}
