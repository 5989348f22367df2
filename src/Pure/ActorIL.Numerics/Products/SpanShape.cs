using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorIL.Numerics.Products;

/// <summary>Shape checks at the entry of kernels, with messages that show both numbers.</summary>
internal static class SpanShape
{
    public static void Require(string name, int length, int rowCount, int columnCount)
    {
        if (rowCount < 0 || columnCount < 0 || length != (long)rowCount * columnCount)
        {
            Throw(name, length, $"shape [{Text(rowCount)}, {Text(columnCount)}]");
        }
    }

    public static void RequireAtLeast(string name, int length, int lengthMin)
    {
        if (length < lengthMin)
        {
            Throw(name, length, $"at least {Text(lengthMin)}");
        }
    }

    // Kept out of the callers, so that the checks inline to a comparison.
    [DoesNotReturn]
    private static void Throw(string name, int length, string wanted) =>
        throw new ArgumentException($"{name} has {Text(length)} numbers; wanted {wanted}.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
