using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Datasets;

/// <summary>How a data set was made of others.</summary>
/// <param name="Verb">What was done: merge, split, import.</param>
/// <param name="From">Content hashes of what it was made of.</param>
/// <param name="Detail">The choices made, for people.</param>
public sealed record DatasetDerivation(string Verb, EquatableArray<string> From, string Detail);
