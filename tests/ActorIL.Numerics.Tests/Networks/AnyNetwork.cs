using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>Networks that depend on a seed alone.</summary>
internal static class AnyNetwork
{
    public static NetworkSpecification Of(ulong seed, bool withMemory)
    {
        var inputCount = RandomFloats.Integer(seed, "inputs", 1, 40);
        var layers = ImmutableArray.CreateBuilder<Layer>();
        var width = inputCount;
        for (var i = 0; i < RandomFloats.Integer(seed, "layers", 1, 6); i++)
        {
            var kind = RandomFloats.Integer(seed, $"kind {i}", 0, withMemory ? 11 : 7);
            var next = RandomFloats.Integer(seed, $"width {i}", 1, 40);
            layers.Add(
                kind switch
                {
                    0 or 1 => new Layer.Dense(width, next),
                    <= 5 => new Layer.Activation((ActivationFunction)(kind - 2)),
                    <= 7 => new Layer.LayerNorm(width, Epsilon: 1e-5f),
                    <= 9 => new Layer.Lstm(width, next),
                    _ => new Layer.Gru(width, next),
                }
            );
            width = kind is 0 or 1 or > 7 ? next : width;
        }

        return NetworkSpecification.Create(inputCount, new(layers.ToImmutable())).Require();
    }
}
