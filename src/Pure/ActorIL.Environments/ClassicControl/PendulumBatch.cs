using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;

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

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        if (!TryClipTorques(actions))
        {
            return false;
        }

        LaneSweep.Run(_kernel, _angles.Length);
        VectorElementary.SinCos(_angles, _sines, _cosines);
        _rewards.CopyTo(rewards);
        endings.Clear();
        return true;
    }

    public void Observe(Span<float> observations)
    {
        for (var i = 0; i < _angles.Length; i++)
        {
            var observation = observations.Slice(3 * i, 3);
            observation[0] = (float)_cosines[i];
            observation[1] = (float)_sines[i];
            observation[2] = (float)_angularVelocities[i];
        }
    }

    // Comparisons are written so that a NaN fails them.
    private bool TryClipTorques(ReadOnlySpan<float> actions)
    {
        var torqueMax = _parameters.TorqueMax;
        var moderate = (torqueMax is >= 0 and <= Moderate) & (_parameters.AngularVelocityMax >= 0);
        for (var i = 0; i < _torques.Length; i++)
        {
            double torque = actions[i];
            moderate &= !double.IsNaN(torque);
            moderate &= Math.Abs(_angles[i]) <= PendulumKernel.AngleMax;
            moderate &= Math.Abs(_angularVelocities[i]) <= Moderate;
            torque = torque < -torqueMax ? -torqueMax : torque;
            _torques[i] = torque > torqueMax ? torqueMax : torque;
        }

        return moderate;
    }
}
