using ActorIL.Environments.Outside;

namespace ActorIL.External.Pool;

/// <summary>One process that serves an environment.</summary>
public interface IExternalServer : IDisposable
{
    /// <summary>What it said of itself.</summary>
    ExternalIdentity Identity { get; }

    /// <summary>The most instances it runs, ≥ 1.</summary>
    int InstanceCountMax { get; }

    /// <summary>Its instances.</summary>
    IExternalExchange Exchange { get; }
}
