using ActorIL.Hocon;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Runs;

/// <summary>Reads configuration files from the disk for the pure reader.</summary>
internal static class ConfigurationFiles
{
    public static IncludeOutcome Read(string path) =>
        !Path.Exists(path)
            ? new IncludeOutcome.Missing()
            : TextFile.Read(path).Match<IncludeOutcome>(
                text => new IncludeOutcome.Found(text),
                error => new IncludeOutcome.Unreadable(error.Found));
}
