using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Heads;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;
using ActorIL.Numerics.PolicyGradient;
using ActorIL.Numerics.Reduction;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>
/// A little of everything that trains: two networks learn for some updates from made-up rollouts, and the bits of all
/// they became are hashed. What it computes means nothing; that it is the same everywhere is the point.
/// </summary>
internal sealed class StrictWorkload
{
    private const int EnvironmentCount = 4;
    private const int ObservationSize = 4;
    private const int ActionCount = 3;
    private const float EntropyGradient = -0.01f;

    private readonly NetworkSpecification _policy;
    private readonly NetworkSpecification _critic;
    private readonly int _count;
    private readonly float[] _parameters;
    private readonly float[] _gradients;
    private readonly float[] _firstMoments;
    private readonly float[] _secondMoments;
    private readonly float[] _workspace;
    private RunningMoments _moments = RunningMoments.Empty(ObservationSize);

    private StrictWorkload(int width, int stepCount)
    {
        _count = stepCount * EnvironmentCount;
        _policy = NetworkSpecification
            .Mlp(ObservationSize, [width, width], ActionCount, ActivationFunction.Tanh)
            .Require();
        _critic = NetworkSpecification.Mlp(ObservationSize, [width, 13], 1, ActivationFunction.Relu).Require();
        _parameters = new float[_policy.ParameterCount + _critic.ParameterCount];
        _gradients = new float[_parameters.Length];
        _firstMoments = new float[_parameters.Length];
        _secondMoments = new float[_parameters.Length];
        _workspace = new float[
            int.Max(Network.WorkspaceLength(_policy, _count), Network.WorkspaceLength(_critic, _count))
        ];
        var key = RngKey.Root(11);
        NetworkInitialization.FillOrthogonal(_policy, 1.4f, 0.01f, key.Fold(0), Policy(_parameters));
        NetworkInitialization.FillOrthogonal(_critic, 1.4f, 1f, key.Fold(1), Critic(_parameters));
    }

    /// <summary>Trains and gives the hash of parameters, moments and statistics, NaN canonicalised.</summary>
    /// <param name="width">Hidden width; odd ones exercise the edges of tiles.</param>
    /// <param name="stepCount">Steps of four environments in a batch.</param>
    /// <param name="updateCount">Updates.</param>
    public static ulong Run(int width, int stepCount, int updateCount)
    {
        var workload = new StrictWorkload(width, stepCount);
        var hash = 0UL;
        for (var update = 0; update < updateCount; update++)
        {
            hash = workload.Update(update, hash);
        }

        // Numbers that ran away would all be the one canonical NaN and prove nothing.
        Assert.All(workload._parameters, parameter => Assert.True(float.IsFinite(parameter)));

        return hash;
    }

    private Span<float> Policy(float[] vector) => vector.AsSpan(0, _policy.ParameterCount);

    private Span<float> Critic(float[] vector) => vector.AsSpan(_policy.ParameterCount);

    private ulong Update(int update, ulong hash)
    {
        var seed = (ulong)update;
        var observations = Observe(seed);
        var values = new float[_count];
        Network.Forward(_critic, Critic(_parameters), observations, _count, _workspace, values);
        var (advantages, returns) = Estimate(seed, values);
        ValueLoss.Clipped(values, RandomFloats.Of(seed, "old values", _count), returns, 0.2f, 0.5f, values);
        Network.Backward(
            _critic,
            Critic(_parameters),
            observations,
            _count,
            _workspace,
            values,
            Critic(_gradients)
        );
        var loss = LearnPolicy(seed, observations, advantages);
        var norm = GradientClipping.Norm(_gradients);
        var scale = GradientClipping.Scale(norm, normMax: 0.5f);
        Adam.Step(
            AdamSettings.Default,
            1e-2,
            update + 1,
            scale,
            _gradients,
            _firstMoments,
            _secondMoments,
            _parameters
        );
        return Chain(hash, [.. _parameters, .. _secondMoments, .. observations, norm, loss]);
    }

