namespace ActorIL.Bench.Growth;

/// <summary>Speed and memory of one training, or of one part of the long one.</summary>
/// <param name="Point">Which; for a part, with the steps from the training's start to the part's end.</param>
/// <param name="StepsPerSecond">Environment steps a second, median over the repetitions.</param>
/// <param name="Least">Of all repetitions.</param>
/// <param name="Most">Of all repetitions.</param>
/// <param name="ShareOfPeak">Arithmetic of the gradient steps as a share of one core's peak.</param>
/// <param name="PeakMebibytes">Most working set of the process, less that before the training.</param>
/// <param name="HeapMebibytes">Managed memory in use at the end, less that before the training.</param>
public sealed record GrowthRow(
    GrowthPoint Point,
    double StepsPerSecond,
    double Least,
    double Most,
    double ShareOfPeak,
    double PeakMebibytes,
    double HeapMebibytes
);
