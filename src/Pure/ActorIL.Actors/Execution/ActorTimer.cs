namespace ActorIL.Actors.Execution;

/// <summary>A timer that is set.</summary>
/// <param name="Key">The behaviour's name for it.</param>
/// <param name="Generation">Tells it from an earlier timer of the same key.</param>
/// <param name="PeriodTicks">Ticks between firings; 0 to fire once.</param>
/// <param name="Message">What it sends.</param>
internal readonly record struct ActorTimer(int Key, long Generation, long PeriodTicks, object Message);
