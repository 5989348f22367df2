using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Reports.Content;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;

namespace ActorIL.Cli.Reporting;

/// <summary>Plays episodes of a run's policies once more: the first one of its evaluations.</summary>
internal static class RunRollouts
{
    private const long Episode = 0;
    private const int TrackCountMax = 8;

    /// <summary>Expert and best student from the same start state, as far as there are such policies.</summary>
    public static RolloutFacts Of(RunPolicies policies, ImmutableArray<StageFacts> stages)
    {
        var names = policies.Names;
        var expert = stages.LastOrDefault(stage => !stage.IsStudent && names.Contains(stage.Name));
        var student = stages
            .Where(stage => stage.IsStudent && names.Contains(stage.Name))
            .OrderByDescending(stage => stage.Mean)
            .ThenBy(stage => stage.LabelCount)
            .FirstOrDefault();
        var rollouts = ImmutableArray.CreateBuilder<Rollout>();
        var problem = "No stage with a policy was evaluated, so there is no episode to show.";
        foreach (var (role, stage) in ((string, StageFacts?)[])[("Expert", expert), ("Best student", student)])
        {
            if (stage is not null)
            {
                problem = Played(policies.Plan.Environment)
                    .Then(_ => Record(policies, $"{role} ({stage.Name})", stage.Name))
                    .Match(
                        rollout =>
                        {
                            rollouts.Add(rollout);
                            return problem;
                        },
                        error => $"{error.Where}: found {error.Found}, wanted {error.Wanted}."
                    );
            }
        }

        return new(
            rollouts.ToImmutable(),
            SketchCatalog.Find(policies.Plan.Environment.Module),
            rollouts.Count > 0 ? Text(policies) : problem
        )
        {
            Tracks = Tracks(policies, stages),
        };
    }

    /// <summary>Expert and students from above, where there is a track; those that fail are left out.</summary>
    private static ImmutableArray<TrackFacts> Tracks(RunPolicies policies, ImmutableArray<StageFacts> stages)
    {
        var (environment, names) = (policies.Plan.Environment, policies.Names);
        return SketchCatalog.Find(environment.Module) is not ITrackSketch sketch
            ? []
            :
            [
                .. stages
                    .Where(stage => !stage.IsLastRound && names.Contains(stage.Name))
                    .Take(TrackCountMax)
                    .SelectMany(stage =>
                        policies
                            .Find(stage.Name)
                            .Then(policy =>
                                Guarded(
                                    environment.Id,
                                    () =>
                                        TrackRecording.Of(
                                            stage.Name,
                                            stage.Group,
                                            environment.Module,
                                            policy,
                                            policies.Plan.Evaluation.Seed,
                                            sketch
                                        )
                                )
                            )
                            .Match<IEnumerable<TrackFacts>>(track => [track], _ => [])
                    ),
            ];
    }

    /// <summary>An evaluation episode of a stage's policy, in an environment that can be stepped.</summary>
    public static Result<Rollout, Error> Record(RunPolicies policies, string name, string stage, long episode = Episode)
    {
        var environment = policies.Plan.Environment;
        return policies
            .Find(stage)
            .Then(policy =>
                Guarded(
                    environment.Id,
                    () =>
                        Rollout.Record(
                            name,
                            environment.Module,
                            policy,
                            policies.Plan.Evaluation.Seed,
                            episode,
                            environment.StepSeconds
                        )
                )
            );
    }

    private static Result<EnvironmentEntry, Error> Played(EnvironmentEntry environment) =>
        environment.Outside is null
            ? Result.Success<EnvironmentEntry, Error>(environment)
            : Result.Failure<EnvironmentEntry, Error>(
                new(
                    environment.Id,
                    "an environment in another process, whose program is not started for this",
                    "one that can be played here",
                    "`actoril watch` starts it and plays an episode."
                )
            );

    private static Result<T, Error> Guarded<T>(string environment, Func<T> record)
    {
        try
        {
            return Result.Success<T, Error>(record());
        }
        catch (EnvironmentFailureException failure)
        {
            return Result.Failure<T, Error>(
                new(
                    environment,
                    failure.Message.ReplaceLineEndings(" "),
                    "an environment that keeps its contract",
                    $"`actoril env check {environment}` names the claim it breaks."
                )
            );
        }
    }

    private static string Text(RunPolicies policies) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Episode {Episode} of the evaluation (seed {policies.Plan.Evaluation.Seed}), simulated again from the "
                + $"saved policies: both begin in the same state. An episode that is over stands still."
        );
}
