using System.Globalization;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Environments;
using ActorIL.Experiments.Resolved;
using ActorIL.Plugins;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section algorithm: an expert by an algorithm whose parameters are not keys of the reference.</summary>
internal static class AlgorithmBinding
{
    /// <summary>The first key of the section.</summary>
    public const string Blocks = Section + ".blocks";

    /// <summary>The section whose keys are those of the algorithm.</summary>
    public const string Parameters = Section + ".parameters";

    private const string Section = AlgorithmEntry.CommonSection;
    private const string Kind = "expert.kind";

    /// <summary>The training, or null where another algorithm trains the expert, or something is wrong.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="entry">The algorithm of the expert; null where nobody trains it.</param>
    /// <param name="environment">Whose spaces it is to learn in; null where it is not known.</param>
    public static ExpertPlan.Trained? Read(KeyReader reader, AlgorithmEntry? entry, EnvironmentEntry? environment)
    {
        var changing = reader.Of(KeyKind.Changeable);
        var blockCount = reader.Integer(Blocks, 1, Bounds.EnvironmentCountMax);
        var validationEpisodes = changing.Integer($"{Section}.validation.episodes", 1, Bounds.EpisodeCountMax);
        var validationInterval = changing.Integer($"{Section}.validation.interval-updates", 1, Bounds.UpdateCountMax);
        if (entry?.Section != AlgorithmEntry.CommonSection)
        {
            ParameterBinding.Forbid(
                reader,
                Parameters,
                $"none, for {Kind} is no algorithm that has them",
                $"Set {Kind} to the algorithm's name, or remove it."
            );
            return null;
        }

        var configured = ParameterBinding.Settings(
            reader,
            Parameters,
            "one value, or a list of whole numbers",
            ParameterBinding.ScalarOrList,
            $"{entry.Name} has {string.Join(", ", entry.Parameters.Select(static parameter => parameter.Name))}."
        )
            is { } settings
            ? ParameterBinding.Accepted(reader, Parameters, entry.Configure(settings), static known => known.Parameters)
            : null;
        return configured?.Training is { } training && IsSound(reader, training, blockCount, environment)
            ? new ExpertPlan.Trained(training, blockCount, validationEpisodes, validationInterval)
            : null;
    }

    private static bool IsSound(
        KeyReader reader,
        IRolloutTraining training,
        int blockCount,
        EnvironmentEntry? environment
    )
    {
        var problems = new (bool Holds, string Found, string Wanted)[]
        {
            (
                training.EnvironmentCount is >= 1 and <= Bounds.EnvironmentCountMax,
                Text(training.EnvironmentCount) + " environments",
                $"1 to {Text(Bounds.EnvironmentCountMax)}"
            ),
            (
                training.RolloutSteps is >= 1 and <= Bounds.RolloutStepsMax,
                Text(training.RolloutSteps) + " steps a rollout",
                $"1 to {Text(Bounds.RolloutStepsMax)}"
            ),
            (
                (long)training.EnvironmentCount * training.RolloutSteps <= PpoBinding.RolloutSizeMax,
                Text((long)training.EnvironmentCount * training.RolloutSteps) + " samples a rollout",
                $"at most {Text(PpoBinding.RolloutSizeMax)} samples (steps x environments)"
            ),
            (
                training.UpdateCount is >= 1 and <= Bounds.UpdateCountMax,
                Text(training.UpdateCount) + " rollouts",
                $"1 to {Text(Bounds.UpdateCountMax)}"
            ),
        };
        foreach (var (_, found, wanted) in problems.Where(static problem => !problem.Holds))
        {
            reader.Reject(Parameters, found, wanted, "Correct the parameters.");
        }

        if (problems.All(static problem => problem.Holds) && training.EnvironmentCount % blockCount != 0)
        {
            reader.Reject(
                Blocks,
                Text(blockCount),
                $"a divisor of {Text(training.EnvironmentCount)}, the algorithm's environments",
                "Each block takes the same number of environments: change one of the two."
            );
            return false;
        }

        return problems.All(static problem => problem.Holds) && Fits(reader, training, environment);
    }

    private static bool Fits(KeyReader reader, IRolloutTraining training, EnvironmentEntry? environment)
    {
        if (environment is null)
        {
            return true;
        }

        try
        {
            return training.Open(environment.Module.Observations, environment.Module.Actions, new Acceptance());
        }
        catch (ArgumentException refusal)
        {
            reader.Reject(
                Kind,
                $"{training.AlgorithmName} for {environment.Id}: {refusal.Message.ReplaceLineEndings(" ")}",
                "an algorithm that can learn in the environment's spaces",
                "Choose another algorithm, or another environment."
            );
            return false;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Acceptance : IRolloutFunction<bool>
    {
        public bool Apply<TState>(IRolloutAlgorithm<TState> algorithm)
            where TState : class, Core.Fields.IFields<TState> => true;
    }
}
