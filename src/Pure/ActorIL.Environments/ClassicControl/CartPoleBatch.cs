using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.ClassicControl;

/// <summary>Many <see cref="CartPole"/>s side by side.</summary>
internal sealed class CartPoleBatch : IStateBatch<CartPoleState>
{
    private readonly CartPoleParams _parameters;
    private readonly CartPoleColumns _states;
    private readonly double[] _sines;
    private readonly double[] _cosines;
    private readonly double[] _forces;
    private readonly CartPoleKernel _kernel;

    public CartPoleBatch(CartPoleParams parameters, int count)
    {
        (_parameters, _states) = (parameters, new(count));
        (_sines, _cosines, _forces) = (new double[count], new double[count], new double[count]);
        _kernel = new(parameters, _states, _sines, _cosines, _forces);
    }

    public CartPoleState this[int index]
    {
        get => _states[index];
        set => _states.Write(index, value);
    }

    public void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys)
    {
        Columns.Uniform(rows, keys, 0, -CartPole.StartMax, CartPole.StartMax, _states.Position);
        Columns.Uniform(rows, keys, 1, -CartPole.StartMax, CartPole.StartMax, _states.Velocity);
        Columns.Uniform(rows, keys, 2, -CartPole.StartMax, CartPole.StartMax, _states.Angle);
        Columns.Uniform(rows, keys, 3, -CartPole.StartMax, CartPole.StartMax, _states.AngularVelocity);
    }

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        var count = rewards.Length;
        if (!TryChooseForces(actions[..count]))
        {
            return false;
        }

        VectorElementary.SinCos(_states.Angle.AsSpan(0, count), _sines.AsSpan(0, count), _cosines.AsSpan(0, count));
        LaneSweep.Run(_kernel, count);
        rewards.Fill(1.0);
        Judge(endings);
        return true;
    }

    public void Observe(Span<float> observations)
    {
        var count = observations.Length / 4;
        Rows.Interleave(
            _states.Position.AsSpan(0, count),
            _states.Velocity.AsSpan(0, count),
            _states.Angle.AsSpan(0, count),
            _states.AngularVelocity.AsSpan(0, count),
            observations
        );
    }

    // Without branches: half of all actions are each of the two, so a branch would be mispredicted half the time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryChooseForces(ReadOnlySpan<float> actions)
    {
        var (index, known) = (0, true);
        var force = _parameters.Force;
        if (Vector256.IsHardwareAccelerated)
        {
            var (one, forces) = (Vector256<float>.One, Vector256.Create(force));
            var knowns = Vector256<float>.AllBitsSet;
            for (; index <= actions.Length - Vector256<float>.Count; index += Vector256<float>.Count)
            {
                var several = Vector256.Create(actions[index..]);
                knowns &= Vector256.Equals(several, Vector256<float>.Zero) | Vector256.Equals(several, one);
                var (lower, upper) = Vector256.Widen(several + several - one);
                (lower * forces).CopyTo(_forces, index);
                (upper * forces).CopyTo(_forces, index + Vector256<double>.Count);
            }

            known = Vector256.EqualsAll(knowns.AsInt32(), Vector256<int>.AllBitsSet);
        }

        for (; index < actions.Length; index++)
        {
            known &= (actions[index] == 0f) | (actions[index] == 1f);
            _forces[index] = ((2.0 * actions[index]) - 1.0) * force;
        }

        return known;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Judge(Span<Ending> endings)
    {
        var (positionMax, angleMax) = (_parameters.PositionMax, _parameters.AngleMax);
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var terminated = Vector256.Create((int)Ending.Terminated);
            var numbers = MemoryMarshal.Cast<Ending, int>(endings);
            for (; index <= endings.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var fell = Vector256.Narrow(Fell(index), Fell(index + Vector256<double>.Count));
                (fell & terminated).CopyTo(numbers[index..]);
            }
        }

        for (; index < endings.Length; index++)
        {
            var fell = (Math.Abs(_states.Position[index]) > positionMax) | (Math.Abs(_states.Angle[index]) > angleMax);
            endings[index] = fell ? Ending.Terminated : Ending.None;
        }
    }

    private Vector256<long> Fell(int index)
    {
        var position = Vector256.Create(_states.Position.AsSpan(index));
        var angle = Vector256.Create(_states.Angle.AsSpan(index));
        var fell =
            Vector256.GreaterThan(Vector256.Abs(position), Vector256.Create(_parameters.PositionMax))
            | Vector256.GreaterThan(Vector256.Abs(angle), Vector256.Create(_parameters.AngleMax));
        return fell.AsInt64();
    }
}
