namespace ActorIL.Reports.Sketches;

/// <summary>A place in the world of a sketch; Y points up.</summary>
public readonly record struct SketchPoint(double X, double Y);
