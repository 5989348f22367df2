using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Blocks;

/// <summary>T steps of a block.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">The block.</param>
/// <param name="BlockIndex">Which block, from 0.</param>
/// <param name="Request">What it was asked.</param>
/// <param name="States">Where its environments stand.</param>
/// <param name="Key">Samples and coin flips.</param>
internal sealed record BlockWork(
    EnvironmentEntry Environment,
    ActorId Actor,
    int BlockIndex,
    BlockMessage.Collect Request,
    VectorSnapshot States,
    RngKey Key
) : EnvironmentWork<BlockChunk>(Environment, Actor)
{
    public override TypeName OperationName => new("block-work", 1);

    public override bool GoesOn => true;

    public override BlockChunk Compute(EnvironmentEntry environment)
    {
        var environments = VectorEnvironment.Resume(environment.Module, States);
        var recording = BlockStepping.Run(environment, environments, Request.Drive, Request.StepCount, Key);
        return new(
            BlockIndex,
            Request.Sequence,
            recording.ToRollout(),
            environments.Snapshot(),
            recording.Returns,
            recording.ExpertStepCount
        );
    }
}
