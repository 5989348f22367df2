using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Reporting;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Sweeps;

/// <summary>The same experiment, or each of its variants, under several seeds, and what they have in common.</summary>
internal static class SweepSession
{
    private const string RunsFolder = "runs";

    public static ExitCode Run(Terminal terminal, SweepRequest request)
    {
        var folder = Path.GetFullPath(request.Out ?? NextFolder(request.File));
        if (File.Exists(new RunPaths(folder).Config))
        {
            return terminal.Fail(
                new Error(folder, "a run directory", "a folder of its own", "Choose another one with --out.")
            );
        }

        var beside = request.Beside is { } other
            ? ReachReading.Read(other)
            : Result.Success<ImmutableArray<ReachFacts>, Error>([]);
        if (beside.Match<Error?>(_ => null, error => error) is { } unread)
        {
            return terminal.Fail(unread);
        }

        var arms = Arms(terminal, request);
        var mistakes = arms.Match(_ => [], errors => errors);
        if (!mistakes.IsEmpty)
        {
            return terminal.Fail(mistakes);
        }

        var runs = ImmutableArray.CreateBuilder<RunFacts>();
        foreach (var arm in arms.Require())
        {
            var paths = new RunPaths(Path.Combine(folder, arm.Folder));
            var code = One(terminal, request, arm, paths);
            if (code != ExitCode.Success)
            {
                return code;
            }

            var facts = Facts(paths, terminal);
            var problems = facts.Match(_ => [], errors => errors);
            if (!problems.IsEmpty)
            {
                return terminal.Fail(problems);
            }

            runs.Add(VariantNames.Of(facts.Require(), arm.Variant ?? ""));
        }

        return Report(
            terminal,
            request,
            folder,
            new(runs[0].EnvironmentId, runs[0].Configuration, runs.ToImmutable(), request.Targets)
            {
                Beside = beside.Require(),
            }
        );
    }

    /// <summary>
    /// All runs, variant by variant; every variant is bound first, so that a mistake in the last one costs no run.
    /// </summary>
    private static Result<ImmutableArray<SweepArm>, ImmutableArray<Error>> Arms(
        Terminal terminal,
        SweepRequest request
    ) =>
        RunConfiguration
            .VariantNames(Run(request, new(Variant: null, request.Seeds[0]), "").Layers(terminal))
            .Map(names => names.IsEmpty ? [null] : names.Select(static string? (name) => name).ToImmutableArray())
            .Then(variants =>
                variants
                    .Select(variant => Hash(terminal, Run(request, new(variant, request.Seeds[0]), "")))
                    .Aggregate(
                        Result.Success<string, ImmutableArray<Error>>(""),
                        static (all, one) => all.Then(_ => one)
                    )
                    .Map(_ =>
                        variants
                            .SelectMany(variant => request.Seeds.Select(seed => new SweepArm(variant, seed)))
                            .ToImmutableArray()
                    )
            );

    private static RunRequest Run(SweepRequest request, SweepArm arm, string folder) =>
        new(request.File, arm.Seed, request.Workers, Host: null, request.Settings, folder, IsJson: true)
        {
            Variant = arm.Variant,
        };

    private static Result<RunFacts, ImmutableArray<Error>> Facts(RunPaths paths, Terminal terminal) =>
        RunReading
            .Plan(paths, terminal)
            .Then(run => RunReading.Facts(paths, run).MapError(static error => ImmutableArray.Create(error)))
            .Then(facts =>
                facts.Summary is null
                    ? Result.Failure<RunFacts, ImmutableArray<Error>>([Damaged(paths)])
                    : Result.Success<RunFacts, ImmutableArray<Error>>(facts)
            );

    private static Error Damaged(RunPaths paths) =>
        new(paths.Summary, "no summary of a run", "the stages of a run", "Delete the run directory and sweep again.");

    private static ExitCode Report(Terminal terminal, SweepRequest request, string folder, SweepFacts facts)
    {
        var json = SweepView.Json(folder, facts);
        var problem = SweepFiles.Write(folder, facts, json).Match<Error?>(_ => null, error => error);
        if (request.IsJson)
        {
            terminal.WriteJson(json);
        }
        else
        {
            terminal.Out.Write(SweepView.Text(folder, facts));
            terminal.Out.Flush();
        }

        return problem is null ? ExitCode.Success : terminal.Fail(problem);
    }

    /// <summary>One run; one that was begun before goes on, and one that was finished is left as it is.</summary>
    private static ExitCode One(Terminal terminal, SweepRequest request, SweepArm arm, RunPaths paths)
    {
        terminal.Error.Write(arm.Name + "\n");
        var run = Run(request, arm, paths.Folder);
        var quiet = terminal with { Out = TextWriter.Null, IsOutInteractive = false };
        if (!File.Exists(paths.Config))
        {
            return RunSession.Run(quiet, run);
        }

        return Hash(terminal, run)
            .Then(hash => SameConfiguration(paths, hash))
            .Match(
                _ => ResumeSession.Run(quiet, new(paths.Folder, request.Workers, Host: null, IsJson: true)),
                errors => terminal.Fail(errors)
            );
    }

    private static Result<string, ImmutableArray<Error>> Hash(Terminal terminal, RunRequest run) =>
        RunBinding
            .Bind(run.Layers(terminal), terminal.Plugins, InputShelf.None)
            .Map(static bound => bound.Configuration.SemanticHash);

    private static Result<string, ImmutableArray<Error>> SameConfiguration(RunPaths paths, string hash) =>
        TextFile
            .Read(paths.Config)
            .MapError(static error => ImmutableArray.Create(error))
            .Then(text =>
                text.Contains($": {hash}\n", StringComparison.Ordinal)
                    ? Result.Success<string, ImmutableArray<Error>>(hash)
                    : Result.Failure<string, ImmutableArray<Error>>([
                        new(
                            paths.Folder,
                            "a run of another configuration",
                            $"none, or one of hash {hash}",
                            $"Sweep into another folder with {Flags.OutName}, or delete this one."
                        ),
                    ])
            );

    private static string NextFolder(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var number = 1;
        string Folder() =>
            Path.Combine(RunsFolder, string.Create(CultureInfo.InvariantCulture, $"{name}-sweep-{number}"));
        while (Directory.Exists(Folder()))
        {
            number++;
        }

        return Folder();
    }
}
