using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Opens traces that are to be computed again.</summary>
internal static class WholeTrace
{
    /// <summary>Opens a trace; an excerpt is refused, since much of what its run would give is not in it.</summary>
    public static Result<TraceReader, Error> Open(string path) =>
        TraceReader
            .Open(path)
            .Then(trace =>
                TraceExcerpt
                    .Of(path)
                    .Then(excerpt =>
                        excerpt is null
                            ? Result.Success<TraceReader, Error>(trace)
                            : Result.Failure<TraceReader, Error>(
                                new(
                                    path,
                                    $"an excerpt: {excerpt.Filter}",
                                    "a whole trace, which can be computed again",
                                    $"Use the trace it was taken from, {excerpt.Source}; `trace ls`,"
                                        + " `trace show --recorded` and `trace export` look at excerpts."
                                )
                            )
                    )
                    .MapError(error =>
                    {
                        trace.Dispose();
                        return error;
                    })
            );
}
