using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Writes deliveries of a trace for other programs.</summary>
internal static class ExportSession
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ExitCode Run(Terminal terminal, ExportRequest request) =>
        Problem(request) is { } problem
            ? Usage(terminal, problem)
            : OpenedTrace.Read(
                terminal,
                request.File,
                trace =>
                    DeliveryFilter
                        .Of(trace, request.Filter)
                        .Then(filter =>
                            request.Format == ExportRequest.Npz
                                ? Arrays(terminal, trace, request, filter)
                                : Lines(terminal, trace, request, filter)
                        )
            );

    private static Error? Problem(ExportRequest request) =>
        (request.Format, request.What, request.Target) switch
        {
            (ExportRequest.Npz, null, _) => new(
                "--format npz",
                "no --what",
                $"--what {string.Join(" or ", DatasetKinds.Names)}",
                "Say which data set is wanted."
            ),
            (ExportRequest.Npz, _, null) => new(
                "--format npz",
                "no --out",
                "--out FILE",
                "Name a file: it is not text."
            ),
            (not ExportRequest.Npz, not null, _) => new(
                "--what",
                $"\"{request.What}\" with --format {request.Format}",
                "--format npz",
                "Leave --what out, or export npz; --message chooses messages."
            ),
            (_, _, null) when request.IsJson => new(
                "--json",
                "no --out",
                "--out FILE",
                "Name a file for the data, so that the output has the report alone."
            ),
            _ => null,
        };

    private static ExitCode Usage(Terminal terminal, Error problem)
    {
        _ = terminal.Fail(problem);
        return ExitCode.Usage;
    }

    private static Result<ExitCode, Error> Lines(
        Terminal terminal,
        TraceReader trace,
        ExportRequest request,
        DeliveryFilter filter
    )
    {
        var scan = new TraceScan(trace);
        var taken = scan.Deliveries()
            .TakeWhile(delivered => delivered.Record.Ordinal <= filter.Last)
            .Where(filter.Takes);
        return Writing(trace, request, filter, taken)
            .Then(write =>
                ToTarget(terminal, request, write)
                    .Map(count =>
                    {
                        Report(terminal, request, count, scan.Problem);
                        TraceWarnings.Write(terminal, scan.Problem, trace.Manifest.Level, filter);
                        return ExitCode.Success;
                    })
            );
    }

    private static Result<Func<TextWriter, long>, Error> Writing(
        TraceReader trace,
        ExportRequest request,
        DeliveryFilter filter,
        IEnumerable<TraceEntry.Delivered> taken
    ) =>
        request.Format == ExportRequest.Csv
            ? CsvExport
                .Single(trace, filter.Anew())
                .Map<Func<TextWriter, long>>(first => output => CsvExport.Write(output, first, taken))
            : Result.Success<Func<TextWriter, long>, Error>(output => NdjsonExport.Write(output, taken));

    private static Result<long, Error> ToTarget(Terminal terminal, ExportRequest request, Func<TextWriter, long> write)
    {
        if (request.Target is not { } target)
        {
            var written = write(terminal.Out);
            terminal.Out.Flush();
            return Result.Success<long, Error>(written);
        }

        var count = 0L;
        return NewFile
            .Check(target)
            .Then(path =>
                AtomicFile.Write(
                    path,
                    stream =>
                    {
                        using var output = new StreamWriter(stream, Utf8, leaveOpen: true);
                        count = write(output);
                    }
                )
            )
            .Map(_ => count);
    }

    private static void Report(Terminal terminal, ExportRequest request, long count, Error? problem)
    {
        if (request.Target is not { } target)
        {
            return;
        }

        var length = new FileInfo(target).Length;
        if (request.IsJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteString("path", target);
                writer.WriteString("format", request.Format);
                writer.WriteNull("what");
                writer.WriteNumber("deliveries", count);
                writer.WriteNumber("bytes", length);
                writer.WriteString("sha256", HashOf(target));
                writer.WriteNull("arrays");
                writer.WriteString("problem", problem?.Found);
            });
            return;
        }

        terminal.Out.Write(
            string.Create(CultureInfo.InvariantCulture, $"{target}: {count} deliveries, {length} bytes\n")
        );
        terminal.Out.Flush();
    }

    private static Result<ExitCode, Error> Arrays(
        Terminal terminal,
        TraceReader trace,
        ExportRequest request,
        DeliveryFilter filter
    )
    {
        var target = request.Target ?? "";
        var card = DatasetCard.PathOf(target);
        return NewFile
            .Check(target)
            .Then(_ => NewFile.Check(card))
            .Then(_ => TraceSurveying.Of(trace.Path))
            .Then(survey =>
                Dataset
                    .Of(trace, DatasetKinds.Of(request.What ?? ""), filter)
                    .Then(dataset =>
                        AtomicFile
                            .Write(target, stream => NpzFile.Write(stream, dataset.Arrays))
                            .Then(_ =>
                                AtomicFile.WriteText(
                                    card,
                                    DatasetCard.Render(
                                        trace,
                                        survey,
                                        dataset,
                                        request.Filter.Text,
                                        HashOf(target),
                                        ReplayPlugins
                                            .Load(trace, terminal.Plugins, [])
                                            .Match(catalog => catalog, _ => terminal.Catalog)
                                    )
                                )
                            )
                            .Map(_ =>
                            {
                                Report(terminal, request, dataset, survey);
                                TraceWarnings.Write(terminal, survey.Problem, trace.Manifest.Level, filter);
                                return ExitCode.Success;
                            })
                    )
            );
    }

    private static void Report(Terminal terminal, ExportRequest request, Dataset dataset, TraceSurvey survey)
    {
        var target = request.Target ?? "";
        if (request.IsJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteString("path", target);
                writer.WriteString("format", request.Format);
                writer.WriteString("what", request.What);
                writer.WriteNumber("parts", dataset.PartCount);
                writer.WriteNumber("bytes", new FileInfo(target).Length);
                writer.WriteString("sha256", HashOf(target));
                DatasetCard.WriteArrays(writer, dataset);
                writer.WriteString("problem", survey.Problem?.Found);
            });
            return;
        }

        var (parts, card) = (DatasetKinds.PartsOf(dataset.Kind), DatasetCard.PathOf(target));
        terminal.Out.Write(
            string.Create(CultureInfo.InvariantCulture, $"{target}: {dataset.PartCount} {parts}, described in {card}\n")
        );
        foreach (var array in dataset.Arrays)
        {
            terminal.Out.Write($"  {array.Name, -18} {Npy.NameOf(array.Type)} [{string.Join(", ", array.Shape)}]\n");
        }

        terminal.Out.Flush();
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
