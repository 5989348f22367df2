using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// A living actor as a host of another runtime sees it: its address, and a place to keep what stands for it there.
/// </summary>
public abstract class HostedActor
{
    private protected HostedActor(ActorId id, string name) => (Id, Name) = (id, name);

    /// <summary>The stable hash of its path.</summary>
    public ActorId Id { get; }

    /// <summary>Its name below its parent.</summary>
    public string Name { get; }

    /// <summary>Its parent; null for the root.</summary>
    public abstract HostedActor? Above { get; }

    /// <summary>As in <c>/run/learner</c>.</summary>
    public string Path => $"{Above?.Path}/{Name}";

    /// <summary>
    /// What the host keeps for it; null until the host puts something there. The kernel never looks at it.
    /// </summary>
    public object? Attachment { get; set; }
}
