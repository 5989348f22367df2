using System.Collections.Immutable;
using ActorIL.Reports.Content;

namespace ActorIL.Cli.Sweeps;

/// <summary>Labels to a target.</summary>
/// <param name="Target">What is to be reached.</param>
/// <param name="Students">Who reached it, and when.</param>
internal sealed record SweepReach(LabelTarget Target, ImmutableArray<LabelReach> Students);
