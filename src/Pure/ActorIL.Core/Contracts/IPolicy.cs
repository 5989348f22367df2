using ActorIL.Core.Spaces;

namespace ActorIL.Core.Contracts;

/// <summary>
/// Anything that chooses actions deterministically from what it has seen of an episode: a trained policy's mode, a
/// scripted controller. Experts, students and evaluations all meet here. Immutable, so it can be broadcast: what it
/// remembers of an episode is its caller's.
/// </summary>
public interface IPolicy
{
    /// <summary>Short name for logs and tables.</summary>
    string Name { get; }

    Space Observations { get; }

    Space Actions { get; }

    /// <summary>
    /// Floats a row of memory has: what is kept of an episode between two steps, all zero at its start. 0 for a policy
    /// that looks at the observation alone.
    /// </summary>
    int MemorySize => 0;

    /// <summary>How many floats of workspace <see cref="Act"/> needs for a batch of <paramref name="count"/>.</summary>
    int WorkspaceSize(int count);

    /// <summary>The action for each observation: the most probable one, or the mean.</summary>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="count">Batch size, ≥ 0.</param>
    /// <param name="memory">Shape [count, <see cref="MemorySize"/>], updated.</param>
    /// <param name="workspace">Shape [at least <see cref="WorkspaceSize"/>(count)]; contents are lost.</param>
    /// <param name="actions">Written, shape [count, action size]; within the action space.</param>
    void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    );

    /// <summary>Remembers what was done in the step of the last <see cref="Act"/>, by whomever it was chosen.</summary>
    /// <param name="actions">As executed, shape [count, action size].</param>
    /// <param name="count">Batch size, ≥ 0.</param>
    /// <param name="memory">Shape [count, <see cref="MemorySize"/>], updated.</param>
    void Remember(ReadOnlySpan<float> actions, int count, Span<float> memory) { }
}
