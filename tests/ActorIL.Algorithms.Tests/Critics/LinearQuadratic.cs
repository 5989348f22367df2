using System.Collections.Immutable;
using ActorIL.Algorithms.Critics;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Tests.Critics;

/// <summary>
/// s' = A s + B u at the cost s² + R u², discounted, under the policy u = −K s: value, Q and the best action are known
/// in closed form.
/// </summary>
internal static class LinearQuadratic
{
    public const double A = 0.9;
    public const double B = 0.5;
    public const double R = 0.3;
    public const double K = 0.4;
    public const double Discount = 0.8;

    /// <summary>p in V(s) = −p s²: p = 1 + R K² + γ p (A − B K)².</summary>
    public const double P = (1 + (R * K * K)) / (1 - (Discount * (A - (B * K)) * (A - (B * K))));

    public static Space State { get; } = new Space.Box([-1f], [1f]);

    public static Space Force { get; } = new Space.Box([-1f], [1f]);

    public static CriticConfig Fit { get; } = new() { LearningRate = 3e-3, UpdateCount = 3_000 };

    public static double Cost(double state, double force) => (state * state) + (R * force * force);

    public static double Next(double state, double force) => (A * state) + (B * force);

    public static double Value(double state) => -P * state * state;

    public static double Q(double state, double force) => (Discount * Value(Next(state, force))) - Cost(state, force);

    /// <summary>Where ∂Q/∂u = 0.</summary>
    public static double BestForce(double state) => -Discount * P * A * B * state / (R + (Discount * P * B * B));

    public static CriticBatch Steps(StepCritic critic, int count, RngKey key, Func<double, double, double> target)
    {
        var (states, forces) = (Samples.Numbers(key.Fold("states"), count), Samples.Numbers(key.Fold("forces"), count));
        float[] targets = [.. Enumerable.Range(0, count).Select(i => (float)target(states[i], forces[i]))];
        return critic.Batch(states.AsSpan(), forces.AsSpan(), targets);
    }

    /// <summary>Environments that start all over the space, cut by a time limit or by the rollout's end.</summary>
    public static Rollout Rollout(int environmentCount, int stepCount, RngKey key)
    {
        var starts = Samples.Numbers(key, environmentCount);
        var states = starts.Select(start => (double)start).ToArray();
        var (observations, forces, rewards) = (new List<float>(), new List<float>(), new List<float>());
        var (endings, finals) = (new List<byte>(), new List<float>());
        for (var step = 0; step < stepCount; step++)
        {
            for (var n = 0; n < environmentCount; n++)
            {
                var force = -K * states[n];
                observations.Add((float)states[n]);
                forces.Add((float)force);
                rewards.Add((float)-Cost(states[n], force));
                states[n] = Next(states[n], force);
                var isTruncated = (step + n) % 3 == 2;
                endings.Add((byte)(isTruncated ? Ending.Truncated : Ending.None));
                if (isTruncated)
                {
                    finals.Add((float)states[n]);
                    states[n] = starts[(n + step) % environmentCount];
                }
            }
        }

        ImmutableArray<float> lasts = [.. states.Select(state => (float)state)];
        return new(
            environmentCount,
            1,
            1,
            [.. observations],
            [.. forces],
            [.. rewards],
            [.. endings],
            [.. finals],
            lasts
        );
    }
}
