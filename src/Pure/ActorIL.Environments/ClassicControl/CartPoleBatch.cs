using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;

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

    public bool TryStep(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        if (!TryChooseForces(actions))
        {
            return false;
        }

        VectorElementary.SinCos(_states.Angle, _sines, _cosines);
        LaneSweep.Run(_kernel, _forces.Length);
        rewards.Fill(1.0);
        Judge(endings);
        return true;
    }

    public void Observe(Span<float> observations)
    {
        for (var i = 0; i < _forces.Length; i++)
        {
            CartPole.Observe(_parameters, _states[i], observations.Slice(4 * i, 4));
        }
    }

    // Without branches: half of all actions are each of the two, so a branch would be mispredicted half the time.
    private bool TryChooseForces(ReadOnlySpan<float> actions)
    {
        var known = true;
        for (var i = 0; i < _forces.Length; i++)
        {
            known &= (actions[i] == 0f) | (actions[i] == 1f);
            _forces[i] = ((2.0 * actions[i]) - 1.0) * _parameters.Force;
        }

        return known;
    }

    private void Judge(Span<Ending> endings)
    {
        var (positionMax, angleMax) = (_parameters.PositionMax, _parameters.AngleMax);
        for (var i = 0; i < _forces.Length; i++)
        {
            var fell = (Math.Abs(_states.Position[i]) > positionMax) | (Math.Abs(_states.Angle[i]) > angleMax);
            endings[i] = fell ? Ending.Terminated : Ending.None;
        }
    }
}
