using System.CommandLine;

namespace ActorIL.Cli.CommandLine;

/// <summary>What the verbs about traces share.</summary>
internal static class TraceFlags
{
    public static Argument<string> File(string name = "FILE")
    {
        var file = new Argument<string>(name) { Description = "A trace: trace.mcap of a run directory." };
        file.RefuseFlags();
        return file;
    }

    /// <summary>A file to be written.</summary>
    public static Option<string?> Target(string description) =>
        new(Flags.OutName) { Description = description, HelpName = "FILE" };
}
