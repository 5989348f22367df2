using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Chains;

/// <summary>Does the right thing in every state of a <see cref="LaneChain"/>: its cost is 0.</summary>
/// <param name="Parameters">How many bands.</param>
internal sealed record LaneChainController(LaneChainParams Parameters) : IPolicy
{
    private const int ObservationSize = 2;

    public string Name => "scripted-lane-chain";

    public Space Observations => LaneChain.Seen;

    public Space Actions => LaneChain.Actions(Parameters);

    public int WorkspaceSize(int count) => 0;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        Shape.Require("observations", observations.Length, count, ObservationSize);
        Shape.Require("actions", actions.Length, count, columns: 1);
        for (var i = 0; i < count; i++)
        {
            var isOff = observations[i * ObservationSize] > 0.5f;
            actions[i] = LaneChain.Right(Parameters, isOff, observations[(i * ObservationSize) + 1]);
        }
    }
}
