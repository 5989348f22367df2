using ActorIL.Core.Fields;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>All that PPO carries from one update to the next.</summary>
public sealed record PpoState : IFields<PpoState>
{
    public static TypeName Name => new("ppo-state", 1);

    /// <summary>Flat, shape [actor | log standard deviations | critic].</summary>
    public required ParameterBlock Parameters { get; init; }

    /// <summary>Adam's first moments, the parameters' shape.</summary>
    public required ParameterBlock FirstMoments { get; init; }

    /// <summary>Adam's second moments, the parameters' shape.</summary>
    public required ParameterBlock SecondMoments { get; init; }

    /// <summary>Gradient steps taken.</summary>
    public required long GradientStepCount { get; init; }

    /// <summary>Those of them, the first, in which only the critic learnt.</summary>
    public long CriticStepCount { get; init; }

    /// <summary>Updates, and so rollouts, taken.</summary>
    public required int UpdateCount { get; init; }

    /// <summary>Moments of all observations seen; null where observations are not normalised.</summary>
    public required RunningMoments? Statistics { get; init; }

    public static PpoState Fields<TVisitor>(scoped ref TVisitor visitor, PpoState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var parameters = value?.Parameters;
        var firstMoments = value?.FirstMoments;
        var secondMoments = value?.SecondMoments;
        var gradientStepCount = value?.GradientStepCount ?? 0;
        var criticStepCount = value?.CriticStepCount ?? 0;
        var updateCount = value?.UpdateCount ?? 0;
        var statistics = value?.Statistics;
        visitor.Block(1, "parameters", ref parameters);
        visitor.Block(2, "first_moments", ref firstMoments);
        visitor.Block(3, "second_moments", ref secondMoments);
        visitor.Field(4, "gradient_step_count", ref gradientStepCount);
        visitor.Field(5, "update_count", ref updateCount);
        visitor.Record(6, "statistics", ref statistics);
        visitor.Field(7, "critic_step_count", ref criticStepCount);
        return TVisitor.Rebuilds
            ? new()
            {
                Parameters = parameters ?? ParameterBlock.Empty,
                FirstMoments = firstMoments ?? ParameterBlock.Empty,
                SecondMoments = secondMoments ?? ParameterBlock.Empty,
                GradientStepCount = gradientStepCount,
                CriticStepCount = criticStepCount,
                UpdateCount = updateCount,
                Statistics = statistics,
            }
            : value!;
    }
}
