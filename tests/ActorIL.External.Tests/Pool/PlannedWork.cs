using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Training.Outside;

namespace ActorIL.External.Tests.Pool;

/// <summary>Work that a test describes.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">For whom.</param>
/// <param name="IsLasting">Whether the actor goes on where this ends.</param>
/// <param name="Does">What is done.</param>
internal sealed record PlannedWork(
    EnvironmentEntry Environment,
    ActorId Actor,
    bool IsLasting,
    Func<EnvironmentEntry, object> Does
) : EnvironmentWork(Environment, Actor)
{
    public override TypeName OperationName => new("planned-work", 1);

    public override bool GoesOn => IsLasting;

    public override object Run(EnvironmentEntry environment) => Does(environment);
}
