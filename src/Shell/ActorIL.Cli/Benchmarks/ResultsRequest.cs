using System.Collections.Immutable;
using ActorIL.Cli.CommandLine;

namespace ActorIL.Cli.Benchmarks;

/// <summary>What `bench all` was asked for.</summary>
/// <param name="Path">The file of results, as it was typed.</param>
/// <param name="Benchmarks">Which, in their order.</param>
/// <param name="Typed">Flags as they were typed, for the file's first lines.</param>
/// <param name="Passed">Flags for the benchmarks that have them, each with its values.</param>
internal sealed record ResultsRequest(
    string Path,
    ImmutableArray<Verb> Benchmarks,
    ImmutableArray<string> Typed,
    ImmutableArray<(string Name, ImmutableArray<string> Words)> Passed
);
