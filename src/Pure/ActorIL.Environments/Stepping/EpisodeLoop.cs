using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Steps many episodes side by side, each exactly once. A slot whose episode ends takes the next one, and when none
/// is left the batch shrinks, so that no step is spent on an episode that is over.
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
    private readonly Slot<TState>[] _slots;
    private readonly float[] _observations;
    private readonly float[] _actions;
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
        _slots = new Slot<TState>[batchCount];
        _observations = new float[batchCount * _observationSize];
        _actions = new float[batchCount * _actionSize];
        pilot.Reserve(batchCount);
    }

    /// <summary>What happens to the episodes on their way; null for nothing.</summary>
    public Disturbance<TState>? Disturbance { get; init; }

    public void Run()
    {
        while (_activeCount < _slots.Length)
        {
            StartEpisode(_activeCount++);
        }

        while (_activeCount > 0)
        {
            _pilot.Choose(
                _observations.AsSpan(0, _activeCount * _observationSize),
                _activeCount,
                _actions.AsSpan(0, _activeCount * _actionSize)
            );

            // Downwards, so that the slot moved into a gap has already been stepped.
            for (var i = _activeCount - 1; i >= 0; i--)
            {
                StepSlot(i);
            }
        }
    }

    private void StepSlot(int index)
    {
        ref var slot = ref _slots[index];
        var observation = Observation(index);
        var action = _actions.AsSpan(index * _actionSize, _actionSize);
        var ordinal = Ordinal(slot);
        var ending = SlotStepping<TEnvironment, TParams, TState>.Step(
            _module,
            environmentIndex: 0,
            ref slot,
            action,
            out var reward
        );
        _sink.Step(ordinal, observation, action, reward);
        if (ending == Ending.None)
        {
            Disturbance?.AfterStep(ordinal, ref slot);
        }

        Observe(index);
        if (ending != Ending.None || IsCutOff(ordinal, slot))
        {
            Disturbance?.End(ordinal, slot.State, ending);
            _sink.End(ordinal, observation, ending, slot.Return, slot.StepCount);
            if (TEnvironment.HasOutcomes)
            {
                _sink.Judge(ordinal, TEnvironment.Judge(_module.Parameters, slot.State));
            }

            Replace(index);
        }
    }

    private bool IsCutOff(int ordinal, in Slot<TState> slot) =>
        slot.StepCount >= _budget.StepCountMax || (Disturbance?.IsOver(ordinal, slot.StepCount) ?? false);

    /// <summary>Gives the slot the next episode, or closes the gap with the last active slot.</summary>
    private void Replace(int index)
    {
        if (_startedCount < _budget.EpisodeCount)
        {
            StartEpisode(index);
            return;
        }

        _activeCount--;
        _slots[index] = _slots[_activeCount];
        Observation(_activeCount).CopyTo(Observation(index));
        _pilot.Move(_activeCount, index);
    }

    private void StartEpisode(int index)
    {
        var episodeIndex = _budget.FirstEpisode + _startedCount++;
        var key = EpisodeKeys.Episode(_key, episodeIndex);
        _slots[index] = SlotStepping<TEnvironment, TParams, TState>.Start(
            _module,
            environmentIndex: 0,
            episodeIndex,
            key
        );
        var ordinal = Ordinal(_slots[index]);
        Disturbance?.Start(ordinal, ref _slots[index]);
        _pilot.Begin(index, ordinal);
        Observe(index);
    }

    private void Observe(int index) =>
        SlotStepping<TEnvironment, TParams, TState>.Observe(
            _module,
            environmentIndex: 0,
            _slots[index],
            Observation(index)
        );

    private Span<float> Observation(int index) => _observations.AsSpan(index * _observationSize, _observationSize);

    private int Ordinal(in Slot<TState> slot) => (int)(slot.EpisodeIndex - _budget.FirstEpisode);
}
