using System.Collections.Immutable;
using System.CommandLine;
using ActorIL.Bench.Measuring;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bench external`: environments in another process.</summary>
internal static class BenchExternalVerb
{
    private const int RepetitionCountUsual = 25;

    public static Verb Create(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Flags.Count(
            BenchmarkFlags.RepetitionsName,
            FormattableString.Invariant($"Samples of each piece of work. Default: {RepetitionCountUsual}."),
            1,
            1_000
        );
        var python = new Option<string?>("--python")
        {
            Description = "Which Python. Default: one with NumPy, python3 or the system's.",
            HelpName = "PROGRAM",
        };
        var verb = new Verb(
            "external",
            "Steps a second through a pipe to an environment in Python, and what the pipe costs."
        )
        {
            Notes = BenchmarkNotes.External,
            Examples = ["bench external", "bench external --python /usr/bin/python3 --json"],
            Options = { repetitions, python, json },
        };
        verb.SetAction(parsed =>
        {
            var plan = new MeasuringPlan(
                parsed.GetValue(repetitions) ?? RepetitionCountUsual,
                MeasuringPlan.SampleSecondsDefault
            );
            return (int)
                ExternalPrograms
                    .Run(terminal, parsed.GetValue(python), plan)
                    .Match(
                        report => BenchmarkReportView.Write(terminal, report, parsed.GetValue(json)),
                        error => terminal.Fail(error)
                    );
        });
        return verb;
    }
}
