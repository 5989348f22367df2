using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Plugins.Tests.ActorCritic;

/// <summary>Settings of an advantage actor-critic: a plug-in's algorithm, written against the contract alone.</summary>
/// <remarks>Source: Mnih et al. 2016, arXiv:1602.01783, synchronous and with one step a rollout.</remarks>
internal sealed record A2cConfig : IRolloutTraining, IFields<A2cConfig>
{
    public static TypeName Name => new("a2c-config", 1);

    public string AlgorithmName => "a2c";

    public int EnvironmentCount { get; init; } = 16;

    public int RolloutSteps { get; init; } = 32;

    public int UpdateCount { get; init; } = 300;

    /// <summary>γ in [0, 1].</summary>
    public double Discount { get; init; } = 0.99;

    /// <summary>Step size of Adam, &gt; 0.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Widths of the hidden layers of actor and critic.</summary>
    public EquatableArray<int> Hidden { get; init; } = [64, 64];

    public TResult Open<TResult>(Space observations, Space actions, IRolloutFunction<TResult> function) =>
        function.Apply(A2cAlgorithm.Create(this, observations, actions));

    public static A2cConfig Fields<TVisitor>(scoped ref TVisitor visitor, A2cConfig? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        value ??= new();
        var (environments, steps, updates) = (value.EnvironmentCount, value.RolloutSteps, value.UpdateCount);
        var (discount, learningRate, hidden) = (value.Discount, value.LearningRate, value.Hidden.Items);
        visitor.Field(1, "environments", ref environments);
        visitor.Field(2, "rollout_steps", ref steps);
        visitor.Field(3, "updates", ref updates);
        visitor.Field(4, "discount", ref discount);
        visitor.Field(5, "learning_rate", ref learningRate);
        visitor.Field(6, "hidden", ref hidden);
        return TVisitor.Rebuilds
            ? new()
            {
                EnvironmentCount = environments,
                RolloutSteps = steps,
                UpdateCount = updates,
                Discount = discount,
                LearningRate = learningRate,
                Hidden = new(hidden),
            }
            : value;
    }
}
