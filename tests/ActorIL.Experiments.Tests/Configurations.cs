using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Hocon;
using ActorIL.Hosting;
using ActorIL.Plugins;

namespace ActorIL.Experiments.Tests;

/// <summary>Binds texts as if they were files.</summary>
internal static class Configurations
{
    public const string File = "user.conf";

    /// <summary>What comes with the program, and stages.</summary>
    public static Catalog Catalog { get; } =
        Catalog.Of(new ShippedPlugin(), new HostingPlugin(), new StagePlugin()).Require();

    public static Result<BoundRun, ImmutableArray<Error>> Bind(string text, params ReadOnlySpan<string> overrides) =>
        BindFiles(File, [(File, text)], [], overrides);

    public static Result<BoundRun, ImmutableArray<Error>> BindFiles(
        string? file,
        ImmutableArray<(string Path, string Text)> files,
        ImmutableArray<(string Name, string Value)> environment,
        params ReadOnlySpan<string> overrides
    ) =>
        RunConfiguration.Bind(
            new ConfigurationLayers(
                file,
                [.. overrides.ToArray().Select(text => new ConfigurationOverride(text, $"--set {text}"))],
                path =>
                    files
                        .Where(entry => entry.Path == path)
                        .Select<(string, string Text), IncludeOutcome>(entry => new IncludeOutcome.Found(entry.Text))
                        .FirstOrDefault(new IncludeOutcome.Missing()),
                name => environment.Where(entry => entry.Name == name).Select(entry => entry.Value).FirstOrDefault()
            ),
            Catalog
        );

    public static BoundRun Good(string text, params ReadOnlySpan<string> overrides) =>
        Bind(text, overrides).MapError(errors => string.Join('\n', errors)).Require();

    public static ImmutableArray<Error> Errors(string text, params ReadOnlySpan<string> overrides) =>
        Bind(text, overrides).Match(_ => [], errors => errors);

    /// <summary>The shipped file of this name, from the repository's folder.</summary>
    public static string Shipped(string name) => System.IO.File.ReadAllText(RepositoryRoot.Combine("hocon", name));
}
