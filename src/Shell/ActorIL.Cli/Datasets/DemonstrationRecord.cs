using System.Collections.Immutable;
using ActorIL.Cli.Traces;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Stepping;
using ActorIL.Experiments;
using ActorIL.Storage.Datasets;
using ActorIL.Training.Experts;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>The expert's demonstrations in a run as a data set with all its provenance.</summary>
/// <param name="Sidecar">Where they come from.</param>
/// <param name="Content">What happened.</param>
internal sealed record DemonstrationRecord(DatasetSidecar Sidecar, DatasetContent Content)
{
    /// <summary>The data set of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="source">Who demonstrated.</param>
    /// <param name="policy">What that policy is called.</param>
    /// <param name="stepsMax">Steps after which episodes were cut off; null for whole ones.</param>
    /// <param name="trajectories">At least one, in order of episode, the first being episode 0.</param>
    public static DemonstrationRecord Of(
        BoundRun run,
        PolicySource source,
        string policy,
        int? stepsMax,
        ImmutableArray<Trajectory> trajectories
    )
    {
        var (environment, key) = (run.Plan.Environment, DemonstrationKeys.OfRun(run.Plan.Seed));
        var means = PolicyMeans.Of(environment, source, trajectories);
        var episodes = trajectories.Select(
            (trajectory, index) =>
                DatasetEpisode.Of(trajectory, means is { } found ? found[index] : [], EpisodeKeys.Episode(key, index))
        );
        return new(
            SidecarOf(environment) with
            {
                Sources =
                [
                    new DatasetSource.Run
                    {
                        Seed = run.Plan.Seed,
                        Key = key,
                        FirstEpisode = 0,
                        EpisodeCount = trajectories.Length,
                        StepsMax = stepsMax,
                        Policy = policy,
                        PolicyDigest = DigestOf(source),
                        Configuration = run.Configuration.SemanticJson,
                        ConfigurationHash = run.Configuration.SemanticHash,
                        CodeVersion = CodeIdentity.Version,
                        Commit = CodeIdentity.Commit,
                    },
                ],
            },
            new DatasetContent(
                trajectories[0].ObservationSize,
                trajectories[0].ActionSize,
                new DatasetFeatures(
                    Episodes: true,
                    Means: means is not null,
                    Rewards: true,
                    Endings: true,
                    FinalObservations: true,
                    Keys: true
                ),
                [.. episodes]
            )
        );
    }

    /// <summary>What a sidecar says of an environment, before it names any source.</summary>
    public static DatasetSidecar SidecarOf(EnvironmentEntry environment) =>
        new()
        {
            Environment = environment.Id,
            Parameters = EnvironmentParameters
                .List(environment.Module)
                .ToImmutableSortedDictionary(
                    parameter => parameter.Name,
                    parameter => parameter.Json,
                    StringComparer.Ordinal
                ),
            Observations = environment.Module.Observations,
            Actions = environment.Module.Actions,
            Preprocessing = new DatasetPreprocessing.None(),
            Sources = [],
        };

    /// <summary>The hash of a policy's canonical bytes; empty for a controller.</summary>
    public static string DigestOf(PolicySource source) =>
        source.Match(
            trained: trained => DigestOf(trained.Snapshot),
            controller: _ => "",
            ensemble: ensemble => string.Join(' ', ensemble.Members.Select(DigestOf))
        );

    /// <summary>The hash of a policy's canonical bytes, sixteen hexadecimal digits.</summary>
    public static string DigestOf(Algorithms.Policies.PolicySnapshot snapshot) =>
        HashChain.Empty.Append(ContentHash.Of(FieldCodec.Bytes(snapshot).AsSpan())).ToString();
}
