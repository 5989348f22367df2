namespace ActorIL.Storage.Traces.Differences;

/// <summary>Which differences between two numbers count.</summary>
/// <param name="Tolerance">
/// Two numbers a and b are the same where |a − b| ≤ T + T·max(|a|, |b|), so T stands for an absolute and a relative
/// distance together. Null: every bit counts.
/// </param>
public sealed record DifferenceView(double? Tolerance)
{
    /// <summary>Every bit counts.</summary>
    public static DifferenceView Bits { get; } = new((double?)null);

    /// <summary>Whether two numbers are the same in this view.</summary>
    public bool Accepts(double one, double other) =>
        one.Equals(other)
        || (
            Tolerance is { } tolerance
            && Math.Abs(one - other) <= tolerance + (tolerance * Math.Max(Math.Abs(one), Math.Abs(other)))
        );
}
