using ActorIL.Core.Contracts;

namespace ActorIL.Environments;

/// <summary>A controller that somebody else than the environment's author made.</summary>
/// <param name="Name">One word.</param>
/// <param name="Create">Makes it for the environment as it is configured.</param>
internal sealed record GuestController(string Name, Func<EnvironmentModule, IPolicy> Create);
