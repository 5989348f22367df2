using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// A trained policy acting by its mode: the most probable index, or the mean clipped to the action space.
/// </summary>
public sealed class NetworkPolicy : IPolicy
{
    private readonly PolicyArchitecture _architecture;
    private readonly PolicySnapshot _snapshot;

    private NetworkPolicy(PolicyArchitecture architecture, PolicySnapshot snapshot) =>
        (_architecture, _snapshot) = (architecture, snapshot);

    public string Name => "network";

    public Space Observations => _architecture.Observations;

    public Space Actions => _architecture.Actions;

    public PolicyArchitecture Architecture => _architecture;

    /// <summary>The policy a snapshot describes for these spaces, or how the two do not fit.</summary>
    public static Result<NetworkPolicy, Error> Create(Space observations, Space actions, PolicySnapshot snapshot) =>
        PolicyArchitecture
            .Create(observations, actions, snapshot.Model)
            .Then(architecture =>
                architecture.ParameterCount == snapshot.Parameters.Count
                    ? Result.Success<NetworkPolicy, Error>(new(architecture, snapshot))
                    : Result.Failure<NetworkPolicy, Error>(
                        new(
                            "policy parameters",
                            $"{snapshot.Parameters.Count} numbers",
                            $"{architecture.ParameterCount} for these spaces and hidden sizes",
                            "Use the policy with the environment and network it was trained for."
                        )
                    )
            );

    public int MemorySize => _architecture.MemorySize;

    /// <summary>Features, head output, the network's memory and activations of one batch.</summary>
    public int WorkspaceSize(int count) =>
        (count * (_architecture.FeatureCount + _architecture.Network.OutputCount + _architecture.Network.MemoryCount))
        + SequenceNetwork.StepWorkspaceLength(_architecture.Network, count);

    /// <summary>Logits or means, before a mode or a sample is taken.</summary>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="count">Rows, ≥ 0.</param>
    /// <param name="memory">Shape [count, <see cref="MemorySize"/>], updated.</param>
    /// <param name="workspace">Shape [at least <see cref="WorkspaceSize"/>(count)].</param>
    /// <returns>Shape [count, outputs], within the workspace.</returns>
    public Span<float> HeadOutput(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace
    )
    {
        var network = _architecture.Network;
        var features = workspace[..(count * _architecture.FeatureCount)];
        var output = workspace.Slice(features.Length, count * network.OutputCount);
        See(observations, count, memory, features);
        var own = workspace.Slice(features.Length + output.Length, count * network.MemoryCount);
        var rest = workspace[(features.Length + output.Length + own.Length)..];
        var parameters = _snapshot.Parameters.Values[..network.ParameterCount];
        for (var i = 0; i < count && network.MemoryCount > 0; i++)
        {
            NetworkMemory(memory, i).CopyTo(own[(i * network.MemoryCount)..]);
        }

        SequenceNetwork.Step(network, parameters, features, count, own, rest, output);
        for (var i = 0; i < count && network.MemoryCount > 0; i++)
        {
            own.Slice(i * network.MemoryCount, network.MemoryCount).CopyTo(NetworkMemory(memory, i));
        }

        return output;
    }

    /// <summary>Log standard deviations of a Gaussian head, shape [action size]; empty for a categorical one.</summary>
    public ReadOnlySpan<float> LogStd => _snapshot.Parameters.Values[_architecture.Network.ParameterCount..];

    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        var output = HeadOutput(observations, count, memory, workspace);
        if (_architecture.IsDiscrete)
        {
            PolicyModes.Write(_architecture.Network.OutputCount, output, actions[..count]);
        }
        else
        {
            output.CopyTo(actions);
            ActionClipping.Clip(Actions, actions);
        }
    }

    public void Remember(ReadOnlySpan<float> actions, int count, Span<float> memory)
    {
        var view = _architecture.Model.View;
        for (var i = 0; i < count && view.PreviousAction; i++)
        {
            view.Remember(actions.Slice(i * Actions.Size, Actions.Size), memory.Slice(i * MemorySize, MemorySize));
        }
    }

    /// <summary>What the recurrent layers keep of a row, after what the view keeps.</summary>
    private Span<float> NetworkMemory(Span<float> memory, int row) =>
        memory.Slice((row * MemorySize) + _architecture.ViewMemorySize, _architecture.Network.MemoryCount);

    private void See(ReadOnlySpan<float> observations, int count, Span<float> memory, Span<float> features)
    {
        var view = _architecture.Model.View;
        if (view.IsFull)
        {
            FrozenObservations.Apply(_snapshot.Normalizer, observations, features);
            return;
        }

        var (size, featureCount) = (Observations.Size, _architecture.FeatureCount);
        for (var i = 0; i < count; i++)
        {
            view.See(
                observations.Slice(i * size, size),
                Actions.Size,
                memory.Slice(i * MemorySize, _architecture.ViewMemorySize),
                features.Slice(i * featureCount, featureCount)
            );
        }

        FrozenObservations.Apply(_snapshot.Normalizer, features, features);
    }
}
