using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Experiments;
using ActorIL.Experiments.Inputs;

namespace ActorIL.Cli.Stages;

/// <summary>What each verb makes of an experiment: the one stage it is about, and nothing else of it.</summary>
internal static class StagePlans
{
    private const int EpisodeCountDefault = 50;

    /// <summary>The expert's training alone.</summary>
    public static ImmutableArray<ConfigurationOverride> Ppo { get; } =
        Of(
            "actoril ppo",
            ["expert.kind=ppo", .. NoFile(InputRole.Expert), .. NoFile(InputRole.Demonstrations), .. NoStudents]
        );

    /// <summary>The expert's training, its demonstrations, one clone of them.</summary>
    public static ImmutableArray<ConfigurationOverride> Pipeline { get; } =
        Of(
            "actoril pipeline",
            [
                "expert.kind=ppo",
                .. NoFile(InputRole.Expert),
                .. NoFile(InputRole.Demonstrations),
                .. NoStudents,
                Text($"demonstration.counts=[{EpisodeCountDefault}]"),
                "demonstration.cut-episodes=off",
                "demonstration.full-episodes=on",
            ]
        );

    /// <summary>Demonstrations of a policy.</summary>
    public static ImmutableArray<ConfigurationOverride> Collect { get; } =
        Of(
            "actoril collect",
            [
                "expert.kind=file",
                .. NoFile(InputRole.Start),
                .. NoFile(InputRole.Demonstrations),
                .. NoStudents,
                Text($"demonstration.recorded-episodes={EpisodeCountDefault}"),
            ]
        );

    /// <summary>One clone of a data set.</summary>
    public static ImmutableArray<ConfigurationOverride> Bc { get; } =
        Of("actoril bc", ["expert.kind=none", .. NoFile(InputRole.Expert), .. NoFile(InputRole.Start), .. NoStudents]);

    /// <summary>DAgger with an expert that is there.</summary>
    /// <param name="isScripted">Whether the expert is the environment's controller.</param>
    public static ImmutableArray<ConfigurationOverride> Dagger(bool isScripted) =>
        Of(
            "actoril dagger",
            [
                isScripted ? "expert.kind=scripted" : "expert.kind=file",
                .. isScripted ? NoFile(InputRole.Expert) : [],
                .. NoFile(InputRole.Start),
                .. NoFile(InputRole.Demonstrations),
                "demonstration.counts=[]",
                "demonstration.recorded-episodes=0",
                .. NoOwnStudents,
            ]
        );

    /// <summary>The file that a flag names.</summary>
    /// <param name="role">What it is to the run.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="source">The flag as it was typed.</param>
    public static ImmutableArray<ConfigurationOverride> File(InputRole role, string path, string source)
    {
        var reference = new InputReference(role, path, "");
        return
        [
            ConfigurationOverride.OfText(reference.PathKey, path, source),
            ConfigurationOverride.OfText(reference.HashKey, "", source),
        ];
    }

    private static ImmutableArray<string> NoStudents =>
        ["demonstration.counts=[]", "demonstration.recorded-episodes=0", "dagger.label-counts=[]", .. NoOwnStudents];

    // Sections are merged; only what is no section hides those of a file.
    private static ImmutableArray<string> NoOwnStudents => ["students=null", "students={}"];

    private static ImmutableArray<string> NoFile(InputRole role)
    {
        var reference = new InputReference(role, "", "");
        return [$"{reference.PathKey}=\"\"", $"{reference.HashKey}=\"\""];
    }

    private static ImmutableArray<ConfigurationOverride> Of(string source, ImmutableArray<string> assignments) =>
        [.. assignments.Select(assignment => new ConfigurationOverride(assignment, source))];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
