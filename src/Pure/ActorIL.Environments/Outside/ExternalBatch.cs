using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Outside;

/// <summary>
/// Many episodes in another process, an instance each. What is started or put into a row waits until somebody looks at
/// a row or steps, and then all that waits goes in one exchange.
/// </summary>
internal sealed class ExternalBatch : IStateBatch<ExternalState>
{
    private readonly ExternalInstances _instances;
    private readonly ExternalInstance?[] _rows;

    public ExternalBatch(ExternalInstances instances, int count)
    {
        _instances = instances;
        instances.Reserve(count);
        _rows = new ExternalInstance?[count];
    }

    public ExternalState this[int index]
    {
        get => _instances.StateOf(Row(index), _rows);
        set =>
            _rows[index] = _rows[index] is { } before ? _instances.TakeInstead(before, value) : _instances.Take(value);
    }

    public void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var start = ExternalState.Start(keys[i]);
            if (_rows[rows[i]] is { } instance)
            {
                instance.Due = start;
            }
            else
            {
                _rows[rows[i]] = _instances.Take(start);
            }
        }
    }

    /// <inheritdoc />
    /// <remarks>Never false: what fails fails.</remarks>
    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        _instances.Step(_rows.AsSpan(0, rewards.Length)!, actions, rewards, endings);
        return true;
    }

    public void Observe(Span<float> observations)
    {
        var count = observations.Length / _instances.ObservationSize;
        _instances.Settle(_rows.AsSpan(0, count));
        for (var row = 0; row < count; row++)
        {
            Row(row).Observation.CopyTo(observations[(row * _instances.ObservationSize)..]);
        }
    }

    public bool TryObserve(int row, Span<float> observation)
    {
        // Others that were started too are looked at next: one exchange for all of them.
        _instances.Settle(_rows);
        Row(row).Observation.CopyTo(observation);
        return true;
    }

    public void Move(int from, int to) => (_rows[from], _rows[to]) = (_rows[to], _rows[from]);

    private ExternalInstance Row(int index) =>
        _rows[index] ?? throw new InvalidOperationException($"Row {index} was never started.");
}
