using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section evaluation.</summary>
internal static class EvaluationBinding
{
    private const string Reference = "evaluation.reference";
    private const string PerturbedEpisodes = "evaluation.perturbed-episodes";

    public static EvaluationPlan Read(KeyReader reader, EnvironmentEntry? environment)
    {
        var plan = new EvaluationPlan(
            reader.Unsigned("evaluation.seed"),
            reader.Integer("evaluation.episodes", 2, Bounds.EpisodeCountMax),
            reader.Integer("evaluation.shards", 1, Bounds.ShardCountMax)
        )
        {
            Reference = reader.Text(Reference),
            PerturbedEpisodeCount = reader.Integer(PerturbedEpisodes, 0, Bounds.EpisodeCountMax),
            LatchingEpisodeCount = reader.Integer("evaluation.latching-episodes", 0, Bounds.EpisodeCountMax),
            Horizons = new(
                reader.Integers(
                    "evaluation.horizons",
                    Bounds.ListLengthMax,
                    1,
                    EpisodeBudget.StepCountBound,
                    ascending: true
                )
            ),
        };
        var problem =
            plan.PerturbedEpisodeCount > 0
                ? environment?.Perturbation.Match<Error?>(static _ => null, static error => error)
                : null;
        if (problem is not null)
        {
            reader.Reject(PerturbedEpisodes, problem.Found, problem.Wanted, problem.Remedy);
        }

        return plan;
    }

    /// <summary>Rejects a reference that is no stage of the plan.</summary>
    public static RunPlan Checked(KeyReader reader, RunPlan plan)
    {
        var (name, stages) = (plan.Evaluation.Reference, RunStages.Of(plan));
        if (name.Length > 0 && stages.All(stage => stage.Stage != name))
        {
            reader.Reject(
                Reference,
                $"\"{name}\"",
                $"a stage of this run: {string.Join(", ", stages.Select(static stage => stage.Stage))}",
                "Name one of them, or leave it empty."
            );
        }

        return plan;
    }
}
