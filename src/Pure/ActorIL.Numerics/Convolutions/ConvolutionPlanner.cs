using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>Compiles convolutions to steps with offsets, or says what is wrong with which.</summary>
internal static class ConvolutionPlanner
{
    public static Result<ImmutableArray<ConvolutionStep>, Error> Create(
        FrameShape frame,
        ImmutableArray<ConvolutionLayer> layers
    )
    {
        if (layers.IsEmpty)
        {
            return Result.Failure<ImmutableArray<ConvolutionStep>, Error>(
                new("convolutions", "none", "at least one", "Add a convolution, or use a network without any.")
            );
        }

        var steps = Result.Success<ImmutableArray<ConvolutionStep>, Error>([]);
        for (var i = 0; i < layers.Length; i++)
        {
            var (layer, index) = (layers[i], i);
            steps = steps.Then(before => Plan(frame, before, layer, index).Map(before.Add));
        }

        return steps;
    }

    private static Result<ConvolutionStep, Error> Plan(
        FrameShape frame,
        ImmutableArray<ConvolutionStep> before,
        ConvolutionLayer layer,
        int index
    )
    {
        var last = before.IsEmpty ? null : before[^1];
        return ConvolutionShape
            .Create(last?.Shape.Output ?? frame, layer.FilterCount, layer.KernelSize, layer.Stride)
            .MapError(error =>
                error with
                {
                    Where = string.Create(CultureInfo.InvariantCulture, $"convolution {index}"),
                }
            )
            .Map(shape =>
            {
                var kind = NetworkPlanner.Kind(layer.Activation);
                var free = last?.End ?? 0;
                var output = Activations.NeedsInput(kind) ? free + shape.Output.Length : free;
                return new ConvolutionStep(
                    shape,
                    kind,
                    last?.ParameterEnd ?? 0,
                    last?.OutputOffset ?? -1,
                    free,
                    output
                );
            });
    }
}
