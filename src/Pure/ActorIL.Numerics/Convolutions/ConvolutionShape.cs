using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// Sizes of a convolution of frames with square filters, without padding: what does not fill a whole step at the right
/// or at the bottom is not looked at.
/// </summary>
public sealed record ConvolutionShape
{
    // Far above any network meant here; a batch of them is still counted by an index.
    private const long LengthMax = 1 << 24;

    private ConvolutionShape(FrameShape input, FrameShape output, int kernelSize, int stride)
    {
        Input = input;
        Output = output;
        KernelSize = kernelSize;
        Stride = stride;
    }

    /// <summary>A frame in.</summary>
    public FrameShape Input { get; }

    /// <summary>A frame out: a channel for each filter.</summary>
    public FrameShape Output { get; }

    /// <summary>Height and width of a filter, in places.</summary>
    public int KernelSize { get; }

    /// <summary>Places from one position of a filter to the next, in both directions.</summary>
    public int Stride { get; }

    /// <summary>Numbers that a filter sees at one position: kernel rows x kernel columns x channels.</summary>
    public int PatchLength => KernelSize * KernelSize * Input.ChannelCount;

    /// <summary>Elements of the weights, shape [kernel rows, kernel columns, channels, filters].</summary>
    public int WeightCount => PatchLength * Output.ChannelCount;

    /// <summary>Weights, then a bias for each filter.</summary>
    public int ParameterCount => WeightCount + Output.ChannelCount;

    /// <summary>Checked sizes.</summary>
    /// <param name="input">A frame in.</param>
    /// <param name="filterCount">Channels out, at least 1.</param>
    /// <param name="kernelSize">Height and width of a filter: at least 1, at most those of the frame.</param>
    /// <param name="stride">Places from one position to the next, at least 1.</param>
    /// <returns>The sizes, or which of them is wrong.</returns>
    public static Result<ConvolutionShape, Error> Create(FrameShape input, int filterCount, int kernelSize, int stride)
    {
        if (input.ChannelCount < 1 || input.Height < 1 || input.Width < 1)
        {
            return Failure("frame", Text(input), "at least 1x1x1", "Give channels, height and width.");
        }

        if (filterCount < 1 || kernelSize < 1 || stride < 1)
        {
            var found = Invariant($"{filterCount} filters of size {kernelSize} at stride {stride}");
            return Failure("convolution", found, "each at least 1", "Give filters, kernel size and stride.");
        }

        if (kernelSize > int.Min(input.Height, input.Width))
        {
            return Failure(
                "convolution",
                Invariant($"a kernel of {kernelSize}x{kernelSize} on a frame of {Text(input)}"),
                "a kernel within the frame",
                "Use smaller kernels or strides, fewer convolutions, or larger frames."
            );
        }

        var height = ((input.Height - kernelSize) / stride) + 1;
        var width = ((input.Width - kernelSize) / stride) + 1;

        // In decimal: products of three or four integers may exceed any other number.
        var inputLength = (decimal)input.ChannelCount * input.Height * input.Width;
        var outputLength = (decimal)filterCount * height * width;
        var weightCount = (decimal)kernelSize * kernelSize * input.ChannelCount * filterCount;
        var length = decimal.Max(decimal.Max(inputLength, outputLength), weightCount);
        return length <= LengthMax
            ? Result.Success<ConvolutionShape, Error>(new(input, new(filterCount, height, width), kernelSize, stride))
            : Failure(
                "convolution",
                Invariant($"{length} numbers in a frame or in the weights"),
                Invariant($"at most {LengthMax}"),
                "Use smaller frames or fewer filters."
            );
    }

    private static Result<ConvolutionShape, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<ConvolutionShape, Error>(new(where, found, wanted, remedy));

    private static string Text(FrameShape frame) => Invariant($"{frame.ChannelCount}x{frame.Height}x{frame.Width}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
