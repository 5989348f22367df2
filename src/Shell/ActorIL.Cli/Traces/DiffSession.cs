using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Cli.Traces;

/// <summary>Holds two traces against each other.</summary>
internal static class DiffSession
{
    public static ExitCode Run(Terminal terminal, DiffRequest request) =>
        Compare(request)
            .Match(
                report =>
                {
                    if (request.IsJson)
                    {
                        terminal.WriteJson(writer => DiffJson.Write(writer, report));
                    }
                    else
                    {
                        terminal.Out.Write(DiffText.Render(report));
                        terminal.Out.Flush();
                    }

                    return report.Found.IsSame ? ExitCode.Success : ExitCode.Diverged;
                },
                error => terminal.Fail(error)
            );

    private static Result<DiffReport, Error> Compare(DiffRequest request) =>
        Using(request.One, one => Using(request.Other, other => Compare(request, one, other)));

    private static Result<DiffReport, Error> Compare(DiffRequest request, TraceReader one, TraceReader other) =>
        ManifestDifferences
            .OfConfigurations(one, other)
            .Then(configuration =>
                TraceDiff
                    .Run(one, other, new DifferenceView(request.Tolerance))
                    .Map(found => new DiffReport(
                        request,
                        configuration,
                        ManifestDifferences.OfManifests(one.Manifest, other.Manifest),
                        found
                    ))
            );

    private static Result<DiffReport, Error> Using(string path, Func<TraceReader, Result<DiffReport, Error>> use) =>
        TraceReader
            .Open(path)
            .Then(trace =>
            {
                using (trace)
                {
                    return use(trace);
                }
            });
}
