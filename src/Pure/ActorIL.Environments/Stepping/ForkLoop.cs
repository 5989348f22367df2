using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Steps the forks of one episode side by side, candidates and forked steps mixed, so that the policy is always asked
/// for a whole batch: a row whose fork has ended takes the next one.
/// </summary>
internal sealed class ForkLoop<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    private const ulong RolloutPurpose = 0x466F726B;

    private readonly EnvironmentModule<TEnvironment, TParams, TState> _module;
    private readonly ForkPlan _plan;
    private readonly int _observationSize;
    private readonly int _actionSize;
    private readonly int _candidateCount;
    private readonly Slot<TState>[] _forks;
    private readonly float[] _ownActions;
    private readonly double[] _costs;
    private readonly EpisodeColumns<TEnvironment, TParams, TState> _rows;
    private readonly int[] _works;
    private readonly float[] _observations;
    private readonly float[] _actions;
    private readonly double[] _rewards;
    private readonly Ending[] _endings;
    private readonly float[] _workspace;
    private int _startedCount;
    private int _activeCount;
    private long _policyStepCount;
    private int _stepCountMax;

    public ForkLoop(EnvironmentModule<TEnvironment, TParams, TState> module, ForkPlan plan)
    {
        (_module, _plan) = (module, plan);
        (_observationSize, _actionSize) = (module.Observations.Size, module.Actions.Size);
        _candidateCount = (plan.Candidates.Length / _actionSize) + 1;
        _forks = new Slot<TState>[plan.Steps.Length];
        _ownActions = new float[plan.Steps.Length * _actionSize];
        _costs = new double[checked(plan.Steps.Length * _candidateCount * plan.RolloutCount)];
        var rowCount = Math.Min(plan.BatchCountMax, _costs.Length);
        _rows = new(module, rowCount);
        _works = new int[rowCount];
        (_rewards, _endings) = (new double[rowCount], new Ending[rowCount]);
        _observations = new float[Math.Max(rowCount, plan.Steps.Length) * _observationSize];
        _actions = new float[rowCount * _actionSize];
        _workspace = new float[plan.Policy.WorkspaceSize(Math.Max(rowCount, plan.Steps.Length))];
    }

    public ForkResults Run()
    {
        KeepForks();
        AskForOwnActions();
        while (_activeCount < _works.Length && Start(_activeCount))
        {
            _activeCount++;
        }

        while (_activeCount > 0)
        {
            var observations = _observations.AsSpan(0, _activeCount * _observationSize);
            var actions = _actions.AsSpan(0, _activeCount * _actionSize);
            _rows.Observe(observations);
            _plan.Policy.Act(observations, _activeCount, memory: [], _workspace, actions);
            _rows.Step(actions, _rewards.AsSpan(0, _activeCount), _endings.AsSpan(0, _activeCount));
            _policyStepCount += _activeCount;

            // Downwards, so that the row moved into a gap has already been looked at.
            for (var row = _activeCount - 1; row >= 0; row--)
            {
                if (IsOver(_endings[row], _rows.StepCounts[row], _rows.Returns[row], _works[row]) && !Start(row))
                {
                    _activeCount--;
                    _rows.Move(_activeCount, row);
                    _works[row] = _works[_activeCount];
                }
            }
        }

        return new([.. _ownActions], Means(), _policyStepCount, _stepCountMax);
    }

    /// <summary>The episode once more, up to the last fork.</summary>
    private void KeepForks()
    {
        var slot = SlotStepping<TEnvironment, TParams, TState>.Start(_module, 0, 0, _plan.EpisodeKey);
        for (var fork = 0; fork < _forks.Length; fork++)
        {
            while (slot.StepCount < _plan.Steps[fork])
            {
                var action = _plan.Actions.AsSpan().Slice(slot.StepCount * _actionSize, _actionSize);
                var ending = Step(ref slot, action);
                if (ending != Ending.None)
                {
                    throw new ArgumentException(
                        $"The episode of key {_plan.EpisodeKey} ends after {slot.StepCount} steps, before step "
                            + $"{_plan.Steps[fork]}: these are not its actions."
                    );
                }
            }

            _forks[fork] = slot;
        }
    }

    private void AskForOwnActions()
    {
        for (var fork = 0; fork < _forks.Length; fork++)
        {
            SlotStepping<TEnvironment, TParams, TState>.Observe(
                _module,
                new(0, 0, _forks[fork].StepCount),
                _forks[fork].State,
                _observations.AsSpan(fork * _observationSize, _observationSize)
            );
        }

        var observations = _observations.AsSpan(0, _forks.Length * _observationSize);
        _plan.Policy.Act(observations, _forks.Length, memory: [], _workspace, _ownActions);
    }

    /// <summary>Starts the next fork that lasts longer than its first step; false when there is none left.</summary>
    private bool Start(int row)
    {
        while (_startedCount < _costs.Length)
        {
            var work = _startedCount++;
            var (cost, rollout) = Math.DivRem(work, _plan.RolloutCount);
            var (fork, candidate) = Math.DivRem(cost, _candidateCount);
            var slot = _forks[fork];
            slot.Return = 0;
            slot.StepsKey = rollout == 0 ? slot.StepsKey : slot.StepsKey.Fold(RolloutPurpose).Fold((ulong)rollout);
            var ending = Step(ref slot, Candidate(fork, candidate));
            if (!IsOver(ending, slot.StepCount, slot.Return, work))
            {
                (_rows[row], _works[row]) = (slot, work);
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<float> Candidate(int fork, int candidate) =>
        candidate == _candidateCount - 1
            ? _ownActions.AsSpan(fork * _actionSize, _actionSize)
            : _plan.Candidates.AsSpan().Slice(candidate * _actionSize, _actionSize);

    /// <summary>Books a fork that has ended.</summary>
    private bool IsOver(Ending ending, int stepCount, double total, int work)
    {
        if (ending == Ending.None && stepCount < EpisodeBudget.StepCountBound)
        {
            return false;
        }

        var fork = work / (_candidateCount * _plan.RolloutCount);
        _stepCountMax = Math.Max(_stepCountMax, stepCount - _forks[fork].StepCount);
        _costs[work] = -total;
        return true;
    }

    /// <summary>Over the rollouts of each candidate, in order, whatever order they ended in.</summary>
    private ImmutableArray<double> Means()
    {
        var count = _plan.RolloutCount;
        var means = new double[_costs.Length / count];
        for (var i = 0; i < _costs.Length; i++)
        {
            means[i / count] += _costs[i];
        }

        return [.. means.Select(sum => sum / count)];
    }

    private Ending Step(ref Slot<TState> slot, ReadOnlySpan<float> action) =>
        SlotStepping<TEnvironment, TParams, TState>.Step(_module, 0, ref slot, action, out _);
}
