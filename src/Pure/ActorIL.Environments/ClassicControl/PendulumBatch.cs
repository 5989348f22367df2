using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Many <see cref="Pendulum"/>s side by side. The sines and cosines of the angles stand beside them: what is seen after
/// one step is what the next step needs.
/// </summary>
internal sealed class PendulumBatch : IStateBatch<PendulumState>
{
    /// <summary>Up to here no square overflows, so every reward is finite.</summary>
    private const double Moderate = 1e100;

    private readonly PendulumParams _parameters;
    private readonly double[] _angles;
    private readonly double[] _angularVelocities;
    private readonly double[] _sines;
    private readonly double[] _cosines;
    private readonly double[] _torques;
    private readonly double[] _rewards;
    private readonly PendulumKernel _kernel;

    public PendulumBatch(PendulumParams parameters, int count)
    {
        _parameters = parameters;
        (_angles, _angularVelocities) = (new double[count], new double[count]);
        (_sines, _cosines) = (new double[count], new double[count]);
        (_torques, _rewards) = (new double[count], new double[count]);
        _kernel = new(parameters, _angles, _angularVelocities, _sines, _torques, _rewards);
    }

    public PendulumState this[int index]
    {
        get => new(_angles[index], _angularVelocities[index]);
        set
        {
            (_angles[index], _angularVelocities[index]) = value;
            (_sines[index], _cosines[index]) = Elementary.SinCos(value.Angle);
        }
    }

    public void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys)
    {
        const double speedMax = Pendulum.StartAngularVelocityMax;
        Columns.Uniform(rows, keys, 0, -Pendulum.StartAngleMax, Pendulum.StartAngleMax, _angles);
        Columns.Uniform(rows, keys, 1, -speedMax, speedMax, _angularVelocities);
        foreach (var row in rows)
        {
            (_sines[row], _cosines[row]) = Elementary.SinCos(_angles[row]);
        }
    }

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        var count = rewards.Length;
        if (!IsModerate(count) || !TryClipTorques(actions[..count]))
        {
            return false;
        }

        LaneSweep.Run(_kernel, count);
        VectorElementary.SinCos(_angles.AsSpan(0, count), _sines.AsSpan(0, count), _cosines.AsSpan(0, count));
        _rewards.AsSpan(0, count).CopyTo(rewards);
        endings.Clear();
        return true;
    }

    public void Observe(Span<float> observations)
    {
        var count = observations.Length / 3;
        Rows.Interleave(
            _cosines.AsSpan(0, count),
            _sines.AsSpan(0, count),
            _angularVelocities.AsSpan(0, count),
            observations
        );
    }

    // Comparisons are written so that a NaN fails them.
    private bool IsModerate(int count) =>
        _parameters is { TorqueMax: >= 0 and <= Moderate, AngularVelocityMax: >= 0 }
        && Columns.AllAtMost(_angles.AsSpan(0, count), PendulumKernel.AngleMax)
        && Columns.AllAtMost(_angularVelocities.AsSpan(0, count), Moderate);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryClipTorques(ReadOnlySpan<float> actions)
    {
        var torqueMax = _parameters.TorqueMax;
        var (index, isNumber) = (0, true);
        if (Vector256.IsHardwareAccelerated)
        {
            var (least, most) = (Vector256.Create(-torqueMax), Vector256.Create(torqueMax));
            var numbers = Vector256<float>.AllBitsSet;
            for (; index <= actions.Length - Vector256<float>.Count; index += Vector256<float>.Count)
            {
                var several = Vector256.Create(actions[index..]);
                numbers &= Vector256.Equals(several, several);
                var (lower, upper) = Vector256.Widen(several);
                Clip(lower, least, most).CopyTo(_torques, index);
                Clip(upper, least, most).CopyTo(_torques, index + Vector256<double>.Count);
            }

            isNumber = Vector256.EqualsAll(numbers.AsInt32(), Vector256<int>.AllBitsSet);
        }

        for (; index < actions.Length; index++)
        {
            double torque = actions[index];
            isNumber &= !double.IsNaN(torque);
            torque = torque < -torqueMax ? -torqueMax : torque;
            _torques[index] = torque > torqueMax ? torqueMax : torque;
        }

        return isNumber;
    }

    private static Vector256<double> Clip(Vector256<double> torques, Vector256<double> least, Vector256<double> most)
    {
        torques = Vector256.ConditionalSelect(Vector256.LessThan(torques, least), least, torques);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(torques, most), most, torques);
    }
}
