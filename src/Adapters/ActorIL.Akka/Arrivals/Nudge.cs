namespace ActorIL.Akka.Arrivals;

/// <summary>Has an actor look at what was released to it.</summary>
internal sealed class Nudge
{
    private Nudge() { }

    public static Nudge Instance { get; } = new();
}
