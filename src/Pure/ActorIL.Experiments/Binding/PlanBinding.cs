using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>Everything but the section run: what a run computes.</summary>
internal static class PlanBinding
{
    private const string PerturbedEpisodes = "evaluation.perturbed-episodes";

    /// <summary>The plan, or null where no environment has the name that was given.</summary>
    /// <param name="reader">Over trees in which every student has every key.</param>
    /// <param name="catalog">Environments by name.</param>
    /// <param name="students">Names of the students.</param>
    public static RunPlan? Read(KeyReader reader, EnvironmentCatalog catalog, ImmutableArray<string> students)
    {
        var seed = reader.Unsigned("seed");
        var environment = EnvironmentBinding.Read(reader, catalog);
        var (expert, equipped) = ExpertBinding.Read(reader, environment, seed);
        var demonstration = ImitationBinding.ReadDemonstration(reader);
        var dagger = ImitationBinding.ReadDagger(reader);
        var studentPlans = StudentBinding.Read(reader, students, environment);
        var evaluation = ReadEvaluation(reader, environment);
        var retriesMax = reader.Integer("supervision.retries-max", 0, Bounds.RetryCountMax);
        var hopsPerTickMax = reader.Integer("kernel.hops-per-tick-max", 1, Bounds.HopsPerTickMax);
        return environment is null
            ? null
            : new()
            {
                Seed = seed,
                Environment = equipped ?? environment,
                Expert = expert,
                Demonstration = demonstration,
                Dagger = dagger,
                Students = new(studentPlans),
                Evaluation = evaluation,
                RetriesMax = retriesMax,
                HopsPerTickMax = hopsPerTickMax,
            };
    }

    private static EvaluationPlan ReadEvaluation(KeyReader reader, EnvironmentEntry? environment)
    {
        var plan = new EvaluationPlan(
            reader.Unsigned("evaluation.seed"),
            reader.Integer("evaluation.episodes", 2, Bounds.EpisodeCountMax),
            reader.Integer("evaluation.shards", 1, Bounds.ShardCountMax)
        )
        {
            PerturbedEpisodeCount = reader.Integer(PerturbedEpisodes, 0, Bounds.EpisodeCountMax),
            LatchingEpisodeCount = reader.Integer("evaluation.latching-episodes", 0, Bounds.EpisodeCountMax),
        };
        if (plan.PerturbedEpisodeCount > 0 && environment is not null)
        {
            _ = environment.Perturbation.Match(_ => environment, error => Rejected(reader, PerturbedEpisodes, error));
        }

        return plan;
    }

    private static EnvironmentEntry? Rejected(KeyReader reader, string path, Error error)
    {
        reader.Reject(path, error.Found, error.Wanted, error.Remedy);
        return null;
    }
}
