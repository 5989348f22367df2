using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Bench.Trainings;

/// <summary>The parts of one gradient step of both networks that have no loss in them, as work to be timed.</summary>
internal sealed class MinibatchWork
{
    private readonly PpoNetworks _networks;
    private readonly int _count;
    private readonly float[] _parameters;
    private readonly float[] _optimized;
    private readonly float[] _gradient;
    private readonly float[] _firstMoments;
    private readonly float[] _secondMoments;
    private readonly float[] _input;
    private readonly float[] _output;
    private readonly float[] _outputGradient;
    private readonly float[] _workspace;

    /// <param name="networks">Actor and critic.</param>
    /// <param name="parameters">Flat, of both.</param>
    /// <param name="count">Rows of a minibatch, ≥ 1.</param>
    public MinibatchWork(PpoNetworks networks, float[] parameters, int count)
    {
        var (actor, critic) = (networks.Policy.Network, networks.Critic.Network);
        (_networks, _count, _parameters, _optimized) = (networks, count, parameters, [.. parameters]);
        (_gradient, _firstMoments, _secondMoments) = (
            Numbers(parameters.Length, 1),
            new float[parameters.Length],
            new float[parameters.Length]
        );
        _input = Numbers(count * actor.InputCount, 2);
        _output = new float[count * actor.OutputCount];
        _outputGradient = Numbers(count * actor.OutputCount, 3);
        _workspace = new float[Math.Max(Network.WorkspaceLength(actor, count), Network.WorkspaceLength(critic, count))];
    }

    /// <summary>Forward through both networks.</summary>
    public Workload Forward =>
        new(
            "forward",
            () =>
            {
                Pass(_networks.Policy.Network, _networks.Actor(_parameters), []);
                Pass(_networks.Critic.Network, _networks.CriticShare(_parameters), []);
            }
        );

    /// <summary>Forward and backward through both.</summary>
    public Workload ForwardAndBackward =>
        new(
            "forward and backward",
            () =>
            {
                Pass(_networks.Policy.Network, _networks.Actor(_parameters), _networks.Actor(_gradient));
                Pass(_networks.Critic.Network, _networks.CriticShare(_parameters), _networks.CriticShare(_gradient));
            }
        );

    /// <summary>Norm of the gradient, clipping and Adam.</summary>
    public Workload Optimize => new("adam", Step);

    private void Pass(NetworkSpecification network, ReadOnlySpan<float> parameters, Span<float> gradient)
    {
        var size = _count * network.OutputCount;
        Network.Forward(network, parameters, _input, _count, _workspace, _output.AsSpan(0, size));
        if (!gradient.IsEmpty)
        {
            var outputGradient = _outputGradient.AsSpan(0, size);
            Network.Backward(network, parameters, _input, _count, _workspace, outputGradient, gradient);
        }
    }

    private void Step()
    {
        var settings = AdamSettings.Default;
        var scale = GradientClipping.Scale(GradientClipping.Norm(_gradient), 0.5f);
        Adam.Step(in settings, 1e-6, 1, scale, _gradient, _firstMoments, _secondMoments, _optimized);
    }

    private static float[] Numbers(int count, ulong seed)
    {
        var values = new float[count];
        NormalDraw.Fill(RngKey.Root(seed), values);
        return values;
    }
}
