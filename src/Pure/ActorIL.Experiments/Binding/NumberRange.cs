using System.Globalization;

namespace ActorIL.Experiments.Binding;

/// <summary>Numbers a key takes, and how to say so.</summary>
/// <param name="Least">Smallest accepted value.</param>
/// <param name="Most">Largest accepted value.</param>
/// <param name="Description">Part of a sentence: "a number above 0".</param>
internal sealed record NumberRange(double Least, double Most, string Description)
{
    // Single precision must neither round the value to zero nor to infinity.
    private const double SmallestPositive = 1e-30;
    private const double Largest = 1e30;

    public static NumberRange Positive { get; } = new(SmallestPositive, Largest, "a number above 0 (1e-30 to 1e30)");

    public static NumberRange NonNegative { get; } = new(0, Largest, "a number of at least 0 (up to 1e30)");

    public static NumberRange Unit { get; } = new(0, 1, "a number from 0 to 1");

    public static NumberRange Between(double least, double most) =>
        new(least, most, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    /// <summary>False for NaN and infinities.</summary>
    public bool Contains(double value) => value >= Least && value <= Most;
}
