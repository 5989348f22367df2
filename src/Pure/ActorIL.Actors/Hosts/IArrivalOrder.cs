using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>The order in which a free-running host has taken envelopes up: what a replay follows.</summary>
public interface IArrivalOrder
{
    /// <summary>The next one; null at the end.</summary>
    Result<Arrival?, Error> Next();
}
