using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Checkpoints;

/// <summary>A run's checkpoint as tensors and texts.</summary>
internal static class RunCheckpointContent
{
    private const string KernelName = "kernel";
    private const string BlockPrefix = "block/";
    private const string ExtraPrefix = "extra/";

    public static CheckpointContent Of(RunCheckpoint checkpoint)
    {
        var snapshot = checkpoint.Snapshot;
        var tensors = ImmutableArray.CreateBuilder<Tensor>();
        tensors.Add(Bytes(KernelName, Bare(snapshot).Bytes()));
        tensors.AddRange(
            snapshot
                .Actors.Where(static actor => actor.IsStarted)
                .Select(static actor => Bytes(NameOf(actor), actor.State))
        );
        tensors.AddRange(snapshot.Blocks.Select(Floats));
        tensors.AddRange(checkpoint.Extras.Select(static extra => Bytes(ExtraPrefix + extra.Key, extra.Value)));
        return new(tensors.ToImmutable(), checkpoint.Metadata);
    }

    public static Result<RunCheckpoint, Error> Read(CheckpointContent content, string where)
    {
        var bytes = new SortedDictionary<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<ParameterBlock>();
        foreach (var tensor in content.Tensors)
        {
            var isKnown = tensor.Match(
                floats => AddBlock(floats, blocks),
                static _ => false,
                static _ => false,
                found => bytes.TryAdd(found.Name, found.Values.Items)
            );
            if (!isKnown)
            {
                return Failure($"{where}, tensor {tensor.Name}", "numbers that are no block of that hash");
            }
        }

        if (!bytes.Remove(KernelName, out var kernel))
        {
            return Failure(where, $"no tensor '{KernelName}'");
        }

        var extras = bytes
            .Where(static found => found.Key.StartsWith(ExtraPrefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(
                static found => found.Key[ExtraPrefix.Length..],
                static found => found.Value,
                StringComparer.Ordinal
            );
        return SystemSnapshot
            .Read(kernel.AsSpan(), blocks.ToImmutable())
            .Then(bare => WithStates(bare, bytes, extras.Count, where))
            .Map(snapshot => new RunCheckpoint(snapshot, extras, content.Metadata))
            .MapError(error =>
                error.Where.StartsWith(where, StringComparison.Ordinal)
                    ? error
                    : error with
                    {
                        Where = $"{where}, tensor {KernelName}: {error.Where}",
                    }
            );
    }

    private static Result<SystemSnapshot, Error> WithStates(
        SystemSnapshot bare,
        SortedDictionary<string, ImmutableArray<byte>> bytes,
        int extraCount,
        string where
    )
    {
        var actors = ImmutableArray.CreateBuilder<ActorSnapshot>(bare.Actors.Length);
        var stateCount = 0;
        foreach (var actor in bare.Actors)
        {
            if (!actor.IsStarted)
            {
                actors.Add(actor);
                continue;
            }

            if (!bytes.TryGetValue(NameOf(actor), out var state))
            {
                return Result.Failure<SystemSnapshot, Error>(Fault(where, $"no tensor '{NameOf(actor)}'"));
            }

            actors.Add(actor with { State = state });
            stateCount++;
        }

        return stateCount + extraCount == bytes.Count
            ? Result.Success<SystemSnapshot, Error>(bare with { Actors = actors.MoveToImmutable() })
            : Result.Failure<SystemSnapshot, Error>(Fault(where, "tensors that belong to no actor"));
    }

    /// <summary>The snapshot without the states, which have tensors of their own.</summary>
    private static SystemSnapshot Bare(SystemSnapshot snapshot) =>
        snapshot with
        {
            Actors = [.. snapshot.Actors.Select(static actor => actor with { State = [] })],
        };

    private static string NameOf(ActorSnapshot actor) => $"actor{actor.Path}/state";

    private static string NameOf(ParameterBlock block) =>
        string.Create(CultureInfo.InvariantCulture, $"{BlockPrefix}{block.Hash:x16}");

    private static Tensor.UInt8 Bytes(string name, ImmutableArray<byte> bytes) => new(name, [bytes.Length], new(bytes));

    private static Tensor.Float32 Floats(ParameterBlock block) =>
        new(NameOf(block), [block.Count], new(ImmutableCollectionsMarshal.AsImmutableArray(block.Values.ToArray())));

    private static bool AddBlock(Tensor.Float32 floats, ImmutableArray<ParameterBlock>.Builder blocks)
    {
        var block = ParameterBlock.Copy(floats.Values.AsSpan());
        blocks.Add(block);
        return NameOf(block) == floats.Name;
    }

    private static Result<RunCheckpoint, Error> Failure(string where, string found) =>
        Result.Failure<RunCheckpoint, Error>(Fault(where, found));

    private static Error Fault(string where, string found) =>
        new(where, found, "the tensors of one checkpoint", "The file is damaged, or was not written by a run.");
}
