using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Cli.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Inputs;

/// <summary>Whether a saved policy can be what a run wants it for.</summary>
internal static class PolicyChecks
{
    /// <summary>How a policy cannot demonstrate and label in a run; null where it can.</summary>
    public static Error? AsExpert(RunPlan plan, SavedPolicy saved, string where) =>
        Environment(plan, saved, where)
        ?? Numbers(saved, where)
        ?? NetworkPolicy
            .Create(plan.Environment.Module.Observations, plan.Environment.Module.Actions, saved.Snapshot)
            .Match(_ => Memory(plan, saved, where), error => error with { Where = $"{where}, {error.Where}" });

    /// <summary>How a policy cannot be what the actor of PPO starts as; null where it can.</summary>
    public static Error? AsStart(RunPlan plan, SavedPolicy saved, string where)
    {
        if (plan.Expert.Training is not { Algorithm: PpoConfig ppo })
        {
            return null;
        }

        var (found, wanted) = (saved.Snapshot.Model, PolicyModel.Mlp(ppo.HiddenSizes, ppo.Activation));
        var isNormalized = saved.Snapshot.Normalizer is not null;
        return Environment(plan, saved, where)
            ?? Numbers(saved, where)
            ?? (
                found != wanted
                    ? new(
                        where,
                        $"a policy of {PolicyModelTexts.Of(found)}",
                        $"an actor of {PolicyModelTexts.Of(wanted)}",
                        Remedy(found)
                    )
                : isNormalized != ppo.NormalizeObservations
                    ? new(
                        where,
                        $"a policy of {(isNormalized ? "normalised" : "raw")} observations",
                        $"one of {(isNormalized ? "raw" : "normalised")} ones, as ppo.normalize-observations says",
                        $"Set ppo.normalize-observations = {(isNormalized ? "on" : "off")}."
                    )
                : NetworkPolicy
                    .Create(plan.Environment.Module.Observations, plan.Environment.Module.Actions, saved.Snapshot)
                    .Match<Error?>(_ => null, error => error with { Where = $"{where}, {error.Where}" })
            );
    }

    private static Error? Environment(RunPlan plan, SavedPolicy saved, string where) =>
        saved.EnvironmentId != plan.Environment.Id
            ? new(
                where,
                $"a policy for {saved.EnvironmentId}",
                $"one for {plan.Environment.Id}",
                $"Set environment.name = \"{saved.EnvironmentId}\", or give another checkpoint."
            )
        : saved.Settings != plan.Environment.Settings
            ? new(
                where,
                $"a policy for {saved.EnvironmentId} with {Shown(saved.Settings)}",
                $"one for {Shown(plan.Environment.Settings)}",
                "Set environment.parameters alike, or give another checkpoint."
            )
        : null;

    private static Error? Memory(RunPlan plan, SavedPolicy saved, string where)
    {
        var labels = plan.Dagger is not null || plan.Students.Count > 0;
        return saved.Snapshot.Model.Remembers && (labels || plan.Demonstration.Samples)
            ? new(
                where,
                $"a policy with a memory: {PolicyModelTexts.Of(saved.Snapshot.Model)}",
                labels ? "one that can label any observation by itself" : "one whose actions can be sampled",
                "Give a policy without a memory."
            )
            : null;
    }

    private static Error? Numbers(SavedPolicy saved, string where)
    {
        var values = saved.Snapshot.Parameters.Values;
        for (var index = 0; index < values.Length; index++)
        {
            if (!float.IsFinite(values[index]))
            {
                return new(
                    $"{where}, parameter {index}",
                    $"{values[index]}",
                    "finite numbers",
                    "This policy is of no use; its training failed."
                );
            }
        }

        return null;
    }

    private static string Shown(EquatableArray<ParameterSetting> settings) =>
        settings.Count == 0
            ? "the shipped parameters"
            : string.Join(", ", settings.Select(setting => $"{setting.Name} = {setting.Text}"));

    private static string Remedy(PolicyModel found) =>
        found == PolicyModel.Mlp(found.HiddenSizes, found.Activation)
            ? $"Set ppo.network.hidden = [{string.Join(", ", found.HiddenSizes)}] and ppo.network.activation = "
                + $"\"{PolicyModelTexts.NameOf(found.Activation)}\", or give another checkpoint."
            : "Give a feed-forward policy that sees the whole observation.";
}
