using System.Collections.Immutable;
using ActorIL.Cli.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Experiments.Inputs;
using ActorIL.Storage.Runs;
using ActorIL.Training.Coordination;

namespace ActorIL.Cli.Stages;

/// <summary>Policies that verbs are given: a checkpoint, or a run directory that has some.</summary>
internal static class SavedPolicies
{
    /// <summary>
    /// The checkpoint: the file itself; of a run directory the one that was asked for, else its expert, else its only
    /// one.
    /// </summary>
    /// <param name="path">A checkpoint or a run directory.</param>
    /// <param name="name">Which policy of a run directory; null for its expert.</param>
    public static Result<string, Error> Find(string path, string? name)
    {
        if (!Directory.Exists(path))
        {
            return name is null
                ? Result.Success<string, Error>(path)
                : Failure(path, "a file, and --policy", "a run directory", "Leave --policy out.");
        }

        var folder = Path.Combine(path, Path.GetFileName(new RunPaths(path).Checkpoints));
        string[] names = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, "*" + RunPaths.CheckpointEnding)
                    .Select(NameOf)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        var chosen =
            name
            ?? (
                names.Contains(RunStages.Expert) ? RunStages.Expert
                : names.Length == 1 ? names[0]
                : null
            );
        return names.Length == 0
                ? Failure(path, "no checkpoints in it", "a run directory with policies", "Name a run directory.")
            : chosen is null
                ? Failure(path, "several policies", $"one of {string.Join(", ", names)}", "Name one with --policy.")
            : !names.Contains(chosen)
                ? Failure(
                    path,
                    $"no policy '{chosen}'",
                    $"one of {string.Join(", ", names)}",
                    NearestName.TryFind(chosen, names, out var nearest)
                        ? $"Did you mean {nearest}?"
                        : "Choose one of them."
                )
            : Result.Success<string, Error>(Path.Combine(folder, chosen + RunPaths.CheckpointEnding));
    }

    /// <summary>The checkpoint as the expert, in its own environment where nobody says otherwise.</summary>
    /// <param name="path">A checkpoint or a run directory.</param>
    /// <param name="name">Which policy of a run directory; null for its expert.</param>
    /// <param name="flag">The flag that names it.</param>
    /// <param name="ownEnvironment">Whether the policy says which environment it is.</param>
    public static Result<ImmutableArray<ConfigurationOverride>, Error> AsExpert(
        string path,
        string? name,
        string flag,
        bool ownEnvironment
    ) =>
        Find(path, name)
            .Then(file =>
                ownEnvironment
                    ? PolicyFile
                        .Load(file)
                        .Map(saved =>
                            StagePlans
                                .File(InputRole.Expert, file, $"{flag} {path}")
                                .AddRange(Environment(saved, $"{flag} {path}"))
                        )
                    : Result.Success<ImmutableArray<ConfigurationOverride>, Error>(
                        StagePlans.File(InputRole.Expert, file, $"{flag} {path}")
                    )
            );

    private static ImmutableArray<ConfigurationOverride> Environment(SavedPolicy saved, string source) =>
        [
            ConfigurationOverride.OfText(SettingTable.Environment.Key, saved.EnvironmentId, source),
            .. saved.Settings.Select(setting =>
                ConfigurationOverride.OfText($"environment.parameters.{setting.Name}", setting.Text, source)
            ),
        ];

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static Result<string, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<string, Error>(new(where, found, wanted, remedy));
}
