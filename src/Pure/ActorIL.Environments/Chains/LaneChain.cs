using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Configuration;

namespace ActorIL.Environments.Chains;

/// <summary>
/// Stay in a lane that is left by one mistake and entered again by one right action, which nobody shows who never
/// leaves it. In the lane a cue u, uniform in [-1, 1] and new in every step, says which of two ways to go: the bands
/// that [-1, 1] is dealt to take turns. Off the lane the third action leads back, and any other does not. Each step
/// that ends off the lane costs 1. Nothing terminates. Observations are 1 off the lane and 0 in it, and the cue.
/// </summary>
/// <remarks>
/// <para>
/// The lower-bound example of Ross and Bagnell, "Efficient reductions for imitation learning", AISTATS 2010, section
/// 2, made learnable from samples. The expert never leaves the lane, so a clone sees neither an off-lane state nor
/// the action that leads back, and learns to keep that action's score low everywhere. It errs in the lane too, at
/// cues near an edge of a band, where its data are scarce: from N labels an edge is known to about 1/N.
/// </para>
/// <para>
/// Let ε be the rate of mistakes in the lane and T the horizon. A clone that never comes back is off after t steps
/// with probability 1 - (1 - ε)^t, so its expected cost is
/// T - (1 - ε)(1 - (1 - ε)^T) / ε = ε T (T + 1) / 2 + O(ε² T³): it grows with the square of T while ε T is small. A
/// student that has seen off-lane states with their labels is back after one step: it is off with probability
/// p' = ε (1 - p), and its cost is ε T / (1 + ε) + O(ε): it grows with T. The expert's cost is 0.
/// </para>
/// <para>An episode is judged by where it ends: in the lane is success. A clone's failures are 1 - (1 - ε)^T.</para>
/// </remarks>
internal readonly struct LaneChain : IEnvironment<LaneChainParams, LaneChainState>
{
    internal const int ActionCount = 3;
    internal const int Back = 2;

    public static bool HasOutcomes => true;

    /// <summary>Whether off the lane, and the cue.</summary>
    public static Space Observations(in LaneChainParams parameters) => Seen;

    internal static Space Seen { get; } = new Space.Box([0f, -1f], [1f, 1f]);

    /// <summary>0 and 1 are the two ways, 2 leads back.</summary>
    public static Space Actions(in LaneChainParams parameters) => new Space.Discrete(ActionCount);

    /// <summary>In the lane.</summary>
    public static LaneChainState Reset(in LaneChainParams parameters, RngKey key) => new(IsOff: false, Cue(key));

    /// <summary>One step; the next cue is drawn from the key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is not 0, 1 or 2.</exception>
    public static StepResult<LaneChainState> Step(
        in LaneChainParams parameters,
        in LaneChainState state,
        ActionView action,
        RngKey key
    )
    {
        if (!(action[0] is 0f or 1f or 2f))
        {
            throw new ArgumentOutOfRangeException(nameof(action), action[0], "The action is 0, 1 or 2.");
        }

        // As it is observed, so that the expert and the rule round alike.
        var isOff = action.Index != Right(parameters, state.IsOff, (float)state.Cue);
        return StepResult.Continue(new LaneChainState(isOff, Cue(key)), isOff ? -1 : 0);
    }

    public static void Observe(in LaneChainParams parameters, in LaneChainState state, Span<float> observation)
    {
        observation[0] = state.IsOff ? 1f : 0f;
        observation[1] = (float)state.Cue;
    }

    /// <summary>In the lane is success, off it failure.</summary>
    public static Outcome Judge(in LaneChainParams parameters, in LaneChainState state) =>
        state.IsOff ? Outcome.Failure : Outcome.Success;

    public static ImmutableArray<Error> Check(in LaneChainParams parameters) =>
        new ParameterCheck().Within("bands", parameters.Bands, 1, 1000).Errors;

    /// <summary>The action that leads into the lane or keeps there.</summary>
    internal static int Right(in LaneChainParams parameters, bool isOff, float cue) =>
        isOff ? Back : Math.Min((int)((cue + 1.0) / 2 * parameters.Bands), parameters.Bands - 1) % 2;

    private static double Cue(RngKey key) => Draw.Uniform(key, 0, -1, 1);
}
