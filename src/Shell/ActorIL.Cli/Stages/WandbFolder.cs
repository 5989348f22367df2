using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Storage.TensorBoard;

namespace ActorIL.Cli.Stages;

/// <summary>
/// A folder that `wandb sync` uploads: the run's metrics for TensorBoard, under the name that the run is to have there.
/// </summary>
internal static class WandbFolder
{
    private const string Folder = "wandb";

    /// <summary>Writes it where it is wanted; its path, or an empty text.</summary>
    public static Result<string, Error> Write(WandbRequest request, BoundRun run, RunPaths paths, TimeProvider clock)
    {
        if (!request.IsOn)
        {
            return Result.Success<string, Error>("");
        }

        var name = request.RunName ?? NameOf(run, clock);
        return FileName
            .Check("--wandb-run-name", name)
            .Then(valid => FolderFiles.Create(Path.Combine(paths.Folder, Folder, valid)))
            .Then(folder =>
                MetricsReading
                    .Read(paths.Metrics)
                    .Then(metrics => EventFile.Write(Path.Combine(folder, EventFile.FileName), metrics))
                    .Map(_ => folder)
            );
    }

    /// <summary>The command that uploads it.</summary>
    public static string Command(WandbRequest request, string folder) =>
        $"wandb sync --sync-tensorboard --project {request.Project} --id {Path.GetFileName(folder)} "
        + ShellText.Quote(folder);

    /// <summary>run_YYYYMMDD_HHMM_env_steps, in local time.</summary>
    public static string NameOf(BoundRun run, TimeProvider clock)
    {
        var (time, steps) = (clock.GetLocalNow(), run.Plan.Expert.Training?.Algorithm.StepCount ?? 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"run_{time:yyyyMMdd_HHmm}_{run.Plan.Environment.Id}_{steps}"
        );
    }
}
