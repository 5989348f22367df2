namespace ActorIL.Cli.Traces;

/// <summary>The deliveries a position stands for: one, or those of a round.</summary>
/// <param name="First">The ordinal of the first.</param>
/// <param name="Last">The ordinal of the last.</param>
internal readonly record struct TraceStretch(long First, long Last)
{
    public static TraceStretch Of(long ordinal) => new(ordinal, ordinal);
}
