namespace ActorIL.Core.Prelude;

/// <summary>Runs the parts in order, by itself: what every other way must agree with, bit for bit.</summary>
public sealed class OneByOne : IForkJoin
{
    private OneByOne() { }

    public static OneByOne Instance { get; } = new();

    public void Run(IForkable work, int partCount)
    {
        for (var part = 0; part < partCount; part++)
        {
            work.RunPart(part);
        }
    }
}
