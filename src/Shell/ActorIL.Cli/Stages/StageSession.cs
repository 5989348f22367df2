using System.Collections.Immutable;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Stages;

/// <summary>One stage as a run of its own: from what was typed to its artefact.</summary>
internal static class StageSession
{
    private const string OutKey = "run.out";

    public static ExitCode Run(Terminal terminal, StageRequest request) =>
        Target(request)
            .MapError(static error => ImmutableArray.Create(error))
            .Then(target =>
                RunBinding
                    .Bind(
                        new(
                            request.File,
                            target is null && request.SavePath is { } folder
                                ? request.Overrides.Add(
                                    ConfigurationOverride.OfText(OutKey, folder, $"--save-path {folder}")
                                )
                                : request.Overrides,
                            ConfigurationFiles.Read,
                            terminal.Environment
                        ),
                        terminal.Plugins,
                        InputShelf.None
                    )
                    .Then(run => Collected(request, run))
                    .Map(run => (Target: target, Run: run))
            )
            .Match(found => Run(terminal, request, found.Target, found.Run), errors => terminal.Fail(errors));

    private static Result<BoundRun, ImmutableArray<Error>> Collected(StageRequest request, BoundRun run) =>
        request.IsCollecting && run.Plan.Demonstration.FullCount == 0
            ? Result.Failure<BoundRun, ImmutableArray<Error>>([
                new("--num-episodes", "0", "at least 1", "A data set without episodes is of no use."),
            ])
            : Result.Success<BoundRun, ImmutableArray<Error>>(run);

    /// <summary>The file that the result alone is wanted in; null for none.</summary>
    private static Result<string?, Error> Target(StageRequest request) =>
        request.SavePath is not { } path ? Result.Success<string?, Error>(null)
        : path.EndsWith(request.IsCollecting ? RunPaths.CheckpointEnding : DatasetFile.Ending, StringComparison.Ordinal)
            ? Result.Failure<string?, Error>(
                new(
                    $"--save-path {path}",
                    request.IsCollecting ? "the name of a checkpoint" : "the name of a data set",
                    $"a run directory, or a file {Ending(request)}",
                    "Choose another name."
                )
            )
        : path.EndsWith(DatasetFile.Ending, StringComparison.Ordinal)
            ? DatasetWriting.Check(path).Map<string?>(checkedPath => checkedPath)
        : path.EndsWith(RunPaths.CheckpointEnding, StringComparison.Ordinal)
            ? NewFile.Check(path).Map<string?>(checkedPath => checkedPath)
        : Result.Success<string?, Error>(null);

    private static string Ending(StageRequest request) =>
        request.IsCollecting ? DatasetFile.Ending : RunPaths.CheckpointEnding;

    private static ExitCode Run(Terminal terminal, StageRequest request, string? target, BoundRun run)
    {
        RunPaths? paths = null;
        var code = RunSession.Run(terminal, request.IsJson, request.Verb, run, claimed => paths = claimed);
        if (code != ExitCode.Success || paths is null)
        {
            return code;
        }

        var said = request.IsJson ? terminal.Error : terminal.Out;
        return Deliver(ResultOf(request, run.Plan, paths), target)
            .Then(result => Tell(said, result))
            .Then(_ => WandbFolder.Write(request.Wandb, run, paths, terminal.Clock))
            .Match(
                folder =>
                {
                    if (folder.Length > 0)
                    {
                        said.Write($"{"TensorBoard", -15} {folder}\n");
                        said.Write($"{"upload with", -15} {WandbFolder.Command(request.Wandb, folder)}\n");
                    }

                    said.Flush();
                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );
    }

    private static string ResultOf(StageRequest request, RunPlan plan, RunPaths paths) =>
        request.IsCollecting
            ? DemonstrationKeeper.PathOf(paths)
            : Path.Combine(paths.Checkpoints, RunStages.Of(plan)[^1].Stage + RunPaths.CheckpointEnding);

    private static Result<string, Error> Tell(TextWriter said, string result)
    {
        said.Write($"{(IsDataset(result) ? "data set" : "checkpoint"), -15} {result}\n");
        return IsDataset(result)
            ? DatasetFile
                .Open(result)
                .Map(dataset =>
                {
                    said.Write($"{"", -15} {DatasetText.Of(dataset)}\n");
                    return result;
                })
            : Result.Success<string, Error>(result);
    }

    private static Result<string, Error> Deliver(string result, string? target) =>
        target is null ? Result.Success<string, Error>(result)
        : IsDataset(result)
            ? Copy(DatasetFile.SidecarOf(result), DatasetFile.SidecarOf(target)).Then(_ => Copy(result, target))
        : Copy(result, target);

    private static Result<string, Error> Copy(string from, string to) =>
        BinaryFile
            .Read(from, "a file of the run")
            .Then(bytes => AtomicFile.WriteBytes(to, bytes.AsMemory()))
            .Map(_ => to);

    private static bool IsDataset(string path) => path.EndsWith(DatasetFile.Ending, StringComparison.Ordinal);
}
