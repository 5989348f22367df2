using ActorIL.Core.Prelude;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests;

/// <summary>What one step of a batch gave, comparable by value.</summary>
internal sealed record BatchStep(
    EquatableArray<double> Rewards,
    EquatableArray<int> Endings,
    EquatableArray<float> FinalObservations,
    EquatableArray<EpisodeSummary> Finished);
