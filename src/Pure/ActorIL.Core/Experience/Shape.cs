namespace ActorIL.Core.Experience;

/// <summary>Shape checks with messages that show both numbers.</summary>
public static class Shape
{
    /// <summary>Checks that <paramref name="length"/> = <paramref name="rows"/> × <paramref name="columns"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(string name, int length, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || length != (long)rows * columns)
        {
            throw new ArgumentException($"{name} has {length} numbers; shape [{rows}, {columns}] wants {(long)rows * columns}.");
        }
    }
}
