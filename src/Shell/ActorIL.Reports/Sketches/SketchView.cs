namespace ActorIL.Reports.Sketches;

/// <summary>The part of the world that a sketch shows.</summary>
public sealed record SketchView(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;
}
