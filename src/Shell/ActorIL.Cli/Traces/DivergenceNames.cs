using ActorIL.Actors.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Classes of differences as reports call them.</summary>
internal static class DivergenceNames
{
    public static string Of(DivergenceClass kind) =>
        kind switch
        {
            DivergenceClass.Payload => "payload",
            DivergenceClass.Missing => "missing",
            DivergenceClass.Extra => "extra",
            DivergenceClass.Reordered => "reordered",
            DivergenceClass.Timing => "timing",
            DivergenceClass.Failure => "failure",
            DivergenceClass.Environment => "environment",
        };

    /// <summary>What a class means, in a sentence.</summary>
    public static string Meaning(DivergenceClass kind) =>
        kind switch
        {
            DivergenceClass.Payload => "The code sends another content than history has.",
            DivergenceClass.Missing => "History has a message that the code no longer sends.",
            DivergenceClass.Extra => "The code sends a message that history does not have.",
            DivergenceClass.Reordered => "The code sends the same messages in another order.",
            DivergenceClass.Timing => "The code sends the same message at another virtual time.",
            DivergenceClass.Failure => "An actor fails in one of the two and not in the other.",
            DivergenceClass.Environment =>
                "The trace was made by other arithmetic or another environment than this program's.",
        };
}
