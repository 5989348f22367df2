using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Stepping;

/// <summary>One running episode as data.</summary>
/// <param name="State">The environment state's canonical bytes.</param>
/// <param name="EpisodeIndex">Counted within the environment, from 0.</param>
/// <param name="StepCount">Steps taken in the episode.</param>
/// <param name="Return">Sum of its rewards so far.</param>
public readonly record struct SlotSnapshot(ImmutableArray<byte> State, long EpisodeIndex, int StepCount, double Return)
    : IFields<SlotSnapshot>
{
    public static TypeName Name => new("environment-slot", 1);

    public static SlotSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, SlotSnapshot value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (state, episodeIndex, stepCount, total) = value;
        visitor.Field(1, "state", ref state);
        visitor.Field(2, "episode_index", ref episodeIndex);
        visitor.Field(3, "step_count", ref stepCount);
        visitor.Field(4, "return", ref total);
        return TVisitor.Rebuilds ? new(state, episodeIndex, stepCount, total) : value;
    }
}
