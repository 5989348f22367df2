using System.Collections.Immutable;

namespace ActorIL.Cli.Traces;

/// <summary>Data sets by the names they have on the command line, and where a trace has them.</summary>
internal static class DatasetKinds
{
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<DatasetKind>().Select(NameOf)];

    public static string NameOf(DatasetKind kind) =>
        kind switch
        {
            DatasetKind.Rollouts => "rollouts",
            DatasetKind.Demonstrations => "demonstrations",
            DatasetKind.Labels => "labels",
        };

    /// <summary>The kind of this name, which is one of them.</summary>
    public static DatasetKind Of(string name) => Enum.GetValues<DatasetKind>().First(kind => NameOf(kind) == name);

    /// <summary>What a data set consists of.</summary>
    public static string PartsOf(DatasetKind kind) =>
        kind switch
        {
            DatasetKind.Rollouts => "rollouts",
            DatasetKind.Demonstrations => "episodes",
            DatasetKind.Labels => "batches",
        };

    /// <summary>The message the data comes with, without its version.</summary>
    public static string MessageOf(DatasetKind kind) =>
        kind switch
        {
            DatasetKind.Rollouts => "learner-message.rolled",
            DatasetKind.Demonstrations => "coordinator-message.demonstrated",
            DatasetKind.Labels => "replay-message.append",
        };
}
