using System.Collections.Immutable;

namespace ActorIL.Reports.Rollouts;

/// <summary>A shape that moves.</summary>
/// <param name="Id">Its element.</param>
/// <param name="IsDisk">Whether it is placed by its middle rather than by points.</param>
/// <param name="Places">Where it is in each frame.</param>
internal sealed record SceneShape(string Id, bool IsDisk, ImmutableArray<string> Places);
