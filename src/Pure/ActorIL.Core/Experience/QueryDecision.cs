namespace ActorIL.Core.Experience;

/// <summary>What is done about one step.</summary>
/// <param name="ExpertDrives">Whether the expert's action is executed rather than the student's.</param>
/// <param name="IsLabelled">Whether the expert's action is kept for the student to learn from.</param>
public readonly record struct QueryDecision(bool ExpertDrives, bool IsLabelled);
