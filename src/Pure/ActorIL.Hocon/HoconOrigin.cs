using System.Collections.Immutable;
using System.Globalization;

namespace ActorIL.Hocon;

/// <summary>Where a value was written, so that every later layer can say where a setting came from.</summary>
/// <param name="Source">The file as it was named, an override as it was typed, or the environment variable.</param>
/// <param name="Line">Line, from 1; 0 where lines mean nothing (environment variables).</param>
/// <param name="Column">Column in UTF-16 code units, from 1; 0 where columns mean nothing.</param>
public sealed record HoconOrigin(string Source, int Line, int Column)
{
    /// <summary>The environment variables whose text is part of this value, in order of use; mostly empty.</summary>
    public ImmutableArray<string> EnvironmentNames { get; init; } = [];

    public static HoconOrigin OfEnvironment(string name) =>
        new($"environment variable {name}", Line: 0, Column: 0) { EnvironmentNames = [name] };

    public override string ToString() =>
        Line == 0 ? Source : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}:{Column}");
}
