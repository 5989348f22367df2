using System.Collections.Immutable;
using ActorIL.Algorithms.Critics;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Heads;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Plugins.Tests.ActorCritic;

/// <summary>One step up the policy gradient for each rollout, and a critic fitted to its returns.</summary>
internal sealed record A2cAlgorithm(A2cConfig Config, PolicyArchitecture Actor, ValueNetwork Critic, int ActionCount)
    : IRolloutAlgorithm<A2cState>
{
    private const ActivationFunction Activation = ActivationFunction.Tanh;
    private const float EntropyWeight = 0.01f;

    private static readonly CriticConfig Fit = new()
    {
        LearningRate = 2e-3,
        BatchSize = 128,
        UpdateCount = 8,
        GradientNormMax = 1,
    };

    public static A2cAlgorithm Create(A2cConfig config, Space observations, Space actions) =>
        new(
            config,
            PolicyArchitecture.Create(observations, actions, PolicyModel.Mlp(config.Hidden, Activation)).Require(),
            ValueNetwork.Create(observations, config.Hidden, Activation).Require(),
            actions.Match(
                discrete => discrete.Count,
                box => throw new ArgumentException($"wants a choice of actions, not {box}"),
                product => throw new ArgumentException($"wants a choice of actions, not {product}")
            )
        );

    public A2cState Start(RngKey key)
    {
        var parameters = new float[Actor.ParameterCount];
        NetworkInitialization.FillOrthogonal(
            Actor.Network,
            NetworkInitialization.HiddenGain,
            PolicyInitialization.HeadGain,
            key.Fold("actor"),
            parameters
        );
        var zeros = ParameterBlock.Copy(new float[parameters.Length]);
        return new(ParameterBlock.Copy(parameters), zeros, zeros, Critic.Start(key.Fold("critic")), UpdateCount: 0);
    }

    public A2cState WarmStart(A2cState start, PolicySnapshot policy) =>
        policy.Parameters.Count == Actor.ParameterCount
            ? start with
            {
                Actor = policy.Parameters,
            }
            : throw new ArgumentException($"{policy.Parameters.Count} parameters; wanted {Actor.ParameterCount}.");

    public (A2cState State, ImmutableArray<LearningMetric> Metrics) Update(
        A2cState state,
        Rollout rollout,
        RngKey key,
        IForkJoin? forks
    )
    {
        var settings = new GeneralizedAdvantageSettings((float)Config.Discount, Lambda: 0.95f);
        var estimate = AdvantageEstimation.Estimate(in settings, Critic, state.Critic.Parameters.Values, rollout);
        var gradient = new float[Actor.ParameterCount];
        var (loss, entropy) = Gradient(state.Actor.Values, rollout, estimate.Advantages.AsSpan(), gradient);
        var norm = GradientClipping.Norm(gradient);
        var (actor, first, second) = (
            state.Actor.Values.ToArray(),
            state.FirstMoments.Values.ToArray(),
            state.SecondMoments.Values.ToArray()
        );
        var adam = AdamSettings.Default;
        var scale = GradientClipping.Scale(norm, 0.5f);
        Adam.Step(in adam, Config.LearningRate, state.UpdateCount + 1, scale, gradient, first, second, actor);
        var batch = Critic.Batch(rollout.Observations.AsSpan(), estimate.Returns.AsSpan());
        var (critic, criticLoss) = CriticUpdate.Fit(Fit, Critic, state.Critic, batch, key);
        return (
            new(
                ParameterBlock.Copy(actor),
                ParameterBlock.Copy(first),
                ParameterBlock.Copy(second),
                critic,
                state.UpdateCount + 1
            ),
            [
                new("policy_loss", loss),
                new("value_loss", criticLoss),
                new("entropy", entropy),
                new("gradient_norm", norm),
            ]
        );
    }

    public PolicySnapshot Policy(A2cState state) =>
        new(PolicyModel.Mlp(Config.Hidden, Activation), state.Actor, Normalizer: null);

    public int UpdateCountOf(A2cState state) => state.UpdateCount;

    private (double Loss, double Entropy) Gradient(
        ReadOnlySpan<float> parameters,
        Rollout rollout,
        ReadOnlySpan<float> advantages,
        Span<float> gradient
    )
    {
        var count = rollout.Count;
        var normalized = new float[count];
        AdvantageNormalization.Normalize(advantages, normalized);
        var workspace = new float[Network.WorkspaceLength(Actor.Network, count)];
        var logits = new float[count * ActionCount];
        Network.Forward(Actor.Network, parameters, rollout.Observations.AsSpan(), count, workspace, logits);
        var (logs, shares, entropies) = (new float[logits.Length], new float[logits.Length], new float[count]);
        CategoricalHead.Evaluate(ActionCount, logits, logs, shares, entropies);
        var chosen = rollout.Actions.Select(static action => (int)action).ToArray();
        var weights = normalized.Select(advantage => -advantage / count).ToArray();
        var slopes = new float[logits.Length];
        CategoricalHead.Gradient(ActionCount, logs, shares, entropies, chosen, weights, -EntropyWeight / count, slopes);
        Network.Backward(Actor.Network, parameters, rollout.Observations.AsSpan(), count, workspace, slopes, gradient);
        var loss = 0.0;
        for (var row = 0; row < count; row++)
        {
            loss += (double)weights[row] * logs[(row * ActionCount) + chosen[row]];
        }

        return (loss, entropies.Average());
    }
}
