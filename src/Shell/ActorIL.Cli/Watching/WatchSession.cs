using System.Collections.Immutable;
using ActorIL.Cli.Externals;
using ActorIL.Cli.Reporting;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Training.Coordination;

namespace ActorIL.Cli.Watching;

/// <summary>Plays an episode of a run's policy once more: in the terminal, as lines, or into a file.</summary>
internal static class WatchSession
{
    private const string LastRoundEnding = "-last-round";
    private const string GifEnding = ".gif";

    // A program does not say how long a step takes; most of them are drawn at this pace.
    private const double OutsideStepSeconds = 0.02;

    public static ExitCode Run(Terminal terminal, WatchRequest request)
    {
        if (request.Gif is { } gif && Target(gif) is { } problem)
        {
            return terminal.Fail(problem);
        }

        var paths = new RunPaths(Path.GetFullPath(request.Folder));
        return RunReading
            .Plan(paths, terminal)
            .Match(
                run =>
                {
                    var policies = new RunPolicies(run.Plan, paths);
                    return Stage(policies, request.Stage ?? Default(policies))
                        .Then(stage => Record(run, policies, stage, request.Episode))
                        .Then(rollout =>
                            Show(terminal, request, rollout, SketchCatalog.Find(run.Plan.Environment.Module))
                        )
                        .Match(code => code, error => terminal.Fail(error));
                },
                errors => terminal.Fail(errors)
            );
    }

    private static Result<Rollout, Error> Record(BoundRun run, RunPolicies policies, string stage, long episode) =>
        run.Plan.Environment.Outside is null
            ? RunRollouts.Record(policies, stage, stage, episode)
            : ExternalMeeting.With(
                run,
                environment =>
                    RunRollouts.Record(
                        policies with
                        {
                            Plan = run.Plan with { Environment = environment.WithStepSeconds(OutsideStepSeconds) },
                        },
                        stage,
                        stage,
                        episode
                    )
            );

    private static Error? Target(string gif) =>
        gif.EndsWith(GifEnding, StringComparison.OrdinalIgnoreCase)
            ? NewFile.Check(gif).Match<Error?>(_ => null, error => error)
            : new(gif, "another ending", $"a file that ends in {GifEnding}", "Rename it.");

    private static string Default(RunPolicies policies) => policies.Names is [var only] ? only : RunStages.Expert;

    /// <summary>A name there is a policy for: that of a stage, or of the last one of an algorithm.</summary>
    private static Result<string, Error> Stage(RunPolicies policies, string wanted)
    {
        var names = policies.Names;
        var ofAlgorithm = names
            .Where(name =>
                wanted is "bc" or "dagger"
                && name.StartsWith(wanted + "-", StringComparison.Ordinal)
                && !name.EndsWith(LastRoundEnding, StringComparison.Ordinal)
            )
            .OrderBy(LastNumber)
            .ToImmutableArray();
        var found = names.Contains(wanted) ? wanted : ofAlgorithm.LastOrDefault();
        return found is not null
            ? Result.Success<string, Error>(found)
            : Result.Failure<string, Error>(
                new(
                    policies.Paths.Folder,
                    $"no policy '{wanted}'",
                    names.IsEmpty ? "a run directory with policies" : $"one of {string.Join(", ", names)}",
                    NearestName.TryFind(wanted, names, out var nearest)
                        ? $"Did you mean {nearest}?"
                        : "Choose one of them; a run has policies once it ended or was stopped."
                )
            );
    }

    /// <summary>Labels or episodes at the end of a name, by which stages of an algorithm follow each other.</summary>
    private static (int Episodes, int Number) LastNumber(string name) =>
        (
            name.StartsWith("bc-full-", StringComparison.Ordinal) ? 1 : 0,
            int.TryParse(name.Split('-')[^1], out var number) ? number : 0
        );

    private static Result<ExitCode, Error> Show(
        Terminal terminal,
        WatchRequest request,
        Rollout rollout,
        IEnvironmentSketch? sketch
    )
    {
        if (request.Gif is { } file)
        {
            return Write(terminal, file, request.Speed, rollout, sketch);
        }

        if (terminal.IsOutInteractive)
        {
            EpisodePlayer.Play(terminal, rollout, sketch, request.Speed);
        }
        else
        {
            for (var frame = 0; frame < rollout.FrameCount; frame++)
            {
                terminal.Out.Write(RolloutText.Line(rollout, frame) + "\n");
            }
        }

        terminal.Out.Write(RolloutText.Outcome(rollout) + "\n");
        terminal.Out.Flush();
        return Result.Success<ExitCode, Error>(ExitCode.Success);
    }

    private static Result<ExitCode, Error> Write(
        Terminal terminal,
        string file,
        double speed,
        Rollout rollout,
        IEnvironmentSketch? sketch
    ) =>
        sketch is null
            ? Result.Failure<ExitCode, Error>(
                new("--gif", "an environment without a sketch", "one that can be drawn", "Leave --gif out for lines.")
            )
            : AtomicFile
                .WriteBytes(file, RolloutGif.Encode(rollout, sketch, speed))
                .Map(path =>
                {
                    terminal.Out.Write($"{RolloutText.Outcome(rollout)}\n{path}\n");
                    terminal.Out.Flush();
                    return ExitCode.Success;
                });
}
