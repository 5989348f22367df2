using Serilog.Core;

namespace ActorIL.Cli.Logging;

/// <summary>A log being written. Its last lines may meet a full disk, which must not hide the run's report.</summary>
/// <param name="logger">Writes the events.</param>
/// <param name="errors">Where to say that the log is incomplete.</param>
internal sealed class OpenLog(Logger logger, TextWriter errors) : IDisposable
{
    public Logger Logger => logger;

    public void Dispose()
    {
        try
        {
            logger.Dispose();
        }
        catch (IOException failure)
        {
            errors.Write($"warning: the log is incomplete: {failure.Message.ReplaceLineEndings(" ")}\n");
        }
    }
}
