using ActorIL.Core.Spaces;

namespace ActorIL.Core.Contracts;

/// <summary>
/// Anything that chooses actions deterministically from observations: a trained policy's mode, a scripted controller.
/// Experts, students and evaluations all meet here. Immutable, so it can be broadcast.
/// </summary>
public interface IPolicy
{
    /// <summary>Short name for logs and tables.</summary>
    string Name { get; }

    Space Observations { get; }

    Space Actions { get; }

    /// <summary>How many floats of workspace <see cref="Act"/> needs for a batch of <paramref name="count"/>.</summary>
    int WorkspaceSize(int count);

    /// <summary>The action for each observation: the most probable one, or the mean.</summary>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="count">Batch size, ≥ 0.</param>
    /// <param name="workspace">Shape [at least <see cref="WorkspaceSize"/>(count)]; contents are lost.</param>
    /// <param name="actions">Written, shape [count, action size]; within the action space.</param>
    void Act(ReadOnlySpan<float> observations, int count, Span<float> workspace, Span<float> actions);
}
