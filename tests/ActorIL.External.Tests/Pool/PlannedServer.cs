using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Environments.Outside;
using ActorIL.External.Pool;

namespace ActorIL.External.Tests.Pool;

/// <summary>A server of an environment in which nothing happens, in this process.</summary>
/// <param name="identity">What it says of itself.</param>
internal sealed class PlannedServer(ExternalIdentity identity) : IExternalServer, IExternalExchange
{
    private int _count;

    public ExternalIdentity Identity { get; } = identity;

    public int InstanceCountMax => 100;

    public IExternalExchange Exchange => this;

    public bool IsDisposed { get; private set; }

    public int Open(int count) => (_count += count) - count;

    public void Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations) =>
        observations.Clear();

    public void Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    )
    {
        observations.Clear();
        rewards.Clear();
        endings.Fill(Ending.Terminated);
    }

    public ImmutableArray<ImmutableArray<byte>> Snapshot(ReadOnlySpan<int> instances) => [];

    public void Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots) { }

    public void Dispose() => IsDisposed = true;
}
