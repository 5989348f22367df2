using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Runs;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Plugins;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Policies;

/// <summary>Finds the policy that `eval` was asked for.</summary>
internal static class CandidateSearch
{
    public static Result<Candidate, Error> Find(EvaluationRequest request, PolicyHome home) =>
        request.Controller is { } environment ? Controller(environment, home.Catalog)
        : request.Path is { } path && Directory.Exists(path) ? InRun(path, request.Policy, home)
        : request.Policy is { } name
            ? Failure(
                request.Path ?? "",
                $"a file, and the name {name}",
                "a run directory, whose policies have names",
                "Leave the name out, or give the run directory."
            )
        : InFile(request.Path ?? "", home);

    // Controllers have no run behind them, so episodes and seed are those of the reference configuration.
    private static Result<Candidate, Error> Controller(string environment, Catalog catalog) =>
        catalog
            .Environments.Find(environment)
            .Then(entry =>
                entry.Controller.Map(policy =>
                {
                    var evaluation = Defaults(catalog).Plan.Evaluation;
                    return new Candidate(
                        policy.Name,
                        Source: null,
                        entry.Module,
                        policy,
                        evaluation.EpisodeCount,
                        evaluation.Seed
                    )
                    {
                        Entry = entry,
                    };
                })
            );

    private static Result<Candidate, Error> InFile(string path, PolicyHome home) =>
        PolicyFile.Load(path).Then(saved => Of(path, saved, home));

    private static Result<Candidate, Error> InRun(string folder, string? name, PolicyHome home)
    {
        var checkpoints = new RunPaths(Path.GetFullPath(folder)).Checkpoints;
        var files = Directory.Exists(checkpoints)
            ? Directory
                .GetFiles(checkpoints, "*" + RunPaths.CheckpointEnding)
                .OrderBy(NameOf, StringComparer.Ordinal)
                .ToArray()
            : [];
        if (files.Length == 0)
        {
            return Failure(
                folder,
                "no checkpoints in it",
                "a run directory with policies",
                "Name the folder that a run printed."
            );
        }

        return name is null ? LastStage(files, home) : Named(folder, name, files, home);
    }

    private static Result<Candidate, Error> Named(string folder, string name, string[] files, PolicyHome home)
    {
        var stages = files.Select(NameOf).Select(EnsembleFiles.StageOf).Distinct().ToArray();
        var file = Array.Find(files, file => NameOf(file) == name);
        return file is not null ? InFile(file, home)
            : stages.Contains(name) ? Together(name, files, home)
            : Failure(
                folder,
                $"no policy '{name}'",
                $"one of {string.Join(", ", stages)}",
                NearestName.TryFind(name, stages, out var nearest) ? $"Did you mean {nearest}?" : "Choose one of them."
            );
    }

    /// <summary>The members of an ensemble as one policy.</summary>
    private static Result<Candidate, Error> Together(string stage, string[] files, PolicyHome home)
    {
        var byName = files.ToDictionary(NameOf, StringComparer.Ordinal);
        return EnsembleFiles
            .MembersOf(stage, byName.Keys)
            .Aggregate(
                Result.Success<ImmutableArray<Candidate>, Error>([]),
                (loaded, name) => loaded.Then(members => InFile(byName[name], home).Map(members.Add))
            )
            .Map(members =>
                members[0] with
                {
                    Name = stage,
                    Policy = new EnsemblePolicy([.. members.Select(member => (NetworkPolicy)member.Policy)]),
                }
            );
    }

    private static Result<Candidate, Error> LastStage(string[] files, PolicyHome home)
    {
        var last = PolicyFile.Load(files[0]).Map(saved => (File: files[0], Saved: saved));
        foreach (var file in files[1..])
        {
            last = last.Then(best =>
                PolicyFile.Load(file).Map(saved => saved.StageIndex > best.Saved.StageIndex ? (file, saved) : best)
            );
        }

        return last.Then(found =>
            EnsembleFiles.StageOf(NameOf(found.File)) is var stage && stage != NameOf(found.File)
                ? Together(stage, files, home)
                : Of(found.File, found.Saved, home)
        );
    }

    private static Result<Candidate, Error> Of(string path, SavedPolicy saved, PolicyHome home) =>
        home.EnvironmentOf(path, saved)
            .Then(entry =>
                NetworkPolicy
                    .Create(entry.Module.Observations, entry.Module.Actions, saved.Snapshot)
                    .Map(policy => new Candidate(
                        saved.Stage,
                        path,
                        entry.Module,
                        policy,
                        saved.EvaluationEpisodeCount,
                        saved.EvaluationSeed
                    )
                    {
                        Entry = entry,
                        Outside = home.Outside,
                    })
            );

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static BoundRun Defaults(Catalog catalog) =>
        RunConfiguration.Bind(new(File: null, [], ConfigurationFiles.Read, _ => null), catalog).Require();

    private static Result<Candidate, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<Candidate, Error>(new(where, found, wanted, remedy));
}
