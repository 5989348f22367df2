namespace ActorIL.Hocon;

/// <summary>
/// Bounds that turn hostile or broken input into an error instead of a full stack or a full memory. They are the same
/// on every machine, so that the same text is accepted everywhere.
/// </summary>
public static class HoconLimits
{
    /// <summary>Objects and arrays inside each other, path elements included, before and after resolving.</summary>
    public const int NestingDepthMax = 256;

    /// <summary>Substitutions that lead to each other, in one chain.</summary>
    public const int SubstitutionDepthMax = 256;

    /// <summary>Files that include each other, in one chain.</summary>
    public const int IncludeDepthMax = 32;

    /// <summary>Files read through include statements, in all.</summary>
    public const int IncludedFileCountMax = 1_000;

    /// <summary>Values in the resolved tree; substitutions can double it with each line.</summary>
    public const int ResolvedValueCountMax = 200_000;

    /// <summary>UTF-16 code units and array elements put together by concatenation, in all.</summary>
    public const int ConcatenatedLengthMax = 16_000_000;

    /// <summary>Single evaluations, in all; a bound on time where cycles are looked back through.</summary>
    public const int EvaluationCountMax = 10_000_000;
}
