namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace ls`.</summary>
/// <param name="File">The trace.</param>
/// <param name="Filter">Which deliveries.</param>
/// <param name="Limit">Lines at most, ≥ 1.</param>
/// <param name="HasEvents">Whether to show what else happened.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record ListingRequest(string File, FilterRequest Filter, int Limit, bool HasEvents, bool IsJson)
{
    public const int UsualLimit = 100;
}
