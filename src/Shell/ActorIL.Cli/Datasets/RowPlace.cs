using System.Globalization;

namespace ActorIL.Cli.Datasets;

/// <summary>Names places in a data set, and numbers so that they read back to the same bits.</summary>
internal static class RowPlace
{
    /// <summary>A component of a row.</summary>
    public static string Of(string array, long row, long component) =>
        string.Create(CultureInfo.InvariantCulture, $"{array}, row {row}, component {component}");

    /// <summary>A row.</summary>
    public static string Of(string array, long row) =>
        string.Create(CultureInfo.InvariantCulture, $"{array}, row {row}");

    /// <summary>A step of an episode.</summary>
    public static string OfStep(string array, long row, int episode, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{array}, row {row} (episode {episode}, step {step})");

    /// <summary>A number.</summary>
    public static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Numbers in brackets.</summary>
    public static string Numbers(ReadOnlySpan<float> numbers)
    {
        var texts = new string[numbers.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Number(numbers[i]);
        }

        return $"[{string.Join(", ", texts)}]";
    }
}
