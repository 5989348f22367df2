namespace ActorIL.Hocon.Resolution;

/// <summary>What is left of the bounds of <see cref="HoconLimits"/> for one document.</summary>
internal sealed class Budget
{
    private long evaluationCount;
    private long concatenatedLength;
    private long valueCount;

    public bool TrySpendEvaluation() => ++evaluationCount <= HoconLimits.EvaluationCountMax;

    public bool TrySpendConcatenated(long length) =>
        (concatenatedLength += length) <= HoconLimits.ConcatenatedLengthMax;

    public bool TrySpendValues(long count) => (valueCount += count) <= HoconLimits.ResolvedValueCountMax;

    public static HoconError Exceeded(HoconOrigin origin, string found, string wanted) =>
        new(
            origin,
            found,
            wanted,
            "Look for substitutions that repeat each other many times, or write the values out."
        );
}
