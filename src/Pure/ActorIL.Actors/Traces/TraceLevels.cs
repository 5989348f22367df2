using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Traces;

/// <summary>Levels by the names they have in configurations and manifests.</summary>
internal static class TraceLevels
{
    public static string NameOf(TraceLevel level) =>
        level switch
        {
            TraceLevel.Off => "off",
            TraceLevel.Seed => "seed",
            TraceLevel.Keys => "keys",
            TraceLevel.Actions => "actions",
            TraceLevel.Full => "full",
        };

    /// <summary>The level of that name, or what is wrong with the name.</summary>
    public static Result<TraceLevel, string> Parse(string name) =>
        name switch
        {
            "off" => Result.Success<TraceLevel, string>(TraceLevel.Off),
            "seed" => Result.Success<TraceLevel, string>(TraceLevel.Seed),
            "keys" => Result.Success<TraceLevel, string>(TraceLevel.Keys),
            "actions" => Result.Success<TraceLevel, string>(TraceLevel.Actions),
            "full" => Result.Success<TraceLevel, string>(TraceLevel.Full),
            _ => Result.Failure<TraceLevel, string>($"the trace level \"{name}\""),
        };
}
