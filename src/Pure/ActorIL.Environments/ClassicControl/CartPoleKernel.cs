using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Environments.ClassicControl;

/// <summary>The arithmetic of <see cref="CartPole.Step"/> in place, operation for operation, at any width.</summary>
/// <param name="parameters">Physical constants.</param>
/// <param name="states">Read and written, n states.</param>
/// <param name="sines">Of the angles, shape [n].</param>
/// <param name="cosines">Of the angles, shape [n].</param>
/// <param name="forces">Newtons, shape [n].</param>
internal readonly struct CartPoleKernel(
    CartPoleParams parameters,
    CartPoleColumns states,
    double[] sines,
    double[] cosines,
    double[] forces
) : ILaneKernel
{
    private readonly double _massTotal = parameters.PoleMass + parameters.CartMass;
    private readonly double _poleMassLength = parameters.PoleMass * parameters.PoleHalfLength;
    private readonly CartPoleParams _parameters = parameters;
    private readonly CartPoleColumns _states = states;
    private readonly double[] _sines = sines;
    private readonly double[] _cosines = cosines;
    private readonly double[] _forces = forces;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLane>(int index)
        where TLane : struct, ILane<TLane, double, long>
    {
        var position = _states.Position.AsSpan(index);
        var velocity = _states.Velocity.AsSpan(index);
        var angle = _states.Angle.AsSpan(index);
        var angularVelocity = _states.AngularVelocity.AsSpan(index);
        var (oldVelocity, oldAngularVelocity) = (TLane.Load(velocity), TLane.Load(angularVelocity));
        var (sine, cosine) = (TLane.Load(_sines.AsSpan(index)), TLane.Load(_cosines.AsSpan(index)));
        var force = TLane.Load(_forces.AsSpan(index));
        var (massTotal, poleMass) = (TLane.Broadcast(_massTotal), TLane.Broadcast(_parameters.PoleMass));
        var (poleMassLength, timeStep) = (TLane.Broadcast(_poleMassLength), TLane.Broadcast(_parameters.TimeStep));
        var poleHalfLength = TLane.Broadcast(_parameters.PoleHalfLength);
        var push = (force + (poleMassLength * (oldAngularVelocity * oldAngularVelocity) * sine)) / massTotal;
        var angularAcceleration =
            ((TLane.Broadcast(_parameters.Gravity) * sine) - (cosine * push))
            / (poleHalfLength * (TLane.Broadcast(4.0 / 3.0) - (poleMass * (cosine * cosine) / massTotal)));
        var acceleration = push - (poleMassLength * angularAcceleration * cosine / massTotal);
        TLane.Store(TLane.Load(position) + (timeStep * oldVelocity), position);
        TLane.Store(oldVelocity + (timeStep * acceleration), velocity);
        TLane.Store(TLane.Load(angle) + (timeStep * oldAngularVelocity), angle);
        TLane.Store(oldAngularVelocity + (timeStep * angularAcceleration), angularVelocity);
    }
}
