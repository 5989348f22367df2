using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;
using ActorIL.Hocon;

namespace ActorIL.Experiments;

/// <summary>
/// Where a run's configuration comes from, what is overridden first: the reference, a file, one of its
/// variants, what was typed.
/// </summary>
/// <param name="File">The user's file; null for the reference alone.</param>
/// <param name="Overrides">In the order typed; a later one wins.</param>
/// <param name="Read">Reads the file and its includes.</param>
/// <param name="Environment">
/// The value of an environment variable, or null; asked for undefined substitutions only.
/// </param>
public sealed record ConfigurationLayers(
    string? File,
    ImmutableArray<ConfigurationOverride> Overrides,
    Func<string, IncludeOutcome> Read,
    Func<string, string?> Environment
)
{
    /// <summary>A section of <c>variants</c> that goes on top of the file; null for none.</summary>
    public string? Variant { get; init; }

    /// <summary>
    /// Asks the program of an environment what it serves, where the configuration does not say so yet; null where no
    /// program is started.
    /// </summary>
    public Func<ExternalSettings, Result<ExternalIdentity, Error>>? Meet { get; init; }
}
