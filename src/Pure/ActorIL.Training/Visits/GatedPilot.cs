using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Visits;

/// <summary>
/// A student drives, watched by its expert: a strategy decides at every step who acts and what is labelled. Every
/// episode has a memory, a budget and coins of its own, so that how episodes are batched changes nothing.
/// </summary>
/// <param name="student">Null before the first lesson: the expert then drives and every step is labelled.</param>
/// <param name="expert">A policy without memory.</param>
/// <param name="strategy">Who drives and what is labelled.</param>
/// <param name="danger">How close to failure an observation is; null where the environment does not say.</param>
/// <param name="round">Of the visit, ≥ 0.</param>
/// <param name="coins">One key an episode, in order.</param>
internal sealed class GatedPilot(
    EnsemblePolicy? student,
    IPolicy expert,
    IQueryStrategy strategy,
    IDangerMeasure? danger,
    int round,
    ImmutableArray<RngKey> coins
) : IPilot
{
    private readonly int _observationSize = expert.Observations.Size;
    private readonly int _actionSize = expert.Actions.Size;
    private readonly int _studentMemorySize = student?.MemorySize ?? 0;
    private readonly List<byte>[] _labelled = [.. coins.Select(static _ => new List<byte>())];
    private float[] _studentMemory = [];
    private float[] _strategyMemory = [];
    private float[] _workspace = [];
    private float[] _expertActions = [];
    private double[] _uncertainties = [];
    private bool[] _expertDrives = [];
    private int[] _ordinals = [];
    private int[] _labelCounts = [];

    public string Name => strategy.Name;

    public Space Observations => expert.Observations;

    public Space Actions => expert.Actions;

    /// <summary>Steps that the expert drove.</summary>
    public long ExpertStepCount { get; private set; }

    /// <summary>For every step of every episode, in order: 1 where it is to be labelled.</summary>
    public ImmutableArray<byte> Labelled => [.. _labelled.SelectMany(static flags => flags)];

    public void Reserve(int rowCountMax)
    {
        _studentMemory = new float[rowCountMax * _studentMemorySize];
        _strategyMemory = new float[rowCountMax * strategy.MemorySize];
        _workspace = new float[Math.Max(student?.WorkspaceSize(rowCountMax) ?? 0, expert.WorkspaceSize(rowCountMax))];
        _expertActions = new float[rowCountMax * _actionSize];
        _uncertainties = new double[rowCountMax];
        _expertDrives = new bool[rowCountMax];
        _ordinals = new int[rowCountMax];
        _labelCounts = new int[rowCountMax];
    }

    public void Begin(int row, int ordinal)
    {
        StudentMemory(row).Clear();
        StrategyMemory(row).Clear();
        (_ordinals[row], _labelCounts[row]) = (ordinal, 0);
    }

    public void Move(int from, int to)
    {
        StudentMemory(from).CopyTo(StudentMemory(to));
        StrategyMemory(from).CopyTo(StrategyMemory(to));
        (_ordinals[to], _labelCounts[to]) = (_ordinals[from], _labelCounts[from]);
    }

    public void Choose(ReadOnlySpan<float> observations, int count, Span<float> actions)
    {
        if (student is null)
        {
            expert.Act(observations, count, memory: [], _workspace, actions);
            for (var row = 0; row < count; row++)
            {
                Note(row, new(ExpertDrives: true, IsLabelled: true));
            }

            return;
        }

        var memory = _studentMemory.AsSpan(0, count * _studentMemorySize);
        student.Act(observations, count, memory, _workspace, actions, _uncertainties.AsSpan(0, count));
        var drives = false;
        for (var row = 0; row < count; row++)
        {
            var action = actions.Slice(row * _actionSize, _actionSize);
            var decision = Decide(row, observations.Slice(row * _observationSize, _observationSize), action);
            _expertDrives[row] = decision.ExpertDrives;
            drives |= decision.ExpertDrives;
            Note(row, decision);
        }

        if (drives)
        {
            TakeOver(observations, count, actions);
        }

        student.Remember(actions, count, memory);
    }

    /// <summary>The expert's actions in the rows where it drives.</summary>
    private void TakeOver(ReadOnlySpan<float> observations, int count, Span<float> actions)
    {
        expert.Act(observations, count, memory: [], _workspace, _expertActions.AsSpan(0, count * _actionSize));
        for (var row = 0; row < count; row++)
        {
            if (_expertDrives[row])
            {
                _expertActions.AsSpan(row * _actionSize, _actionSize).CopyTo(actions[(row * _actionSize)..]);
            }
        }
    }

    private QueryDecision Decide(int row, ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        var ordinal = _ordinals[row];
        var step = _labelled[ordinal].Count;
        var situation = new QuerySituation
        {
            Round = round,
            Step = step,
            LabelCount = _labelCounts[row],
            Observation = observation,
            StudentAction = action,
            Uncertainty = _uncertainties[row],
            Danger = danger?.Of(observation) ?? 0,
            Coin = Draw.Uniform(coins[ordinal], (ulong)step),
        };
        return strategy.Decide(in situation, StrategyMemory(row));
    }

    private void Note(int row, QueryDecision decision)
    {
        _labelled[_ordinals[row]].Add(decision.IsLabelled ? (byte)1 : (byte)0);
        _labelCounts[row] += decision.IsLabelled ? 1 : 0;
        ExpertStepCount += decision.ExpertDrives ? 1 : 0;
    }

    private Span<float> StudentMemory(int row) => _studentMemory.AsSpan(row * _studentMemorySize, _studentMemorySize);

    private Span<float> StrategyMemory(int row) =>
        _strategyMemory.AsSpan(row * strategy.MemorySize, strategy.MemorySize);
}
