using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Environments of one kind that somebody else drives: any of them are started, each from a key of its own, and
/// stepped, together where all are. Nothing is reset by itself. Mutable working memory of one caller.
/// </summary>
internal abstract class EpisodeInstances
{
    internal EpisodeInstances(EnvironmentModule module, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (Module, Count) = (module, count);
        (ObservationSize, ActionSize) = (module.Observations.Size, module.Actions.Size);
    }

    public EnvironmentModule Module { get; }

    /// <summary>n, the number of environments.</summary>
    public int Count { get; }

    public int ObservationSize { get; }

    public int ActionSize { get; }

    /// <summary>Room for environments, none of which is started.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="count">n, ≥ 1.</param>
    public static EpisodeInstances Open(EnvironmentModule module, int count) => module.Open(new Allocation(count));

    /// <summary>Starts an episode in some rows.</summary>
    /// <param name="rows">Shape [m], each at most once.</param>
    /// <param name="keys">Shape [m], the key that each episode starts from.</param>
    /// <param name="observations">Written, shape [m, observation size].</param>
    /// <exception cref="EnvironmentFailureException">A reset failed.</exception>
    public abstract void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys, Span<float> observations);

    /// <summary>Steps some rows once.</summary>
    /// <param name="rows">Shape [m], each at most once.</param>
    /// <param name="actions">Shape [m, action size].</param>
    /// <param name="observations">Written, shape [m, observation size]: of the states that the steps led to.</param>
    /// <param name="rewards">Written, shape [m].</param>
    /// <param name="endings">Written, shape [m].</param>
    /// <exception cref="EnvironmentFailureException">A step failed; some rows may have been stepped.</exception>
    public abstract void Step(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    );

    /// <summary>The episode of a row as canonical bytes.</summary>
    public abstract ImmutableArray<byte> Snapshot(int row);

    /// <summary>Makes the episode of a row what the bytes say.</summary>
    /// <returns>Why they say nothing, or null.</returns>
    public abstract Error? Restore(int row, ReadOnlySpan<byte> snapshot);

    private protected static bool AreAll(ReadOnlySpan<int> rows, int count)
    {
        if (rows.Length != count)
        {
            return false;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Allocation(int count) : IEnvironmentFunction<EpisodeInstances>
    {
        public EpisodeInstances Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new TypedEpisodeInstances<TEnvironment, TParams, TState>(environment, count);
    }
}
