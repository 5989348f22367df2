using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Benchmarks;

/// <summary>Runs benchmarks one after another and writes what they found; nothing where one of them fails.</summary>
internal static class ResultsSession
{
    public static ExitCode Run(Terminal terminal, ResultsRequest request)
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return Probe(request)
                .Then(_ => Measure(terminal, request, folder.FullName))
                .Then(sections => Write(request, sections, folder.FullName))
                .Match(
                    paths =>
                    {
                        terminal.Out.Write(string.Concat(paths.Select(static path => $"{path}\n")));
                        return ExitCode.Success;
                    },
                    error => terminal.Fail(error)
                );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What cannot be written is told before minutes of work, not after them.</summary>
    private static Result<string, Error> Probe(ResultsRequest request) =>
        request
            .Benchmarks.Where(static verb => Has(verb, BenchmarkFlags.FigureName))
            .Select(verb => FigurePath(request, verb.Name))
            .Aggregate(
                AtomicFile.Probe(request.Path),
                static (before, path) => before.Then(_ => AtomicFile.Probe(path))
            );

    private static Result<ImmutableArray<BenchmarkSection>, Error> Measure(
        Terminal terminal,
        ResultsRequest request,
        string folder
    ) =>
        request.Benchmarks.Aggregate(
            Result.Success<ImmutableArray<BenchmarkSection>, Error>([]),
            (before, verb) =>
                before.Then(sections => Section(terminal, request, verb, folder).Map(section => sections.Add(section)))
        );

    private static Result<BenchmarkSection, Error> Section(
        Terminal terminal,
        ResultsRequest request,
        Verb verb,
        string folder
    )
    {
        ImmutableArray<string> command =
        [
            "bench",
            verb.Name,
            .. request.Passed.Where(flag => Has(verb, flag.Name)).SelectMany(static flag => flag.Words),
            Flags.JsonName,
        ];
        var hasFigure = Has(verb, BenchmarkFlags.FigureName);
        var figure = Drawn(folder, verb.Name);
        terminal.Error.Write($"actoril {string.Join(' ', command)}\n");
        return FreshProcesses
            .Read(terminal, hasFigure ? [.. command, BenchmarkFlags.FigureName, figure] : command)
            .Map(text => new BenchmarkSection(
                verb.Name,
                verb.Description ?? "",
                verb.Notes,
                Parse(text),
                hasFigure ? Path.GetFileName(FigurePath(request, verb.Name)) : null
            ));
    }

    private static Result<ImmutableArray<string>, Error> Write(
        ResultsRequest request,
        ImmutableArray<BenchmarkSection> sections,
        string folder
    )
    {
        ImmutableArray<string> words = [CommandTree.ProgramName, "bench", "all", .. request.Typed];
        var page = ResultsPage.Render(string.Join(' ', words.Select(ShellText.Quote)), sections);
        var figures = sections.Where(static section => section.Figure is not null).ToImmutableArray();
        return figures
            .Select(section =>
                (Path: FigurePath(request, section.Name), Text: File.ReadAllText(Drawn(folder, section.Name)))
            )
            .Append((Path: request.Path, Text: page))
            .Aggregate(
                Result.Success<ImmutableArray<string>, Error>([]),
                static (before, file) =>
                    before.Then(paths => AtomicFile.WriteText(file.Path, file.Text).Map(path => paths.Add(path)))
            );
    }

    private static string Drawn(string folder, string benchmark) => Path.Combine(folder, $"{benchmark}.svg");

    private static string FigurePath(ResultsRequest request, string benchmark) =>
        Path.Combine(
            Path.GetDirectoryName(request.Path) ?? "",
            $"{Path.GetFileNameWithoutExtension(request.Path)}-{benchmark}.svg"
        );

    private static bool Has(Verb verb, string flag) => verb.Options.Any(option => option.Name == flag);

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
