using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>One shape of a sketch, in the coordinates of its world.</summary>
public abstract record SketchShape
{
    private SketchShape(SketchInk ink) => Ink = ink;

    /// <summary>Its colour.</summary>
    public SketchInk Ink { get; }

    public abstract T Match<T>(Func<Path, T> path, Func<Area, T> area, Func<Disk, T> disk);

    /// <summary>A line through points.</summary>
    /// <param name="Points">At least one.</param>
    /// <param name="Width">Of the line, ≥ 0.</param>
    /// <param name="Look">Its colour.</param>
    public sealed record Path(ImmutableArray<SketchPoint> Points, double Width, SketchInk Look) : SketchShape(Look)
    {
        public override T Match<T>(Func<Path, T> path, Func<Area, T> area, Func<Disk, T> disk) => path(this);
    }

    /// <summary>What points enclose.</summary>
    /// <param name="Points">At least three.</param>
    /// <param name="Look">Its colour.</param>
    public sealed record Area(ImmutableArray<SketchPoint> Points, SketchInk Look) : SketchShape(Look)
    {
        public override T Match<T>(Func<Path, T> path, Func<Area, T> area, Func<Disk, T> disk) => area(this);
    }

    /// <summary>A disk.</summary>
    /// <param name="Centre">Its middle.</param>
    /// <param name="Radius">≥ 0.</param>
    /// <param name="Look">Its colour.</param>
    public sealed record Disk(SketchPoint Centre, double Radius, SketchInk Look) : SketchShape(Look)
    {
        public override T Match<T>(Func<Path, T> path, Func<Area, T> area, Func<Disk, T> disk) => disk(this);
    }
}
