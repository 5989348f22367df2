namespace ActorIL.Numerics.Convolutions;

/// <summary>Some frames of a batch, one after another.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct FrameGroup(int First, int Count);
