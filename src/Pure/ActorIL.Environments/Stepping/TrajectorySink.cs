using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Stepping;

/// <summary>Keeps every step of every episode.</summary>
internal readonly struct TrajectorySink(EpisodeBudget budget, int observationSize, int actionSize) : IEpisodeSink
{
    private readonly Recording[] _recordings =
    [
        .. Enumerable.Range(0, budget.EpisodeCount).Select(_ => new Recording()),
    ];

    private readonly Trajectory[] _trajectories = new Trajectory[budget.EpisodeCount];

    public ImmutableArray<Trajectory> Trajectories => [.. _trajectories];

    public void Step(int ordinal, ReadOnlySpan<float> observation, ReadOnlySpan<float> action, double reward)
    {
        var recording = _recordings[ordinal];
        recording.Observations.AddRange(observation);
        recording.Actions.AddRange(action);
        recording.Rewards.Add(reward);
    }

    public void End(int ordinal, ReadOnlySpan<float> finalObservation, Ending ending, double total, int stepCount)
    {
        var recording = _recordings[ordinal];
        recording.Observations.AddRange(finalObservation);
        _trajectories[ordinal] = new(
            observationSize,
            actionSize,
            recording.Observations.ToImmutable(),
            recording.Actions.ToImmutable(),
            recording.Rewards.ToImmutable(),
            ending
        );
    }

    public void Judge(int ordinal, Outcome outcome) { }

    private sealed class Recording
    {
        public ImmutableArray<float>.Builder Observations { get; } = ImmutableArray.CreateBuilder<float>();

        public ImmutableArray<float>.Builder Actions { get; } = ImmutableArray.CreateBuilder<float>();

        public ImmutableArray<double>.Builder Rewards { get; } = ImmutableArray.CreateBuilder<double>();
    }
}
