namespace ActorIL.Reports.Content;

/// <summary>How a stage stands against the same student with a constant reward.</summary>
/// <param name="Stage">The control's stage.</param>
/// <param name="MeanDifference">Mean of the student's return minus the control's, over the same start states.</param>
/// <param name="CiLow">Lower end of its 95 % interval.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
/// <param name="CanJudge">Whether the control scores clearly lower.</param>
public sealed record ControlFacts(string Stage, double MeanDifference, double CiLow, double CiHigh, bool CanJudge);
