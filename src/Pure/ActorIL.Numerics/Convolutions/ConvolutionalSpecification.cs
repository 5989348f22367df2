using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// A network over frames, checked: convolutions, each with an activation, then a network over what they leave,
/// flattened [height, width, channels]; its parameters live elsewhere, in one flat vector.
/// </summary>
/// <remarks>
/// The vector holds each convolution's weights, [kernel rows, kernel columns, channels, filters], then its biases,
/// convolution after convolution; then the head's parameters as <see cref="NetworkSpecification"/> has them. See
/// <see cref="Tensors"/>, and <see cref="ConvolutionalLayout"/> for PyTorch's order.
/// </remarks>
public sealed record ConvolutionalSpecification
{
    private ConvolutionalSpecification(
        FrameShape frame,
        EquatableArray<ConvolutionLayer> convolutions,
        EquatableArray<ConvolutionStep> steps,
        NetworkSpecification head
    )
    {
        Frame = frame;
        Convolutions = convolutions;
        Steps = steps;
        Head = head;
    }

    /// <summary>A frame in.</summary>
    public FrameShape Frame { get; }

    public EquatableArray<ConvolutionLayer> Convolutions { get; }

    /// <summary>The network over what the convolutions leave.</summary>
    public NetworkSpecification Head { get; }

    /// <summary>Columns of the output.</summary>
    public int OutputCount => Head.OutputCount;

    /// <summary>Length of the flat parameter vector.</summary>
    public int ParameterCount => HeadOffset + Head.ParameterCount;

    /// <summary>Where each tensor lies in the flat parameter vector, in order.</summary>
    public ImmutableArray<TensorSlice> Tensors =>
        [
            .. Steps.Items.SelectMany(Slices),
            .. Head.Tensors.Select(tensor =>
                tensor with
                {
                    Name = $"head.{tensor.Name}",
                    Offset = HeadOffset + tensor.Offset,
                }
            ),
        ];

    internal EquatableArray<ConvolutionStep> Steps { get; }

    /// <summary>The first of the head's parameters.</summary>
    internal int HeadOffset => Steps[^1].ParameterEnd;

    /// <summary>A checked network.</summary>
    /// <param name="frame">A frame in.</param>
    /// <param name="convolutions">At least one.</param>
    /// <param name="head">
    /// At least one layer, without memory, each taking what the one before it gives; the first is dense and takes the
    /// last convolution's output, flattened.
    /// </param>
    /// <returns>The network, or what is wrong with which layer.</returns>
    public static Result<ConvolutionalSpecification, Error> Create(
        FrameShape frame,
        EquatableArray<ConvolutionLayer> convolutions,
        EquatableArray<Layer> head
    ) =>
        ConvolutionPlanner
            .Create(frame, convolutions.Items)
            .Then(steps =>
                NetworkSpecification
                    .Create(steps[^1].Shape.Output.Length, head)
                    .Then(Checked)
                    .Map(network => new ConvolutionalSpecification(frame, convolutions, new(steps), network))
            );

    /// <summary>
    /// The network of Mnih et al. 2015: 32 filters of 8x8 at stride 4, 64 of 4x4 at 2, 64 of 3x3 at 1, then a dense
    /// layer, each with a ReLU.
    /// </summary>
    /// <param name="frame">A frame in, at least 36 x 36; there it was 4 x 84 x 84.</param>
    /// <param name="featureCount">Outputs of the dense layer, at least 1; there it was 512.</param>
    /// <param name="after">Layers after them, none for the features alone.</param>
    /// <returns>The network, or what is wrong with which layer.</returns>
    /// <remarks>Source: Mnih et al. 2015, doi:10.1038/nature14236, without its last layer.</remarks>
    public static Result<ConvolutionalSpecification, Error> Nature(
        FrameShape frame,
        int featureCount,
        EquatableArray<Layer> after
    )
    {
        EquatableArray<ConvolutionLayer> convolutions =
        [
            new(32, 8, 4, ActivationFunction.Relu),
            new(64, 4, 2, ActivationFunction.Relu),
            new(64, 3, 1, ActivationFunction.Relu),
        ];
        return ConvolutionPlanner
            .Create(frame, convolutions.Items)
            .Then(steps =>
                Create(
                    frame,
                    convolutions,
                    [
                        new Layer.Dense(steps[^1].Shape.Output.Length, featureCount),
                        new Layer.Activation(ActivationFunction.Relu),
                        .. after,
                    ]
                )
            );
    }

    private static Result<NetworkSpecification, Error> Checked(NetworkSpecification head)
    {
        if (head.MemoryCount > 0)
        {
            return Failure("a layer with memory", "layers without memory", "Leave recurrent layers out of the head.");
        }

        return head.Plan.Steps[0].Kind == NetworkStepKind.Dense
            ? Result.Success<NetworkSpecification, Error>(head)
            : Failure("another first layer", "a dense layer first", "Begin the head with a dense layer.");
        static Result<NetworkSpecification, Error> Failure(string found, string wanted, string remedy) =>
            Result.Failure<NetworkSpecification, Error>(new("head", found, wanted, remedy));
    }

    private static IEnumerable<TensorSlice> Slices(ConvolutionStep step, int index)
    {
        var shape = step.Shape;
        var (kernel, channels, filters) = (shape.KernelSize, shape.Input.ChannelCount, shape.Output.ChannelCount);
        var name = string.Create(CultureInfo.InvariantCulture, $"convolution.{index}");
        return
        [
            new($"{name}.weight", step.ParameterOffset, shape.WeightCount, [kernel, kernel, channels, filters]),
            new($"{name}.bias", step.ParameterOffset + shape.WeightCount, filters, [filters]),
        ];
    }
}
