using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

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

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        if (!inner.TryStep(actions, rewards, endings))
        {
            return false;
        }

        for (var i = 0; i < _stepCounts.Length; i++)
        {
            _stepCounts[i]++;
            if (endings[i] == Ending.None && _stepCounts[i] >= stepCountMax)
            {
                endings[i] = Ending.Truncated;
            }
        }

        return true;
    }

    public void Observe(Span<float> observations) => inner.Observe(observations);
}
