using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Training.Policies;

/// <summary>Turns a policy as data into one that acts.</summary>
public static class PolicyResolution
{
    /// <summary>
    /// The policy that <paramref name="source"/> describes for this environment, or how the two do not fit.
    /// </summary>
    public static Result<IPolicy, Error> Resolve(EnvironmentEntry environment, PolicySource source) =>
        source.Match(
            trained: trained =>
                NetworkPolicy
                    .Create(environment.Module.Observations, environment.Module.Actions, trained.Snapshot)
                    .Map(policy => (IPolicy)policy),
            controller: _ => environment.Controller,
            ensemble: ensemble => Members(environment, ensemble.Members).Map(policy => (IPolicy)policy)
        );

    /// <summary>The policy that several snapshots are together, or how one of them does not fit.</summary>
    /// <param name="environment">Which environment.</param>
    /// <param name="members">At least one.</param>
    public static Result<EnsemblePolicy, Error> Members(
        EnvironmentEntry environment,
        ImmutableArray<PolicySnapshot> members
    ) =>
        members
            .Aggregate(
                Result.Success<ImmutableArray<NetworkPolicy>, Error>([]),
                (policies, member) =>
                    policies.Then(before =>
                        NetworkPolicy
                            .Create(environment.Module.Observations, environment.Module.Actions, member)
                            .Map(before.Add)
                    )
            )
            .Map(policies => new EnsemblePolicy(policies));
}
