namespace ActorIL.Reports.Content;

/// <summary>How much more a stage scores than another from the same start states.</summary>
/// <param name="Reference">The other stage.</param>
/// <param name="Mean">Mean difference of returns.</param>
/// <param name="CiLow">Lower end of its 95 % interval.</param>
/// <param name="CiHigh">Upper end of its 95 % interval.</param>
public sealed record DifferenceFacts(string Reference, double Mean, double CiLow, double CiHigh);
