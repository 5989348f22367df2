namespace ActorIL.Reports.Figures;

/// <summary>A mark of an axis.</summary>
/// <param name="Value">Where.</param>
/// <param name="Text">What stands beside it.</param>
internal readonly record struct Tick(double Value, string Text);
