using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.Critics;

/// <summary>All that a critic carries from one fit to the next.</summary>
/// <param name="Parameters">Flat, the network's.</param>
/// <param name="FirstMoments">Adam's first moments, the parameters' shape.</param>
/// <param name="SecondMoments">Adam's second moments, the parameters' shape.</param>
/// <param name="GradientStepCount">Gradient steps taken.</param>
public sealed record CriticState(
    ParameterBlock Parameters,
    ParameterBlock FirstMoments,
    ParameterBlock SecondMoments,
    long GradientStepCount
) : IFields<CriticState>
{
    public static TypeName Name => new("critic-state", 1);

    public static CriticState Fields<TVisitor>(scoped ref TVisitor visitor, CriticState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var parameters = value?.Parameters;
        var firstMoments = value?.FirstMoments;
        var secondMoments = value?.SecondMoments;
        var gradientStepCount = value?.GradientStepCount ?? 0;
        visitor.Block(1, "parameters", ref parameters);
        visitor.Block(2, "first_moments", ref firstMoments);
        visitor.Block(3, "second_moments", ref secondMoments);
        visitor.Field(4, "gradient_step_count", ref gradientStepCount);
        return TVisitor.Rebuilds
            ? new(
                parameters ?? ParameterBlock.Empty,
                firstMoments ?? ParameterBlock.Empty,
                secondMoments ?? ParameterBlock.Empty,
                gradientStepCount
            )
            : value!;
    }
}
