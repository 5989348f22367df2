using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// A batch whose episodes are truncated as <see cref="TimeLimit{TEnvironment, TParams, TState}"/> truncates them.
/// </summary>
internal sealed class TimeLimitBatch<TState>(IStateBatch<TState> inner, int stepCountMax, int count)
    : IStateBatch<TimeLimitState<TState>>
    where TState : IFields<TState>
{
    private readonly int[] _stepCounts = new int[count];

    public TimeLimitState<TState> this[int index]
    {
        get => new(inner[index], _stepCounts[index]);
        set => (inner[index], _stepCounts[index]) = (value.Inner, value.StepCount);
    }

    public void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys)
    {
        inner.Reset(rows, keys);
        foreach (var row in rows)
        {
            _stepCounts[row] = 0;
        }
    }

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        if (!inner.TryStep(actions, rewards, endings))
        {
            return false;
        }

        // Few episodes come to their limit in one step: several are looked at together.
        var counts = _stepCounts.AsSpan(0, rewards.Length);
        Columns.Increment(counts);
        for (var i = Columns.NextAtLeast(counts, stepCountMax, 0); i >= 0; )
        {
            endings[i] = endings[i] == Ending.None ? Ending.Truncated : endings[i];
            i = Columns.NextAtLeast(counts, stepCountMax, i + 1);
        }

        return true;
    }

    public void Observe(Span<float> observations) => inner.Observe(observations);

    public bool TryObserve(int row, Span<float> observation) => inner.TryObserve(row, observation);

    public void Move(int from, int to)
    {
        inner.Move(from, to);
        _stepCounts[to] = _stepCounts[from];
    }
}
