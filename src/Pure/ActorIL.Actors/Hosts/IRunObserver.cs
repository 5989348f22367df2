namespace ActorIL.Actors.Hosts;

/// <summary>
/// Watches a run between its rounds: trace, metrics, progress, checkpoints. It cannot change a digest.
/// </summary>
public interface IRunObserver
{
    /// <summary>
    /// A round has ended and its effects are committed. What the report refers to is valid during the call only.
    /// </summary>
    void AfterRound(in RoundReport report);
}
