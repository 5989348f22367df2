using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Runs;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Reporting;

/// <summary>
/// The policies of a run by the names of its stages: from checkpoints, ensembles of them, or scripted.
/// </summary>
/// <param name="Plan">What was run.</param>
/// <param name="Paths">Where it is kept.</param>
internal sealed record RunPolicies(RunPlan Plan, RunPaths Paths)
{
    /// <summary>The names there are policies for, in order of name.</summary>
    public ImmutableArray<string> Names =>
        [
            .. Files
                .Select(EnsembleFiles.StageOf)
                .Concat(IsScripted ? [RunStages.Expert] : Array.Empty<string>())
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The policy of a stage.</summary>
    public Result<IPolicy, Error> Find(string stage)
    {
        if (stage == RunStages.Expert && IsScripted)
        {
            return Plan.Environment.Controller;
        }

        var members = EnsembleFiles.MembersOf(stage, Files);
        return members.IsEmpty
            ? Load(stage).Map<IPolicy>(policy => policy)
            : members
                .Aggregate(
                    Result.Success<ImmutableArray<NetworkPolicy>, Error>([]),
                    (loaded, name) => loaded.Then(policies => Load(name).Map(policies.Add))
                )
                .Map<IPolicy>(policies => new EnsemblePolicy(policies));
    }

    private bool IsScripted =>
        Plan.Expert.Match(trained: _ => false, scripted: _ => true, given: _ => false, absent: _ => false);

    private ImmutableArray<string> Files =>
        Directory.Exists(Paths.Checkpoints)
            ?
            [
                .. Directory
                    .GetFiles(Paths.Checkpoints, "*" + RunPaths.CheckpointEnding)
                    .Select(file => Path.GetFileNameWithoutExtension(file)),
            ]
            : [];

    private Result<NetworkPolicy, Error> Load(string name) =>
        Paths
            .Checkpoint(name)
            .Then(PolicyFile.Load)
            .Then(saved =>
                NetworkPolicy.Create(
                    Plan.Environment.Module.Observations,
                    Plan.Environment.Module.Actions,
                    saved.Snapshot
                )
            );
}
