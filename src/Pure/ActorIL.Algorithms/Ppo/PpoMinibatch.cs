using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;

namespace ActorIL.Algorithms.Ppo;

/// <summary>Some rows of a prepared batch, gathered side by side; reused from one gradient step to the next.</summary>
internal sealed class PpoMinibatch(int countMax, int observationSize, int actionSize) : IDisposable
{
    private readonly Scratch<float> _observations = new(countMax * observationSize);
    private readonly Scratch<float> _actions = new(countMax * actionSize);
    private readonly Scratch<float> _columns = new(4 * countMax);

    /// <summary>The most rows there is room for.</summary>
    public int CountMax => countMax;

    /// <summary>B.</summary>
    public int Count { get; private set; }

    /// <summary>Shape [B, observation size].</summary>
    public Span<float> Observations => _observations.Span[..(Count * observationSize)];

    /// <summary>Shape [B, action size].</summary>
    public Span<float> Actions => _actions.Span[..(Count * actionSize)];

    /// <summary>Shape [B].</summary>
    public Span<float> OldLogProbabilities => Column(0);

    /// <summary>Shape [B].</summary>
    public Span<float> OldValues => Column(1);

    /// <summary>Shape [B].</summary>
    public Span<float> Advantages => Column(2);

    /// <summary>Shape [B].</summary>
    public Span<float> Returns => Column(3);

    /// <summary>Copies the rows named by <paramref name="rows"/>, shape [B].</summary>
    public void Gather(PpoBatch batch, ReadOnlySpan<int> rows)
    {
        Count = rows.Length;
        RowGathering.Gather(batch.Observations, observationSize, rows, Observations);
        RowGathering.Gather(batch.Actions, actionSize, rows, Actions);
        RowGathering.Gather(batch.OldLogProbabilities, 1, rows, OldLogProbabilities);
        RowGathering.Gather(batch.Values, 1, rows, OldValues);
        RowGathering.Gather(batch.Advantages, 1, rows, Advantages);
        RowGathering.Gather(batch.Returns, 1, rows, Returns);
    }

    public void Dispose()
    {
        _observations.Dispose();
        _actions.Dispose();
        _columns.Dispose();
    }

    private Span<float> Column(int index) => _columns.Span.Slice(index * countMax, Count);
}
