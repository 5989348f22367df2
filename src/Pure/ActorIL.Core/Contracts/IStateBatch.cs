using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Core.Contracts;

/// <summary>
/// The states of n environments as columns, one array a field, stepped together: what an environment may offer beside
/// its Step, for speed alone. Each state gets the bits that Step and Observe give it. Mutable working memory of one
/// caller.
/// </summary>
public interface IStateBatch<TState>
{
    TState this[int index] { get; set; }

    /// <summary>The episode of one row goes on in another, whose own is over.</summary>
    void Move(int from, int to) => this[to] = this[from];

    /// <summary>Puts start states into some rows.</summary>
    /// <param name="rows">Which, shape [m], each once.</param>
    /// <param name="keys">Shape [m]: row i gets what the environment's Reset gives for its key.</param>
    void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys);

    /// <summary>Steps the first k states once, k ≤ n. Nothing is reset.</summary>
    /// <param name="actions">Shape [k, action size].</param>
    /// <param name="rewards">Written, shape [k].</param>
    /// <param name="endings">Written, shape [k].</param>
    /// <returns>
    /// False if some step would fail, give a reward that is not finite, or needs the environment's own Step. No state
    /// has then changed: step them one by one.
    /// </returns>
    /// <exception cref="RowFailureException">A step failed, and one by one nothing else can come of it.</exception>
    bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings);

    /// <summary>Writes what the first k agents see.</summary>
    /// <param name="observations">Written, shape [k, observation size].</param>
    /// <exception cref="RowFailureException">One of them sees what cannot be.</exception>
    void Observe(Span<float> observations);

    /// <summary>Writes what the agent of one row sees, where that needs no state; else false.</summary>
    /// <param name="row">Which.</param>
    /// <param name="observation">Written, shape [observation size].</param>
    /// <exception cref="RowFailureException">It sees what cannot be.</exception>
    bool TryObserve(int row, Span<float> observation) => false;
}
