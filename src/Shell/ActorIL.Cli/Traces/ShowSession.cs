using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Shows one delivery.</summary>
internal static class ShowSession
{
    // Computing as many deliveries again is not noticed.
    private const long UnnoticedCount = 1_000;

    public static ExitCode Run(Terminal terminal, ShowRequest request) =>
        request.IsRecordedOnly
            ? OpenedTrace.Read(
                terminal,
                request.File,
                trace => Find(trace, request).Map(shown => Write(terminal, request, shown))
            )
            : ReplayedRun
                .Open(request.File, terminal.Plugins)
                .Match(
                    run =>
                    {
                        using (run)
                        {
                            return Find(run.Trace, request)
                                .Then(shown => Compute(terminal, run, shown))
                                .Match(shown => Write(terminal, request, shown), error => terminal.Fail(error));
                        }
                    },
                    errors => terminal.Fail(errors)
                );

    private static Result<ShownDelivery, Error> Find(TraceReader trace, ShowRequest request)
    {
        var search = new DeliverySearch(trace);
        return TracePosition
            .Parse("KEY", request.Position)
            .Then(position => PositionSearch.Find(trace, position))
            .Then(stretch => search.Find(stretch.First))
            .Map(delivered =>
            {
                var paths = search.Paths;
                return new ShownDelivery
                {
                    Delivered = delivered,
                    Level = trace.Manifest.Level,
                    Causes = search.CausesOf(delivered),
                    Paths = paths,
                    Step = null,
                };
            });
    }

    private static Result<ShownDelivery, Error> Compute(Terminal terminal, ReplayedRun run, ShownDelivery shown)
    {
        var ordinal = shown.Record.Ordinal;
        if (ordinal > UnnoticedCount)
        {
            terminal.Error.Write(
                string.Create(CultureInfo.InvariantCulture, $"computing the run again up to delivery {ordinal} ...\n")
            );
            terminal.Error.Flush();
        }

        return DivergenceAnalysis.Look(run, shown.Record.Key, ordinal) is { } step
            ? Result.Success<ShownDelivery, Error>(shown with { Step = step })
            : Result.Failure<ShownDelivery, Error>(
                new(
                    run.Trace.Path,
                    $"a run that does not come to the delivery {shown.Record.Key} when it is computed again",
                    "a trace of this program",
                    "`actoril trace verify` says where they part; --recorded shows what the trace holds."
                )
            );
    }

    private static ExitCode Write(Terminal terminal, ShowRequest request, ShownDelivery shown)
    {
        if (request.IsJson)
        {
            terminal.WriteJson(writer => ShowJson.Write(writer, shown));
        }
        else
        {
            terminal.Out.Write(ShowText.Render(shown, request.IsFull));
            terminal.Out.Flush();
        }

        return ExitCode.Success;
    }
}
