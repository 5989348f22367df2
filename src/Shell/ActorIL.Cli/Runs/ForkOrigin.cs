using System.Collections.Immutable;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Runs;

/// <summary>What a fork goes on from.</summary>
/// <param name="Before">What its parent computed.</param>
/// <param name="ChangedKeys">The keys that are otherwise from here.</param>
internal sealed record ForkOrigin(RunPlan Before, ImmutableArray<string> ChangedKeys);
