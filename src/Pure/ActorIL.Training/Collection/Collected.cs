using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Training.Collection;

/// <summary>One rollout of all blocks.</summary>
/// <param name="Rollout">T steps of all N environments, in order of environment.</param>
/// <param name="Returns">Returns of the episodes that ended.</param>
/// <param name="ExpertStepCount">Steps that the expert drove.</param>
/// <param name="Labelled">1 where the expert is to be asked for a label, shape [T × N]; empty for everywhere.</param>
public sealed record Collected(
    Rollout Rollout,
    ImmutableArray<double> Returns,
    long ExpertStepCount,
    ImmutableArray<byte> Labelled
) : IFields<Collected>
{
    /// <summary>
    /// The key that the episodes' keys are folded from, for whoever goes through them again; 0 where nobody will.
    /// </summary>
    public RngKey EpisodesKey { get; init; }

    /// <summary>Index of the first episode under that key.</summary>
    public long FirstEpisode { get; init; }

    public static TypeName Name => new("collected", 1);

    public static Collected Fields<TVisitor>(scoped ref TVisitor visitor, Collected? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var rollout = value?.Rollout;
        var returns = value?.Returns ?? [];
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Record(1, "rollout", ref rollout);
        visitor.Field(2, "returns", ref returns);
        visitor.Field(3, "expert_step_count", ref expertStepCount);
        var labelled = value?.Labelled ?? [];
        visitor.Field(4, "labelled", ref labelled);
        var episodesKey = value?.EpisodesKey.Value ?? 0UL;
        var firstEpisode = value?.FirstEpisode ?? 0L;
        visitor.Field(5, "episodes_key", ref episodesKey);
        visitor.Field(6, "first_episode", ref firstEpisode);
        return TVisitor.Rebuilds
            ? new(rollout!, returns, expertStepCount, labelled)
            {
                EpisodesKey = new(episodesKey),
                FirstEpisode = firstEpisode,
            }
            : value!;
    }
}
