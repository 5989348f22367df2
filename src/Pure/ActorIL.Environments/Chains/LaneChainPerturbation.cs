using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Chains;

/// <summary>
/// Wide starts are off the lane, a push leads off it, and recovered is who is in the lane 5 steps later. One right
/// action does it, which clones of an expert that never leaves the lane were not shown.
/// </summary>
internal sealed record LaneChainPerturbation : IPerturbation<LaneChainState>
{
    public PerturbationTerms Terms =>
        new(
            "off the lane, any cue",
            "off the lane, with the cue as it was",
            "in the lane 5 steps later",
            PushFrom: 8,
            PushUntil: 40,
            RecoverySteps: 5
        );

    public LaneChainState WideStart(RngKey key) => new(IsOff: true, Draw.Uniform(key, 0, -1, 1));

    public LaneChainState Push(in LaneChainState state, RngKey key) => state with { IsOff = true };

    public bool HasRecovered(in LaneChainState state, Ending ending) => !state.IsOff;
}
