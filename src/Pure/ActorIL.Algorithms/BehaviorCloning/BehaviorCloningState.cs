using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>All that a student carries from one training call to the next.</summary>
/// <param name="Parameters">Flat, shape [network | log standard deviations].</param>
/// <param name="FirstMoments">Adam's first moments, the parameters' shape.</param>
/// <param name="SecondMoments">Adam's second moments, the parameters' shape.</param>
/// <param name="GradientStepCount">Gradient steps taken.</param>
public sealed record BehaviorCloningState(
    ParameterBlock Parameters,
    ParameterBlock FirstMoments,
    ParameterBlock SecondMoments,
    long GradientStepCount
) : IFields<BehaviorCloningState>
{
    public static TypeName Name => new("behavior-cloning-state", 1);

    /// <summary>A state at <paramref name="parameters"/> with an optimiser that has seen nothing.</summary>
    public static BehaviorCloningState Start(ParameterBlock parameters)
    {
        var zeros = ParameterBlock.Copy(new float[parameters.Count]);
        return new(parameters, zeros, zeros, 0);
    }

    public static BehaviorCloningState Fields<TVisitor>(scoped ref TVisitor visitor, BehaviorCloningState? value)
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
