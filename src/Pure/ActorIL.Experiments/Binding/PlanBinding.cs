using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments.Inputs;
using ActorIL.Plugins;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>Everything but the section run: what a run computes.</summary>
internal static class PlanBinding
{
    /// <summary>The plan, or null where no environment has the name that was given.</summary>
    /// <param name="reader">Over trees in which every student has every key.</param>
    /// <param name="catalog">What may be named.</param>
    /// <param name="environment">Which environment; null where that is not known.</param>
    /// <param name="students">Names of the students.</param>
    /// <param name="inputs">The files that are named.</param>
    public static RunPlan? Read(
        KeyReader reader,
        Catalog catalog,
        EnvironmentEntry? environment,
        ImmutableArray<string> students,
        ImmutableArray<InputReference> inputs
    )
    {
        var seed = reader.Unsigned("seed");
        var ppo = PpoBinding.Read(reader);
        var expert = ExpertBinding.Read(reader, inputs, ppo, catalog.Algorithms.Items, environment);
        var equipped = ControllerBinding.Read(reader, environment, expert, seed);
        var demonstration = ImitationBinding.ReadDemonstration(reader) with
        {
            IsGiven = InputBinding.Has(inputs, InputRole.Demonstrations),
        };
        var dagger = ImitationBinding.ReadDagger(reader);
        var studentPlans = StudentBinding.Read(reader, students, environment, catalog.QueryStrategies.Items);
        ExpertBinding.Check(reader, expert, demonstration, dagger is null, students);
        var adversaries = GailBinding.Read(reader, studentPlans, ppo, environment);
        var evaluation = EvaluationBinding.Read(reader, environment);
        var pipelines = PipelineBinding.Read(reader, catalog);
        var retriesMax = reader.Integer("supervision.retries-max", 0, Bounds.RetryCountMax);
        var hopsPerTickMax = reader.Integer("kernel.hops-per-tick-max", 1, Bounds.HopsPerTickMax);
        return environment is null
            ? null
            : EvaluationBinding.Checked(
                reader,
                new()
                {
                    Seed = seed,
                    Environment = equipped ?? environment,
                    Expert = expert,
                    Demonstration = demonstration,
                    Dagger = dagger,
                    Students = new([.. studentPlans.Where(static student => student.Algorithm != GailBinding.Word)]),
                    Adversaries = new(adversaries),
                    Evaluation = evaluation,
                    Pipelines = pipelines,
                    RetriesMax = retriesMax,
                    HopsPerTickMax = hopsPerTickMax,
                }
            );
    }
}
