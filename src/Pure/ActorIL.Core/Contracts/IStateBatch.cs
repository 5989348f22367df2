using ActorIL.Core.Experience;

namespace ActorIL.Core.Contracts;

/// <summary>
/// The states of n environments as columns, one array a field, stepped together: what an environment may offer beside
/// its Step, for speed alone. Each state gets the bits that Step and Observe give it. Mutable working memory of one
/// caller.
/// </summary>
public interface IStateBatch<TState>
{
    TState this[int index] { get; set; }

    /// <summary>Steps every state once. Nothing is reset.</summary>
    /// <param name="actions">Shape [n, action size].</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <returns>
    /// False if some step would fail, give a reward that is not finite, or needs the environment's own Step. No state
    /// has then changed: step them one by one.
    /// </returns>
    bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings);

    /// <summary>Writes what each agent sees.</summary>
    /// <param name="observations">Written, shape [n, observation size].</param>
    void Observe(Span<float> observations);
}
