namespace ActorIL.Core.Prelude;

/// <summary>Runs the parts of one computation, some of them at the same time where there is somebody to help.</summary>
public interface IForkJoin
{
    /// <summary>Runs every part once, in any order and on any thread, and returns when all of them are done.</summary>
    /// <param name="work">What to run.</param>
    /// <param name="partCount">Parts, ≥ 0.</param>
    void Run(IForkable work, int partCount);
}
