using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Experience;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Blocks;

/// <summary>The memory a rollout is written into, step by step; time is the outer axis.</summary>
internal sealed class BlockRecording(VectorEnvironment environments, int stepCount, bool ratesActions)
{
    private readonly int _count = environments.Count;
    private readonly int _observationSize = environments.ObservationSize;
    private readonly int _actionSize = environments.ActionSize;
    private readonly float[] _observations = new float[stepCount * environments.Count * environments.ObservationSize];
    private readonly float[] _actions = new float[stepCount * environments.Count * environments.ActionSize];
    private readonly float[] _rewards = new float[stepCount * environments.Count];
    private readonly byte[] _endings = new byte[stepCount * environments.Count];
    private readonly float[] _lastObservations = new float[environments.Count * environments.ObservationSize];
    private readonly float[] _ratings = ratesActions ? new float[stepCount * environments.Count] : [];
    private readonly List<float> _finalObservations = [];
    private readonly List<double> _returns = [];

    /// <summary>Scratch for one step, shape [N].</summary>
    public double[] Rewards { get; } = new double[environments.Count];

    /// <summary>Scratch for one step, shape [N].</summary>
    public Ending[] Endings { get; } = new Ending[environments.Count];

    /// <summary>Scratch for one step, shape [N, observation size].</summary>
    public float[] Finals { get; } = new float[environments.Count * environments.ObservationSize];

    public long ExpertStepCount { get; set; }

    /// <summary>Returns of the episodes that ended, in order of time, then environment.</summary>
    public ImmutableArray<double> Returns => [.. _returns];

    public Span<float> LastObservations => _lastObservations;

    public Span<float> Observations(int step) =>
        _observations.AsSpan(step * _count * _observationSize, _count * _observationSize);

    public Span<float> Actions(int step) => _actions.AsSpan(step * _count * _actionSize, _count * _actionSize);

    /// <summary>Log-probabilities of the actions, shape [N]; or empty.</summary>
    public Span<float> Ratings(int step) => _ratings.Length == 0 ? [] : _ratings.AsSpan(step * _count, _count);

    /// <summary>Takes over the scratch of the step just made.</summary>
    public void EndStep(int step, ReadOnlySpan<EpisodeSummary> finished)
    {
        for (var i = 0; i < _count; i++)
        {
            _rewards[(step * _count) + i] = (float)Rewards[i];
            _endings[(step * _count) + i] = (byte)Endings[i];
            if (Endings[i] == Ending.Truncated)
            {
                _finalObservations.AddRange(Finals.AsSpan(i * _observationSize, _observationSize));
            }
        }

        foreach (var episode in finished)
        {
            _returns.Add(episode.Return);
        }
    }

    /// <summary>The rollout; the recording must not be written to afterwards.</summary>
    public Rollout ToRollout() =>
        new Rollout(
            _count,
            _observationSize,
            _actionSize,
            ImmutableCollectionsMarshal.AsImmutableArray(_observations),
            ImmutableCollectionsMarshal.AsImmutableArray(_actions),
            ImmutableCollectionsMarshal.AsImmutableArray(_rewards),
            ImmutableCollectionsMarshal.AsImmutableArray(_endings),
            [.. _finalObservations],
            ImmutableCollectionsMarshal.AsImmutableArray(_lastObservations)
        ).WithLogProbabilities(ImmutableCollectionsMarshal.AsImmutableArray(_ratings));
}
