using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>Draws from a key one after another, for a plan that is drawn as a whole.</summary>
internal sealed class DrawSequence(RngKey key)
{
    private ulong _count;

    /// <summary>An integer in [0, <paramref name="count"/>).</summary>
    public int Index(long count) => Draw.Index(key, _count++, (int)Math.Min(count, int.MaxValue));

    /// <summary>An integer in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public int Between(int least, int most) => least + Index(most - least + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int count) => Index(count) == 0;
}
