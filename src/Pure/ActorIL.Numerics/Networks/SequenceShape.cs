namespace ActorIL.Numerics.Networks;

/// <summary>Sizes of a batch of sequences; time is the outer axis, so the rows of one time step lie together.</summary>
/// <param name="TimeCount">Time steps, at least 0.</param>
/// <param name="BatchCount">Sequences side by side, at least 0.</param>
public readonly record struct SequenceShape(int TimeCount, int BatchCount)
{
    /// <summary>Rows of all time steps.</summary>
    /// <exception cref="OverflowException">More than an index can count.</exception>
    public int RowCount => checked(TimeCount * BatchCount);
}
