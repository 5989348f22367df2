using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Opens a trace for one reading and closes it.</summary>
internal static class OpenedTrace
{
    /// <summary>What comes of reading a trace; what goes wrong is written as an error.</summary>
    public static ExitCode Read(Terminal terminal, string file, Func<TraceReader, Result<ExitCode, Error>> read) =>
        TraceReader
            .Open(file)
            .Then(trace =>
            {
                using (trace)
                {
                    return read(trace);
                }
            })
            .Match(code => code, error => terminal.Fail(error));
}
