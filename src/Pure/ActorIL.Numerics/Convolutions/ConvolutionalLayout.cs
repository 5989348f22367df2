using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// Converts between this product's parameter vector, with weights [kernel rows, kernel columns, channels, filters] and
/// frames flattened [height, width, channels], and PyTorch's order, with weights [filters, channels, kernel rows,
/// kernel columns] and frames flattened [channels, height, width].
/// </summary>
public static class ConvolutionalLayout
{
    /// <summary>From PyTorch's order.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="source">Shape [ParameterCount].</param>
    /// <param name="target">Written, shape [ParameterCount]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Import(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> source,
        Span<float> target
    ) => Convert(specification, source, target, imports: true);

    /// <summary>To PyTorch's order.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="source">Shape [ParameterCount].</param>
    /// <param name="target">Written, shape [ParameterCount]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Export(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> source,
        Span<float> target
    ) => Convert(specification, source, target, imports: false);

    private static void Convert(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> source,
        Span<float> target,
        bool imports
    )
    {
        SpanShape.Require("source", source.Length, 1, specification.ParameterCount);
        SpanShape.Require("target", target.Length, 1, specification.ParameterCount);
        foreach (var step in specification.Steps.AsSpan())
        {
            var places = step.Shape.KernelSize * step.Shape.KernelSize;
            var (channels, filters) = (step.Shape.Input.ChannelCount, step.Shape.Output.ChannelCount);
            Exchange(source[step.Weights], target[step.Weights], filters, channels, places, imports);
            source[step.Biases].CopyTo(target[step.Biases]);
        }

        var head = specification.Head;
        var from = source[specification.HeadOffset..];
        var to = target[specification.HeadOffset..];
        if (imports)
        {
            ParameterLayout.Import(head, from, to);
        }
        else
        {
            ParameterLayout.Export(head, from, to);
        }

        // What the head's first layer takes lies in another order too.
        var features = specification.Steps[^1].Shape.Output;
        var first = head.Plan.Steps[0];
        var weights = first.Weights;
        Exchange(from[weights], to[weights], first.OutputCount, features.ChannelCount, features.PlaceCount, imports);
    }

    /// <summary>From [outputs, channels, places] to [places, channels, outputs], or back.</summary>
    internal static void Exchange(
        ReadOnlySpan<float> source,
        Span<float> target,
        int outputCount,
        int channelCount,
        int placeCount,
        bool imports
    )
    {
        for (var output = 0; output < outputCount; output++)
        {
            for (var channel = 0; channel < channelCount; channel++)
            {
                for (var place = 0; place < placeCount; place++)
                {
                    var there = (((output * channelCount) + channel) * placeCount) + place;
                    var here = (((place * channelCount) + channel) * outputCount) + output;
                    target[imports ? here : there] = source[imports ? there : here];
                }
            }
        }
    }
}
