using ActorIL.Cli.Inputs;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Policies;

/// <summary>What a saved policy may be for: what was typed, and the plug-ins of the run it lies in.</summary>
internal static class RunCatalog
{
    /// <summary>The catalog, or why a plug-in of the run cannot be had.</summary>
    /// <param name="path">A run directory, or a policy's file in one or elsewhere; null for neither.</param>
    /// <param name="terminal">What was typed.</param>
    public static Result<Catalog, Error> Of(string? path, Terminal terminal) =>
        Configuration(path) is { } configuration
            ? terminal
                .Plugins.For(new(configuration, [], ConfigurationFiles.Read, terminal.Environment), isRecorded: true)
                .MapError(static errors => errors[0])
            : terminal
                .Plugins.For([], isRecorded: true, allowsAmbientCalls: false)
                .MapError(static errors => errors[0]);

    /// <summary>The same, and the run whose environment is in another process.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static Result<PolicyHome, Error> HomeOf(string? path, Terminal terminal) =>
        Of(path, terminal)
            .Map(catalog =>
                Configuration(path) is not { } configuration
                    ? new PolicyHome(catalog)
                    : RunBinding
                        .Understand(
                            new(configuration, [], ConfigurationFiles.Read, terminal.Environment),
                            terminal.Plugins,
                            isRecorded: true
                        )
                        .Match(
                            run => new PolicyHome(catalog)
                            {
                                Outside = run.Plan.Environment.Outside is null ? null : run,
                            },
                            errors => new PolicyHome(catalog) { Problem = errors[0] }
                        )
            );

    private static string? Configuration(string? path)
    {
        var folder =
            path is null ? null
            : Directory.Exists(path) ? path
            : Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)));
        var configuration = folder is null ? null : new RunPaths(Path.GetFullPath(folder)).Config;
        return File.Exists(configuration) ? configuration : null;
    }
}
