using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// Several policies as one: the most probable index under their mean probabilities, or the mean of their actions. How
/// much they disagree is their uncertainty.
/// </summary>
public sealed class EnsemblePolicy : IPolicy
{
    private readonly ImmutableArray<NetworkPolicy> _members;

    /// <param name="members">At least one, all of the same spaces.</param>
    /// <exception cref="ArgumentException">There is none, or the spaces differ.</exception>
    public EnsemblePolicy(ImmutableArray<NetworkPolicy> members)
    {
        if (members.IsEmpty || members.Any(member => member.Actions != members[0].Actions))
        {
            throw new ArgumentException("An ensemble has at least one member, and all act in the same space.");
        }

        _members = members;
    }

    public string Name => "ensemble";

    /// <summary>At least one.</summary>
    public ImmutableArray<NetworkPolicy> Members => _members;

    public Space Observations => _members[0].Observations;

    public Space Actions => _members[0].Actions;

    public int MemorySize => _members.Sum(static member => member.MemorySize);

    private int ScoreCount => _members[0].Architecture.Network.OutputCount;

    private bool IsDiscrete => _members[0].Architecture.IsDiscrete;

    public int WorkspaceSize(int count) =>
        (count * (MemoryMax + 1 + (4 * ScoreCount))) + _members.Max(member => member.WorkspaceSize(count));

    private int MemoryMax => _members.Max(static member => member.MemorySize);

    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    ) => Act(observations, count, memory, workspace, actions, uncertainties: []);

    /// <summary>The same, and how much the members disagree.</summary>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="count">Batch size, ≥ 0.</param>
    /// <param name="memory">Shape [count, <see cref="MemorySize"/>], updated.</param>
    /// <param name="workspace">Shape [at least <see cref="WorkspaceSize"/>(count)]; contents are lost.</param>
    /// <param name="actions">Written, shape [count, action size].</param>
    /// <param name="uncertainties">
    /// Written unless empty, shape [count], ≥ 0: the variance among the members' actions, each clipped to the space, or
    /// among their probabilities, summed over components. 0 for one member.
    /// </param>
    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions,
        Span<double> uncertainties
    )
    {
        var scoreLength = count * ScoreCount;
        var means = workspace[..scoreLength];
        var squares = workspace.Slice(scoreLength, scoreLength);
        means.Clear();
        squares.Clear();
        var offset = 0;
        foreach (var member in _members)
        {
            var scores = Scores(member, observations, count, memory, offset, workspace[(2 * scoreLength)..]);
            for (var i = 0; i < scoreLength; i++)
            {
                means[i] += scores[i];
                squares[i] += scores[i] * scores[i];
            }

            offset += member.MemorySize;
        }

        Spread(means, squares, uncertainties);
        Choose(means, actions);
    }

    public void Remember(ReadOnlySpan<float> actions, int count, Span<float> memory)
    {
        var offset = 0;
        foreach (var member in _members)
        {
            for (var row = 0; row < count; row++)
            {
                var action = actions.Slice(row * Actions.Size, Actions.Size);
                member.Remember(action, 1, memory.Slice((row * MemorySize) + offset, member.MemorySize));
            }

            offset += member.MemorySize;
        }
    }

    /// <summary>A member's probabilities or clipped actions, shape [count, scores], within the workspace.</summary>
    private Span<float> Scores(
        NetworkPolicy member,
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        int memoryOffset,
        Span<float> workspace
    )
    {
        var scores = workspace[..(count * ScoreCount)];
        var logs = workspace.Slice(scores.Length, scores.Length);
        var own = workspace.Slice(2 * scores.Length, count * member.MemorySize);
        var entropies = workspace.Slice((2 * scores.Length) + own.Length, count);
        Copy(memory, own, member.MemorySize, memoryOffset, gathers: true);
        var rest = workspace[((2 * scores.Length) + own.Length + count)..];
        var output = member.HeadOutput(observations, count, own, rest);
        if (IsDiscrete)
        {
            CategoricalHead.Evaluate(ScoreCount, output, logs, scores, entropies);
        }
        else
        {
            output.CopyTo(scores);
            ActionClipping.Clip(Actions, scores);
        }

        Copy(own, memory, member.MemorySize, memoryOffset, gathers: false);
        return scores;
    }

    /// <summary>Between the rows of all members' memory and those of one member's.</summary>
    private void Copy(Span<float> from, Span<float> to, int size, int offset, bool gathers)
    {
        var total = MemorySize;
        for (var row = 0; size > 0 && row * total < (gathers ? from.Length : to.Length); row++)
        {
            var (joint, own) = ((row * total) + offset, row * size);
            from.Slice(gathers ? joint : own, size).CopyTo(to[(gathers ? own : joint)..]);
        }
    }

    /// <summary>From sums to means, and their variances summed over components.</summary>
    private void Spread(Span<float> means, Span<float> squares, Span<double> uncertainties)
    {
        float count = _members.Length;
        uncertainties.Clear();
        for (var i = 0; i < means.Length; i++)
        {
            means[i] /= count;
            if (!uncertainties.IsEmpty)
            {
                uncertainties[i / ScoreCount] += Math.Max(0, (squares[i] / count) - (means[i] * means[i]));
            }
        }
    }

    private void Choose(ReadOnlySpan<float> means, Span<float> actions)
    {
        if (IsDiscrete)
        {
            PolicyModes.Write(ScoreCount, means, actions);
        }
        else
        {
            means.CopyTo(actions);
        }
    }
}
