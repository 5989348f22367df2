using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;
using ActorIL.Training.Policies;

namespace ActorIL.Akka.Streams;

/// <summary>
/// The environment blocks of one collector, stepped by its own behaviour: the same episodes as the collector at that
/// path has them.
/// </summary>
internal sealed class BlockRunner
{
    private readonly ActorId _collector;
    private readonly ImmutableArray<BlockBehavior> _blocks;
    private readonly RngKey _seed;
    private readonly BlockState[] _states;

    /// <param name="environment">What is stepped.</param>
    /// <param name="environmentCount">N, a multiple of the block count.</param>
    /// <param name="blockCount">Blocks, ≥ 1.</param>
    /// <param name="collector">Whose children they are.</param>
    /// <param name="seed">The run's.</param>
    public BlockRunner(
        EnvironmentEntry environment,
        int environmentCount,
        int blockCount,
        ActorId collector,
        ulong seed
    )
    {
        (_collector, _seed) = (collector, RngKey.Root(seed));
        var episodes = KeyOf(collector).Fold("episodes");
        _blocks =
        [
            .. Enumerable
                .Range(0, blockCount)
                .Select(block => new BlockBehavior(environment, block, environmentCount / blockCount, episodes)),
        ];
        _states = [.. _blocks.Select(block => Steps.Init(block, Ctx(block.BlockIndex)).State)];
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _blocks.Length;

    /// <summary>T steps of a block.</summary>
    /// <param name="block">Which, from 0.</param>
    /// <param name="sequence">The number of the request, from 1.</param>
    /// <param name="stepCount">T, ≥ 1.</param>
    /// <param name="drive">How actions are chosen.</param>
    public BlockChunk Run(int block, long sequence, int stepCount, Drive drive)
    {
        var request = new BlockMessage.Collect(sequence, stepCount, drive, Resume: null);
        var (state, effects) = Steps.Receive(_blocks[block], Ctx(block), _states[block], request);
        _states[block] = state;
        return ((CollectorMessage.Finished)effects[0].Body!).Chunk;
    }

    private Ctx Ctx(int block)
    {
        var self = _collector.Child(FormattableString.Invariant($"block-{block}"));
        return new(self, _collector, now: 0, KeyOf(self));
    }

    private RngKey KeyOf(ActorId actor) => _seed.Fold(actor.Value);
}
