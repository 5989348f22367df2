using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Writes an excerpt of a trace.</summary>
internal static class FilterSession
{
    public static ExitCode Run(Terminal terminal, string file, string target, FilterRequest request, bool isJson) =>
        OpenedTrace.Read(
            terminal,
            file,
            trace =>
                DeliveryFilter
                    .Of(trace, request)
                    .Then(filter =>
                        TraceExcerptWriter
                            .Write(trace, target, request.Text, () => Keeping(filter))
                            .Map(report => Write(terminal, trace, request, filter, report, isJson))
                    )
        );

    /// <summary>The filter over entries, boundaries and events among them.</summary>
    private static Func<TraceEntry, bool> Keeping(DeliveryFilter filter)
    {
        var ordinal = 1L;
        return entry =>
            entry.Match(
                delivered =>
                {
                    ordinal = delivered.Record.Ordinal;
                    return filter.Takes(delivered);
                },
                digested => filter.IsWithin(digested.Record.Ordinal),
                happened => filter.TakesEvent(happened.Record.Path, ordinal),
                _ => false,
                ended => filter.IsWithin(ended.Record.Deliveries)
            );
    }

    private static ExitCode Write(
        Terminal terminal,
        TraceReader trace,
        FilterRequest request,
        DeliveryFilter filter,
        ExcerptReport report,
        bool isJson
    )
    {
        if (isJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteString("path", report.Path);
                writer.WriteNumber("deliveries", report.DeliveryCount);
                writer.WriteNumber("read", report.ReadCount);
                writer.WriteNumber("bytes", report.ByteCount);
                writer.WriteString("source", trace.Path);
                writer.WriteString("filter", request.Text);
                writer.WriteString("problem", report.Problem?.Found);
            });
            return ExitCode.Success;
        }

        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Path}: {report.DeliveryCount} of {report.ReadCount} deliveries, {report.ByteCount} bytes\n"
            )
        );
        terminal.Out.Flush();
        TraceWarnings.Write(terminal, report.Problem, trace.Manifest.Level, filter);
        return ExitCode.Success;
    }
}
