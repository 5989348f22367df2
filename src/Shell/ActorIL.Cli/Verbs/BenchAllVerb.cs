using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bench all`: every benchmark, into one file.</summary>
internal static class BenchAllVerb
{
    private const string OnlyName = "--only";

    private const string Notes = """
        Each benchmark runs in a process of its own, one after another; a few minutes in all, on an otherwise quiet
        machine. The file says which machine, and the command that wrote it. A figure goes beside it: FILE.md has
        FILE-growth.svg. Nothing is written where a benchmark fails.

        """;

    /// <param name="terminal">Where to.</param>
    /// <param name="benchmarks">All there are, in the order of the file.</param>
    public static Verb Create(Terminal terminal, ImmutableArray<Verb> benchmarks)
    {
        var path = new Option<string>(Flags.OutName)
        {
            Description = "The file of results, in Markdown; replaced where there is one.",
            HelpName = "FILE",
            Required = true,
        };
        var only = Only(benchmarks);
        var repetitions = Flags.Count(
            BenchmarkFlags.RepetitionsName,
            "Repetitions of every benchmark. Default: its own.",
            1,
            1_000
        );
        var full = new Option<bool>(BenchmarkFlags.FullName)
        {
            Description = "Pass --full on to the benchmarks that have it.",
        };
        var verb = new Verb("all", "Runs every benchmark and writes a file of results.")
        {
            Notes = Notes,
            Examples =
            [
                "bench all --out results.md",
                "bench all --out results.md --full",
                "bench all --out kernels.md --only gemm,convolution,update",
            ],
            Options = { path, only, repetitions, full },
        };
        verb.SetAction(parsed =>
        {
            // An option of many values that is not typed has none.
            var names = parsed.GetValue(only) is { Length: > 0 } typed ? typed : null;
            var count = parsed.GetValue(repetitions)?.ToString(CultureInfo.InvariantCulture);
            ImmutableArray<(string Name, ImmutableArray<string> Words)> passed =
            [
                .. Passed(BenchmarkFlags.RepetitionsName, count is not null, count),
                .. Passed(BenchmarkFlags.FullName, parsed.GetValue(full), null),
            ];
            var file = parsed.GetRequiredValue(path);
            return (int)
                ResultsSession.Run(
                    terminal,
                    new(
                        file,
                        names is null ? benchmarks : [.. benchmarks.Where(each => names.Contains(each.Name))],
                        [
                            Flags.OutName,
                            file,
                            .. names is null ? [] : new[] { OnlyName, string.Join(',', names) },
                            .. passed.SelectMany(static flag => flag.Words),
                        ],
                        passed
                    )
                );
        });
        return verb;
    }

    private static Option<string[]?> Only(ImmutableArray<Verb> benchmarks) =>
        new(OnlyName)
        {
            Description = "Some benchmarks only, with commas between their names.",
            HelpName = "NAMES",
            CustomParser = result =>
            {
                var known = benchmarks.Select(static benchmark => benchmark.Name).ToImmutableArray();
                var names = (result.Tokens.Count > 0 ? result.Tokens[^1].Value : "").Split(',');
                if (names.FirstOrDefault(name => !known.Contains(name)) is not { } unknown)
                {
                    return names;
                }

                result.AddError(UsageErrors.Encode(Unknown(unknown, known)));
                return null;
            },
        };

    private static Error Unknown(string name, ImmutableArray<string> known) =>
        new(
            OnlyName,
            $"\"{name}\"",
            $"some of {string.Join(", ", known)}, with commas between them",
            NearestName.TryFind(name, known, out var nearest) ? $"Did you mean {nearest}?" : "Correct the value."
        );

    private static ImmutableArray<(string Name, ImmutableArray<string> Words)> Passed(
        string name,
        bool isTyped,
        string? value
    ) => isTyped ? [(name, value is null ? [name] : [name, value])] : [];
}
