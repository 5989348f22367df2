using System.Collections.Immutable;
using System.CommandLine;
using ActorIL.Bench.Growth;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bench growth`: what more of everything costs.</summary>
internal static class BenchGrowthVerb
{
    private const int RepetitionCountUsual = 2;

    public static Verb Create(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Flags.Count("--repetitions", "Runs of each short training. Default: 2.", 1, 1_000);
        var full = new Option<bool>(BenchmarkFlags.FullName)
        {
            Description = "Train for 100 million steps where the length of a run grows.",
        };
        var figure = new Option<string?>(BenchmarkFlags.FigureName)
        {
            Description = "Draw the rows too, as an SVG.",
            HelpName = "FILE",
        };
        var set = Flags.Set();
        var verb = new Verb("growth", "Speed and memory as environments, networks, workers and runs grow.")
        {
            Notes = BenchmarkNotes.Growth,
            Examples = ["bench growth", "bench growth --full --figure growth.svg --json"],
            Options = { repetitions, full, figure, set, json },
            Plugins = PluginUse.Given,
        };
        verb.SetAction(parsed =>
        {
            var plan = GrowthPlan.Usual(parsed.GetValue(repetitions) ?? RepetitionCountUsual, parsed.GetValue(full));
            var path = parsed.GetValue(figure);
            return (int)
                Probe(path)
                    .Then(_ => Run(terminal, parsed.GetValue(set) ?? [], plan))
                    .Then(report => Draw(report, path))
                    .Match(
                        report => GrowthBenchmarkView.Write(terminal, report, parsed.GetValue(json)),
                        errors => terminal.Fail(errors)
                    );
        });
        return verb;
    }

    /// <summary>A file that cannot be written is told before the work, not after it.</summary>
    private static Result<string, ImmutableArray<Error>> Probe(string? path) =>
        path is null
            ? Result.Success<string, ImmutableArray<Error>>("")
            : AtomicFile.Probe(path).MapError(static error => ImmutableArray.Create(error));

    private static Result<GrowthReport, ImmutableArray<Error>> Run(
        Terminal terminal,
        IEnumerable<string> typed,
        GrowthPlan plan
    ) =>
        BenchmarkRuns
            .Bind(terminal, BenchmarkRuns.Growing, typed)
            .Then(run =>
                BenchmarkRuns
                    .Training(run)
                    .Then(training =>
                        GrowthBenchmark
                            .Run(run.Plan, training, plan)
                            .MapError(static error => ImmutableArray.Create(error))
                    )
            );

    private static Result<GrowthReport, ImmutableArray<Error>> Draw(GrowthReport report, string? path) =>
        path is null
            ? Result.Success<GrowthReport, ImmutableArray<Error>>(report)
            : AtomicFile
                .WriteText(path, GrowthFigure.Draw(report).Standalone)
                .Map(_ => report)
                .MapError(static error => ImmutableArray.Create(error));
}
