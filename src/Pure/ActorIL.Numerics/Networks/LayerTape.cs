namespace ActorIL.Numerics.Networks;

/// <summary>What a forward pass kept of one layer for its gradient.</summary>
/// <param name="input">What the layer took, shape [rows, in].</param>
/// <param name="output">
/// What it gave, shape [rows, out]; where the next activation ran in place, what that gave.
/// </param>
/// <param name="kept">What else it kept.</param>
internal readonly ref struct LayerTape(ReadOnlySpan<float> input, ReadOnlySpan<float> output, ReadOnlySpan<float> kept)
{
    public ReadOnlySpan<float> Input { get; } = input;

    public ReadOnlySpan<float> Output { get; } = output;

    public ReadOnlySpan<float> Kept { get; } = kept;
}
