using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.Plugins;

namespace ActorIL.Cli.Policies;

/// <summary>
/// Where a saved policy lies, and so which environment it means: two may have one name, of which one is shipped and the
/// other in another process.
/// </summary>
/// <param name="Catalog">Environments by name.</param>
internal sealed record PolicyHome(Catalog Catalog)
{
    /// <summary>The run around it, where its environment is in another process; else null.</summary>
    public BoundRun? Outside { get; init; }

    /// <summary>Why the run around it cannot be understood; null where it can be, or where there is none.</summary>
    public Error? Problem { get; init; }

    /// <summary>The environment that a policy was trained for.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="saved">What the file says.</param>
    public Result<EnvironmentEntry, Error> EnvironmentOf(string path, SavedPolicy saved) =>
        Outside is { } run ? OfRun(path, saved, run.Plan.Environment)
        : saved.Outside.Length > 0
            ? Result.Failure<EnvironmentEntry, Error>(
                Problem
                    ?? new(
                        path,
                        $"a policy for an environment in another process: {saved.Outside}",
                        "the run directory it is from, whose configuration names the program",
                        "Give that run directory; a file alone does not say which program to start."
                    )
            )
        : Catalog
            .Environments.Find(saved.EnvironmentId)
            .Then(entry =>
                entry
                    .Configure(saved.Settings.Items)
                    .MapError(errors => errors[0] with { Where = $"{path}, parameter {errors[0].Where}" })
            );

    private static Result<EnvironmentEntry, Error> OfRun(string path, SavedPolicy saved, EnvironmentEntry environment)
    {
        var (found, wanted) = (
            saved.Outside.Length > 0 ? saved.Outside : saved.EnvironmentId,
            saved.Outside.Length > 0 ? environment.Outside!.ToString() : environment.Id
        );
        return found == wanted
            ? Result.Success<EnvironmentEntry, Error>(environment)
            : Result.Failure<EnvironmentEntry, Error>(
                new(
                    path,
                    $"a policy for {found}",
                    $"one for the environment of its run: {wanted}",
                    "Give the run directory that the policy is from."
                )
            );
    }
}
