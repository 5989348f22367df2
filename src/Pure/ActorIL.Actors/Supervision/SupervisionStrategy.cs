namespace ActorIL.Actors.Supervision;

/// <summary>How a parent's directives are carried out.</summary>
/// <param name="Scope">Whom Restart and Stop concern.</param>
/// <param name="RestartCountMax">Restarts allowed within the window, ≥ 0.</param>
/// <param name="WindowTicks">Virtual ticks a window stays open from its first restart; 0 for the whole life of the child.</param>
/// <param name="Exceeded">What answers the failure that would be one restart too many: Stop or Escalate.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Exceeded"/> would go on.</exception>
public sealed record SupervisionStrategy(
    SupervisionScope Scope = SupervisionScope.OneForOne,
    int RestartCountMax = 3,
    long WindowTicks = 0,
    Directive Exceeded = Directive.Stop)
{
    /// <summary>One for one, three restarts in a life, then Stop.</summary>
    public static SupervisionStrategy Default { get; } = new();

    public Directive Exceeded { get; } = Exceeded is Directive.Stop or Directive.Escalate
        ? Exceeded
        : throw new ArgumentOutOfRangeException(nameof(Exceeded), Exceeded, "Wanted Stop or Escalate.");
}
