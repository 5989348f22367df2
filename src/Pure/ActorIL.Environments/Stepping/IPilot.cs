using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Who chooses the actions of episodes that run side by side, a row each. Working memory of one caller, unlike a
/// policy.
/// </summary>
public interface IPilot
{
    /// <summary>Short name for errors.</summary>
    string Name { get; }

    Space Observations { get; }

    Space Actions { get; }

    /// <summary>Makes room for so many rows; called once, first.</summary>
    /// <param name="rowCountMax">≥ 0.</param>
    void Reserve(int rowCountMax);

    /// <summary>An episode starts in this row.</summary>
    /// <param name="row">≥ 0.</param>
    /// <param name="ordinal">Which of the budget's episodes, from 0.</param>
    void Begin(int row, int ordinal);

    /// <summary>The episode of one row goes on in another, whose own is over.</summary>
    void Move(int from, int to);

    /// <summary>The actions of one step.</summary>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="count">Rows 0 … count − 1 take the step.</param>
    /// <param name="actions">Written, shape [count, action size]; within the action space.</param>
    void Choose(ReadOnlySpan<float> observations, int count, Span<float> actions);
}
