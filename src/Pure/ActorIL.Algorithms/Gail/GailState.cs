using ActorIL.Core.Fields;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Gail;

/// <summary>All that the discriminator carries from one rollout to the next.</summary>
/// <param name="Parameters">Flat, the network's.</param>
/// <param name="FirstMoments">Adam's first moments, the parameters' shape.</param>
/// <param name="SecondMoments">Adam's second moments, the parameters' shape.</param>
/// <param name="GradientStepCount">Gradient steps taken.</param>
/// <param name="UpdateCount">Rollouts learnt from.</param>
/// <param name="Statistics">Moments of all inputs seen, the expert's and the generator's.</param>
public sealed record GailState(
    ParameterBlock Parameters,
    ParameterBlock FirstMoments,
    ParameterBlock SecondMoments,
    long GradientStepCount,
    int UpdateCount,
    RunningMoments Statistics
) : IFields<GailState>
{
    public static TypeName Name => new("gail-state", 1);

    public static GailState Fields<TVisitor>(scoped ref TVisitor visitor, GailState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var parameters = value?.Parameters;
        var firstMoments = value?.FirstMoments;
        var secondMoments = value?.SecondMoments;
        var gradientStepCount = value?.GradientStepCount ?? 0;
        var updateCount = value?.UpdateCount ?? 0;
        var statistics = value?.Statistics;
        visitor.Block(1, "parameters", ref parameters);
        visitor.Block(2, "first_moments", ref firstMoments);
        visitor.Block(3, "second_moments", ref secondMoments);
        visitor.Field(4, "gradient_step_count", ref gradientStepCount);
        visitor.Field(5, "update_count", ref updateCount);
        visitor.Record(6, "statistics", ref statistics);
        return TVisitor.Rebuilds
            ? new(
                parameters ?? ParameterBlock.Empty,
                firstMoments ?? ParameterBlock.Empty,
                secondMoments ?? ParameterBlock.Empty,
                gradientStepCount,
                updateCount,
                statistics!
            )
            : value!;
    }
}
