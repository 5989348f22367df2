using ActorIL.Algorithms.Policies;

namespace ActorIL.Algorithms.Ppo;

/// <summary>Some rows of a prepared batch, gathered side by side; reused from one gradient step to the next.</summary>
internal sealed class PpoMinibatch(int countMax, int observationSize, int actionSize)
{
    private readonly float[] _observations = new float[countMax * observationSize];
    private readonly float[] _actions = new float[countMax * actionSize];
    private readonly float[] _columns = new float[4 * countMax];

    /// <summary>B.</summary>
    public int Count { get; private set; }

    /// <summary>Shape [B, observation size].</summary>
    public Span<float> Observations => _observations.AsSpan(0, Count * observationSize);

    /// <summary>Shape [B, action size].</summary>
    public Span<float> Actions => _actions.AsSpan(0, Count * actionSize);

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
        RowGathering.Gather(batch.Observations.AsSpan(), observationSize, rows, Observations);
        RowGathering.Gather(batch.Actions.AsSpan(), actionSize, rows, Actions);
        RowGathering.Gather(batch.OldLogProbabilities, 1, rows, OldLogProbabilities);
        RowGathering.Gather(batch.Values.AsSpan(), 1, rows, OldValues);
        RowGathering.Gather(batch.Advantages.AsSpan(), 1, rows, Advantages);
        RowGathering.Gather(batch.Returns.AsSpan(), 1, rows, Returns);
    }

    private Span<float> Column(int index) => _columns.AsSpan(index * countMax, Count);
}
