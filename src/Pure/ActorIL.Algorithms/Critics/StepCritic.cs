using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Critics;

/// <summary>A number for each step, of an observation and an action: what Q and cost networks have in common.</summary>
/// <remarks>
/// The action is an input whatever its space, one-hot where it is discrete. So there is one output, and a batch of
/// steps is fitted in the same way for both kinds of space; the price is a row for each action where all are compared.
/// </remarks>
public abstract record StepCritic : Critic
{
    private protected StepCritic(StepFeatures features, NetworkSpecification network)
        : base(network) => Features = features;

    /// <summary>What the network sees of a step.</summary>
    public StepFeatures Features { get; }

    /// <summary>1 where more is better, −1 where less is.</summary>
    private protected abstract float Sign { get; }

    /// <summary>Of steps.</summary>
    /// <param name="parameters">Flat, shape [<see cref="Critic.ParameterCount"/>].</param>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="actions">Shape [n, action size]; those of a Box are clipped to it.</param>
    /// <param name="numbers">Written, shape [n], in the unit of what was fitted.</param>
    /// <exception cref="ArgumentException">The sizes disagree, or there is no such discrete action.</exception>
    public void Evaluate(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> observations,
        ReadOnlySpan<float> actions,
        Span<float> numbers
    ) => EvaluateRows(parameters, Features.Of(observations, actions), numbers);

    /// <summary>What to fit to.</summary>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="actions">Shape [n, action size]; those of a Box are clipped to it.</param>
    /// <param name="targets">Shape [n].</param>
    /// <exception cref="ArgumentException">The sizes disagree, or there is no such discrete action.</exception>
    public CriticBatch Batch(
        ReadOnlySpan<float> observations,
        ReadOnlySpan<float> actions,
        ReadOnlySpan<float> targets
    ) => new(Features.Count, [.. Features.Of(observations, actions)], [.. targets]);

    /// <summary>The best action for each observation; the first of equals.</summary>
    /// <param name="parameters">Flat, shape [<see cref="Critic.ParameterCount"/>].</param>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="candidates">
    /// Actions to choose from, shape [k, action size], k ≥ 1; empty for all of a Discrete space.
    /// </param>
    /// <param name="chosen">Written, shape [n, action size]. A candidate rated NaN is taken only if all are.</param>
    /// <exception cref="ArgumentException">
    /// The sizes disagree, there is no such discrete action, or no candidate for a Box.
    /// </exception>
    public void Greedy(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> observations,
        ReadOnlySpan<float> candidates,
        Span<float> chosen
    )
    {
        var (size, width) = (Features.ObservationSize, Features.Actions.Size);
        var all = candidates.IsEmpty ? AllActions() : candidates;
        var count = all.Length / width;
        var observationCount = chosen.Length / width;
        Shape.Require("candidates", all.Length, count, width);
        Shape.Require("chosen", chosen.Length, observationCount, width);
        Shape.Require("observations", observations.Length, observationCount, size);
        var (repeated, numbers) = (new float[count * size], new float[count]);
        for (var row = 0; row < observationCount; row++)
        {
            for (var candidate = 0; candidate < count; candidate++)
            {
                observations.Slice(row * size, size).CopyTo(repeated.AsSpan(candidate * size));
            }

            Evaluate(parameters, repeated, all, numbers);
            all.Slice(Best(numbers) * width, width).CopyTo(chosen[(row * width)..]);
        }
    }

    /// <summary>Features for the spaces and a network that takes them, or why there are none.</summary>
    private protected static Result<TCritic, Error> Create<TCritic>(
        Space observations,
        Space actions,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation,
        Func<StepFeatures, NetworkSpecification, TCritic> create
    ) =>
        StepFeatures
            .Create(observations, actions)
            .Then(features =>
                NetworkOf(features.Count, hiddenSizes, activation).Map(network => create(features, network))
            );

    private int Best(ReadOnlySpan<float> numbers)
    {
        var (best, bestScore) = (0, float.NegativeInfinity);
        for (var i = 0; i < numbers.Length; i++)
        {
            var score = Sign * numbers[i];
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private float[] AllActions()
    {
        var all = new float[Features.IsDiscrete ? Features.ActionFeatureCount : 0];
        for (var action = 0; action < all.Length; action++)
        {
            all[action] = action;
        }

        return all.Length > 0
            ? all
            : throw new ArgumentException($"There are no candidates; {Features.Actions} wants at least one.");
    }
}
