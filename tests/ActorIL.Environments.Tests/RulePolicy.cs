using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Tests;

/// <summary>A policy whose action numbers are all the same one, given as a function of an observation.</summary>
internal sealed class RulePolicy(EnvironmentModule module, Func<float[], float> rule) : IPolicy
{
    public string Name => "rule";

    public Space Observations => module.Observations;

    public Space Actions => module.Actions;

    public int WorkspaceSize(int count) => 0;

    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        var size = Observations.Size;
        for (var i = 0; i < count; i++)
        {
            actions.Slice(i * Actions.Size, Actions.Size).Fill(rule(observations.Slice(i * size, size).ToArray()));
        }
    }
}
