using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Environments.Outside;

namespace ActorIL.External.Pool;

/// <summary>A child process as whoever steps its instances sees it: its failures are thrown.</summary>
/// <param name="process">The process.</param>
/// <param name="environment">Name of its environment, for failures.</param>
internal sealed class ProcessExchange(ExternalProcess process, string environment) : IExternalExchange
{
    public int Open(int count) => process.Open(count).Match(static first => first, Throw<int>);

    public void Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations) =>
        Require(process.Reset(instances, seeds, observations));

    public void Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    ) => Require(process.Step(instances, actions, observations, rewards, endings));

    public ImmutableArray<ImmutableArray<byte>> Snapshot(ReadOnlySpan<int> instances) =>
        process.Snapshot(instances).Match(static snapshots => snapshots, Throw<ImmutableArray<ImmutableArray<byte>>>);

    public void Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots) =>
        Require(process.Restore(instances, snapshots));

    private void Require(ExternalFailure? failure)
    {
        if (failure is not null)
        {
            Throw<int>(failure);
        }
    }

    private T Throw<T>(ExternalFailure failure) =>
        throw new ExternalFailureException($"{environment}, {failure.Error}");
}