    private float[] Observe(ulong seed)
    {
        var observations = RandomFloats.Of(seed, "observations", _count * ObservationSize);
        _moments = _moments.Merge(RunningMoments.Of(observations, ObservationSize));
        Standardization.Freeze(_moments, epsilon: 1e-8, clip: 10f).Apply(observations, observations);
        return observations;
    }

    private (float[] Advantages, float[] Returns) Estimate(ulong seed, float[] values)
    {
        var endings = new byte[_count];
        for (var i = 0; i < _count; i++)
        {
            endings[i] = (byte)int.Max(0, RandomFloats.Integer(seed, $"ending {i}", 0, 20) - 18);
        }

        var (advantages, returns) = (new float[_count], new float[_count]);
        GeneralizedAdvantage.Estimate(
            new(Discount: 0.99f, Lambda: 0.95f),
            EnvironmentCount,
            RandomFloats.Of(seed, "rewards", _count),
            endings,
            values,
            RandomFloats.Of(seed, "next values", _count),
            advantages,
            returns
        );
        AdvantageNormalization.Normalize(advantages, advantages);
        return (advantages, returns);
    }

    private float LearnPolicy(ulong seed, float[] observations, float[] advantages)
    {
        var logits = new float[_count * ActionCount];
        Network.Forward(_policy, Policy(_parameters), observations, _count, _workspace, logits);
        var (logs, probabilities) = (new float[logits.Length], new float[logits.Length]);
        var (entropies, selected, slopes) = (new float[_count], new float[_count], new float[_count]);
        CategoricalHead.Evaluate(ActionCount, logits, logs, probabilities, entropies);
        var uniforms = RandomFloats.Of(seed, "uniforms", _count).Select(u => Math.Abs(u % 1f)).ToArray();
        var actions = new int[_count];
        CategoricalHead.Sample(ActionCount, probabilities, uniforms, actions);
        CategoricalHead.Select(ActionCount, logs, actions, selected);
        var old = RandomFloats.Of(seed, "old", _count).Select((x, i) => selected[i] + (0.3f * (x % 1f))).ToArray();
        var surrogate = ClippedSurrogate.Evaluate(selected, old, advantages, clip: 0.2f, slopes);
        CategoricalHead.Gradient(
            ActionCount,
            logs,
            probabilities,
            entropies,
            actions,
            slopes,
            EntropyGradient / _count,
            logits
        );
        Network.Backward(_policy, Policy(_parameters), observations, _count, _workspace, logits, Policy(_gradients));
        return surrogate.Loss + surrogate.ApproximateKl + Imitate(seed, probabilities) + Act(seed, logs);
    }

    // The losses of imitation, on numbers that are at hand.
    private float Imitate(ulong seed, float[] probabilities)
    {
        var (workspace, gradients) = (
            new float[CrossEntropy.WorkspaceLength(_count, ActionCount)],
            new float[probabilities.Length]
        );
        var logits = RandomFloats.Of(seed, "logits", probabilities.Length);
        var loss = CrossEntropy.Evaluate(ActionCount, logits, probabilities, workspace, gradients);
        loss += MeanSquaredError.Evaluate(gradients, probabilities, logits);
        return loss + BinaryCrossEntropy.Evaluate(logits, probabilities, gradients) + LaneReductions.Sum(gradients);
    }

    private float Act(ulong seed, float[] means)
    {
        float[] logStd = [0.1f, -0.2f, 0.3f];
        var normals = new float[means.Length];
        NormalDraw.Fill(RngKey.Root(seed), normals);
        var (actions, logs) = (new float[means.Length], new float[_count]);
        var (slopes, spread) = (new float[means.Length], new float[3]);
        GaussianHead.Sample(means, logStd, normals, actions);
        GaussianHead.LogProbability(means, logStd, actions, logs);
        GaussianHead.Gradient(means, logStd, actions, logs, EntropyGradient, slopes, spread);
        var sums = LaneReductions.Sum(logs) + LaneReductions.Sum(slopes) + LaneReductions.Sum(spread);
        return sums + GaussianHead.Entropy(logStd);
    }

    private static ulong Chain(ulong hash, float[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = float.IsNaN(values[i]) ? float.NaN : values[i];
        }

        return ContentHash.Of(MemoryMarshal.AsBytes(values.AsSpan()), hash);
    }
}
