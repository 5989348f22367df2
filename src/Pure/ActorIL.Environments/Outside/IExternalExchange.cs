using System.Collections.Immutable;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Outside;

/// <summary>
/// The instances of one environment in another process, one request at a time. Whatever goes wrong is thrown; nothing
/// is asked of it afterwards.
/// </summary>
public interface IExternalExchange
{
    /// <summary>Makes more instances; each must be reset or restored before it is stepped.</summary>
    /// <param name="count">How many, ≥ 1.</param>
    /// <returns>The number of the first; the others follow it.</returns>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    int Open(int count);

    /// <summary>Starts an episode in some instances.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="seeds">Shape [n]: what the start of each is drawn from.</param>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    void Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations);

    /// <summary>Steps some instances once. Nothing is reset.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="actions">Shape [n, action size].</param>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    void Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    );

    /// <summary>The states of some instances, shape [n], as bytes that mean something to the program alone.</summary>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    ImmutableArray<ImmutableArray<byte>> Snapshot(ReadOnlySpan<int> instances);

    /// <summary>Makes instances what snapshots of this or another process of the same program say.</summary>
    /// <param name="instances">Shape [n], each at most once.</param>
    /// <param name="snapshots">Shape [n].</param>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    void Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots);
}
