using System.Collections.Immutable;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Checks;

/// <summary>Everything that can be seen of one moment of an episode.</summary>
/// <param name="State">The state itself, which a broken environment may change later.</param>
/// <param name="Bytes">The state's canonical bytes at that moment.</param>
/// <param name="Reward">0 at the start.</param>
/// <param name="Ending">None at the start.</param>
/// <param name="Observation">What the agent sees.</param>
internal sealed record Frame<TState>(
    TState State, ImmutableArray<byte> Bytes, double Reward, Ending Ending, ImmutableArray<float> Observation);
