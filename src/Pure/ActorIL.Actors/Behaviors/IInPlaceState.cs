namespace ActorIL.Actors.Behaviors;

/// <summary>
/// A state that its behaviour changes in place instead of making a new one: for buffers too large to copy at each step.
/// The declaration has a price: after a failure the old state is gone, so Resume becomes Restart.
/// </summary>
public interface IInPlaceState<TSelf>
{
    /// <summary>
    /// A copy that shares nothing changeable with this state, made in <paramref name="buffer"/> where one is given.
    /// Used to go back before a step, never in the ordinary course of a run.
    /// </summary>
    TSelf CopyTo(TSelf? buffer);
}
