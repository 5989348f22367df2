namespace ActorIL.Core.Experience;

/// <summary>Shape checks with messages that show both numbers.</summary>
public static class Shape
{
    /// <summary>Checks that a row of <paramref name="name"/> has at least one number.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public static void RequireSize(string name, int size)
    {
        if (size < 1)
        {
            throw new ArgumentException($"{name} size is {size}; at least 1 is wanted.");
        }
    }

    /// <summary>Checks that a number is one of <see cref="Ending"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void RequireEnding(Ending ending)
    {
        if (ending is < Ending.None or > Ending.Truncated)
        {
            throw new ArgumentException($"ending is {(int)ending}; wanted 0 (none), 1 (terminated) or 2 (truncated).");
        }
    }

    /// <summary>Checks that <paramref name="length"/> = <paramref name="rows"/> × <paramref name="columns"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(string name, int length, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"{name} has {length} numbers; shape [{rows}, {columns}] wants {(long)rows * columns}."
            );
        }
    }
}
