using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Gail;

/// <summary>D: a network from the features of a step to the logit of its being the expert's.</summary>
/// <param name="Features">What it sees.</param>
/// <param name="Network">From features to one logit.</param>
public sealed record Discriminator(GailFeatures Features, NetworkSpecification Network)
{
    // Keeps a feature that never changes finite.
    private const double VarianceFloor = 1e-8;
    private const float Clip = 10f;

    /// <summary>The discriminator for such features, or what is wrong with which layer.</summary>
    public static Result<Discriminator, Error> Create(GailFeatures features, GailConfig config) =>
        NetworkSpecification
            .Mlp(features.Count, config.HiddenSizes.AsSpan(), 1, config.Activation)
            .Map(network => new Discriminator(features, network));

    /// <summary>Orthogonal weights with a small last layer: D is near ½ everywhere.</summary>
    /// <param name="key">Source.</param>
    /// <param name="statistics">Moments of the inputs seen so far.</param>
    public GailState Start(RngKey key, RunningMoments statistics)
    {
        var parameters = new float[Network.ParameterCount];
        NetworkInitialization.FillOrthogonal(Network, NetworkInitialization.HiddenGain, 0.01f, key, parameters);
        var zeros = ParameterBlock.Copy(new float[parameters.Length]);
        return new(ParameterBlock.Copy(parameters), zeros, zeros, GradientStepCount: 0, UpdateCount: 0, statistics);
    }

    /// <summary>Inputs as the network sees them, in place.</summary>
    /// <param name="statistics">Moments of the inputs.</param>
    /// <param name="features">Shape [n, features], updated.</param>
    public static void Standardize(RunningMoments statistics, Span<float> features) =>
        Standardization.Freeze(statistics, VarianceFloor, Clip).Apply(features, features);

    /// <summary>Logits of standardised inputs.</summary>
    /// <param name="parameters">Flat, the network's.</param>
    /// <param name="inputs">Shape [n, features].</param>
    /// <returns>f with D = σ(f), shape [n].</returns>
    public float[] Logits(ParameterBlock parameters, ReadOnlySpan<float> inputs)
    {
        var count = inputs.Length / Features.Count;
        var logits = new float[count];
        var workspace = new float[Numerics.Networks.Network.ForwardWorkspaceLength(Network, count)];
        Numerics.Networks.Network.Forward(Network, parameters.Values, inputs, count, workspace, logits);
        return logits;
    }
}
