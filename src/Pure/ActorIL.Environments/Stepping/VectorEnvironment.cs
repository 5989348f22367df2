using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// A batch of environments of one kind, stepped together; an environment whose episode ends starts its next one at
/// once. Mutable working memory of one caller; what lasts is its <see cref="VectorSnapshot"/>. Every episode is a
/// function of (key, environment index, episode index, actions), so how environments are dealt to batches changes
/// nothing.
/// </summary>
public abstract class VectorEnvironment
{
    internal VectorEnvironment(EnvironmentModule module, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (Module, Count, Observations, Actions) = (module, count, module.Observations, module.Actions);
        (ObservationSize, ActionSize) = (Observations.Size, Actions.Size);
    }

    public EnvironmentModule Module { get; }

    /// <summary>n, the number of environments.</summary>
    public int Count { get; }

    public Space Observations { get; }

    public Space Actions { get; }

    public int ObservationSize { get; }

    public int ActionSize { get; }

    /// <summary>
    /// The episodes that the last <see cref="Step"/> ended, in order of environment; empty before the first one.
    /// </summary>
    public abstract ReadOnlySpan<EpisodeSummary> Finished { get; }

    /// <summary>A batch at the start of episode 0 of each environment.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="count">n, ≥ 1.</param>
    /// <param name="key">The key all episode keys are folded from: the same for all blocks.</param>
    /// <param name="firstEnvironmentIndex">
    /// Index of the first of these environments among those of all blocks, ≥ 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A count or index is out of range.</exception>
    /// <exception cref="EnvironmentFailureException">A reset failed.</exception>
    public static VectorEnvironment Start(
        EnvironmentModule module, int count, RngKey key, int firstEnvironmentIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEnvironmentIndex);
        var environments = module.Open(new Allocation(count));
        environments.Begin(key, firstEnvironmentIndex);
        return environments;
    }

    /// <summary>A batch that goes on from <paramref name="snapshot"/>.</summary>
    /// <exception cref="ArgumentException">
    /// The snapshot is of another environment, or its bytes are damaged.
    /// </exception>
    public static VectorEnvironment Resume(EnvironmentModule module, VectorSnapshot snapshot)
    {
        var environments = module.Open(new Allocation(snapshot.Count));
        environments.Restore(snapshot);
        return environments;
    }

    /// <summary>Writes what each agent sees now.</summary>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <exception cref="ArgumentException">The shape disagrees.</exception>
    /// <exception cref="EnvironmentFailureException">An observation failed or is not finite.</exception>
    public abstract void Observe(Span<float> observations);

    /// <summary>Steps every environment once, and starts the next episode of those that ended.</summary>
    /// <param name="actions">Shape [n, action size], within the action space.</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <param name="finalObservations">
    /// Shape [n, observation size]. For each ended episode its row is written with the observation the step led to,
    /// before the reset; the other rows are left alone.
    /// </param>
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    /// <exception cref="EnvironmentFailureException">
    /// A step failed, or gave a number that is not finite. The batch is then half-stepped: restore it from a
    /// snapshot.
    /// </exception>
    public abstract void Step(
        ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings, Span<float> finalObservations);

    /// <summary>Everything the batch is, as an immutable value.</summary>
    public abstract VectorSnapshot Snapshot();

    /// <summary>Makes this batch what <paramref name="snapshot"/> says, reusing its memory.</summary>
    /// <exception cref="ArgumentException">
    /// The snapshot is of another environment or count, or its bytes are damaged.
    /// </exception>
    public abstract void Restore(VectorSnapshot snapshot);

    private protected abstract void Begin(RngKey key, int firstEnvironmentIndex);

    private sealed class Allocation(int count) : IEnvironmentFunction<VectorEnvironment>
    {
        public VectorEnvironment Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment)
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new TypedVectorEnvironment<TEnvironment, TParams, TState>(environment, count);
    }
}
