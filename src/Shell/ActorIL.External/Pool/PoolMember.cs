using ActorIL.Environments.Outside;

namespace ActorIL.External.Pool;

/// <summary>One process of a pool.</summary>
/// <param name="Server">The process.</param>
/// <param name="Instances">Where its instances stand.</param>
internal sealed record PoolMember(IExternalServer Server, ExternalInstances Instances)
{
    /// <summary>Whether somebody uses it; guarded by the pool.</summary>
    public bool IsBusy { get; set; } = true;
}
