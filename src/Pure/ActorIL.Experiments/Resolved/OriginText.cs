using ActorIL.Hocon;

namespace ActorIL.Experiments.Resolved;

/// <summary>
/// Where a value was written, as a user thinks of it: a file with its line, or the option that was typed.
/// </summary>
internal static class OriginText
{
    public static string Of(HoconOrigin origin) =>
        origin.Source.StartsWith("--", StringComparison.Ordinal) ? origin.Source : origin.ToString();
}
