using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Steps many episodes together, each exactly once. A row whose episode ends takes the next one, and when none is left
/// the batch shrinks, so that no step is spent on an episode that is over.
/// </summary>
internal sealed class EpisodeLoop<TEnvironment, TParams, TState, TSink>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
    where TSink : struct, IEpisodeSink
{
    private readonly EnvironmentModule<TEnvironment, TParams, TState> _module;
    private readonly IPilot _pilot;
    private readonly EpisodeBudget _budget;
    private readonly RngKey _key;
    private readonly TSink _sink;
    private readonly EpisodeColumns<TEnvironment, TParams, TState> _episodes;
    private readonly float[] _observations;
    private readonly float[] _actions;
    private readonly double[] _rewards;
    private readonly Ending[] _endings;

    /// <summary>Rows that nobody has looked at since their episode began.</summary>
    private readonly bool[] _areNew;
    private readonly int _observationSize;
    private readonly int _actionSize;
    private int _startedCount;
    private int _activeCount;

    public EpisodeLoop(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        IPilot pilot,
        EpisodeBudget budget,
        RngKey key,
        TSink sink
    )
    {
        (_module, _pilot, _budget, _key, _sink) = (module, pilot, budget, key, sink);
        (_observationSize, _actionSize) = (module.Observations.Size, module.Actions.Size);
        var batchCount = Math.Min(budget.BatchCountMax, budget.EpisodeCount);
        _episodes = new(module, batchCount);
        _observations = new float[batchCount * _observationSize];
        _actions = new float[batchCount * _actionSize];
        (_rewards, _endings, _areNew) = (new double[batchCount], new Ending[batchCount], new bool[batchCount]);
        pilot.Reserve(batchCount);
    }

    /// <summary>What happens to the episodes on their way; null for nothing.</summary>
    public Disturbance<TState>? Disturbance { get; init; }

    public void Run()
    {
        while (_activeCount < _endings.Length)
        {
            StartEpisode(_activeCount++);
        }

        ObserveNew();
        while (_activeCount > 0)
        {
            var observations = _observations.AsSpan(0, _activeCount * _observationSize);
            var actions = _actions.AsSpan(0, _activeCount * _actionSize);
            _pilot.Choose(observations, _activeCount, actions);
            _episodes.Step(actions, _rewards.AsSpan(0, _activeCount), _endings.AsSpan(0, _activeCount));
            for (var row = 0; row < _activeCount; row++)
            {
                Follow(row);
            }

            _episodes.Observe(observations);

            // Downwards, so that the row moved into a gap has already been looked at.
            for (var row = _activeCount - 1; row >= 0; row--)
            {
                if (_endings[row] != Ending.None || IsCutOff(row))
                {
                    End(row);
                    Replace(row);
                }
            }

            ObserveNew();
        }
    }

    /// <summary>Books the step of a row, and disturbs it before it is seen again.</summary>
    private void Follow(int row)
    {
        var ordinal = Ordinal(row);
        _sink.Step(ordinal, Observation(row), _actions.AsSpan(row * _actionSize, _actionSize), _rewards[row]);
        if (_endings[row] == Ending.None && (Disturbance?.IsDue(ordinal, _episodes.StepCounts[row]) ?? false))
        {
            var slot = _episodes[row];
            Disturbance.Push(ordinal, ref slot);
            _episodes[row] = slot;
        }
    }

    private bool IsCutOff(int row) =>
        _episodes.StepCounts[row] >= _budget.StepCountMax
        || (Disturbance?.IsOver(Ordinal(row), _episodes.StepCounts[row]) ?? false);

    private void End(int row)
    {
        var ordinal = Ordinal(row);
        Disturbance?.End(ordinal, _episodes[row].State, _endings[row]);
        _sink.End(ordinal, Observation(row), _endings[row], _episodes.Returns[row], _episodes.StepCounts[row]);
        if (TEnvironment.HasOutcomes)
        {
            _sink.Judge(ordinal, TEnvironment.Judge(_module.Parameters, _episodes[row].State));
        }
    }

    /// <summary>Gives the row the next episode, or closes the gap with the last active row.</summary>
    private void Replace(int row)
    {
        if (_startedCount < _budget.EpisodeCount)
        {
            StartEpisode(row);
            return;
        }

        _activeCount--;
        _episodes.Move(_activeCount, row);
        Observation(_activeCount).CopyTo(Observation(row));
        (_areNew[row], _areNew[_activeCount]) = (_areNew[_activeCount], false);
        _pilot.Move(_activeCount, row);
    }

    private void StartEpisode(int row)
    {
        var ordinal = _startedCount++;
        var episodeIndex = _budget.FirstEpisode + ordinal;
        var key = EpisodeKeys.Episode(_key, episodeIndex);
        var slot = SlotStepping<TEnvironment, TParams, TState>.Start(_module, 0, episodeIndex, key);
        Disturbance?.Start(ordinal, ref slot);
        _episodes[row] = slot;
        _pilot.Begin(row, ordinal);
        _areNew[row] = true;
    }

    /// <summary>Looks at the episodes that began, all of them after the last: some are started together.</summary>
    private void ObserveNew()
    {
        for (var row = 0; row < _activeCount; row++)
        {
            if (_areNew[row])
            {
                _episodes.Observe(row, Observation(row));
                _areNew[row] = false;
            }
        }
    }

    private Span<float> Observation(int row) => _observations.AsSpan(row * _observationSize, _observationSize);

    private int Ordinal(int row) => (int)(_episodes.EpisodeIndices[row] - _budget.FirstEpisode);
}
