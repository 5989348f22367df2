using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Environments.ClassicControl;

/// <summary>The arithmetic of <see cref="Pendulum.Step"/> in place, operation for operation, at any width.</summary>
/// <param name="parameters">Physical constants.</param>
/// <param name="angles">Read and written, shape [n]; |θ| at most <see cref="AngleMax"/>.</param>
/// <param name="angularVelocities">Read and written, shape [n].</param>
/// <param name="sines">Of the angles, shape [n].</param>
/// <param name="torques">Clipped already, shape [n].</param>
/// <param name="rewards">Written, shape [n].</param>
internal readonly struct PendulumKernel(
    PendulumParams parameters,
    double[] angles,
    double[] angularVelocities,
    double[] sines,
    double[] torques,
    double[] rewards
) : ILaneKernel
{
    /// <summary>Far below the angles whose turns a double no longer counts exactly.</summary>
    public const double AngleMax = 1 << 28;

    private const double Turn = 2 * Math.PI;

    /// <summary>1.5 · 2^52: adding it and taking it away rounds to an integer.</summary>
    private const double RoundingShift = 6755399441055744d;

    private readonly double _gravityFactor = 3 * parameters.Gravity / (2 * parameters.Length);
    private readonly double _torqueFactor = 3.0 / (parameters.Mass * (parameters.Length * parameters.Length));
    private readonly double _angularVelocityMax = parameters.AngularVelocityMax;
    private readonly double _timeStep = parameters.TimeStep;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLane>(int index)
        where TLane : struct, ILane<TLane, double, long>
    {
        var (angle, torque) = (TLane.Load(angles.AsSpan(index)), TLane.Load(torques.AsSpan(index)));
        var angularVelocity = TLane.Load(angularVelocities.AsSpan(index));
        var deviation = Wrap(angle);
        var cost =
            (deviation * deviation)
            + (TLane.Broadcast(0.1) * (angularVelocity * angularVelocity))
            + (TLane.Broadcast(0.001) * (torque * torque));
        var acceleration =
            (TLane.Broadcast(_gravityFactor) * TLane.Load(sines.AsSpan(index)))
            + (TLane.Broadcast(_torqueFactor) * torque);
        var timeStep = TLane.Broadcast(_timeStep);
        var (slowest, fastest) = (TLane.Broadcast(-_angularVelocityMax), TLane.Broadcast(_angularVelocityMax));
        var speed = angularVelocity + (acceleration * timeStep);
        speed = TLane.SelectLess(speed, slowest, slowest, TLane.SelectLess(fastest, speed, fastest, speed));
        TLane.Store(-cost, rewards.AsSpan(index));
        TLane.Store(angle + (speed * timeStep), angles.AsSpan(index));
        TLane.Store(speed, angularVelocities.AsSpan(index));
    }

    /// <summary>The bits of <see cref="Pendulum.Wrap"/>, without its remainder operation.</summary>
    /// <remarks>
    /// Rounding the count of turns leaves a remainder in about ±π that a fused multiply-add gives exactly, and so does
    /// adding a turn to a negative one: the true remainder is a double.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Wrap<TLane>(TLane angle)
        where TLane : struct, ILane<TLane, double, long>
    {
        var (zero, turn, halfTurn) = (TLane.Broadcast(0d), TLane.Broadcast(Turn), TLane.Broadcast(Math.PI));
        var (shift, magnitudeBits) = (TLane.Broadcast(RoundingShift), TLane.BroadcastBits(long.MaxValue));
        var dividend = angle + halfTurn;
        var magnitude = dividend & magnitudeBits;
        var turnCount = ((magnitude * TLane.Broadcast(1 / Turn)) + shift) - shift;
        var nearest = TLane.FusedMultiplyAdd(-turnCount, turn, magnitude);
        var remainder = TLane.SelectLess(nearest, zero, nearest + turn, nearest);
        var mirrored = TLane.SelectEqual(remainder, zero, zero, turn - remainder);
        return TLane.SelectLess(dividend, zero, mirrored, remainder) - halfTurn;
    }
}
