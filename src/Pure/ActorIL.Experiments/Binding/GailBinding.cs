using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Algorithms.Gail;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Experiments.Resolved;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections gail of students.</summary>
internal static class GailBinding
{
    /// <summary>What a student's algorithm is called.</summary>
    public const string Word = "gail";

    private const string StepCountMax = "step-count-max";

    /// <summary>The generators among the students, each followed by its control.</summary>
    /// <param name="reader">Over trees in which every student has every key.</param>
    /// <param name="students">All students.</param>
    /// <param name="ppo">How generators are trained, but for their steps and the scale of their rewards.</param>
    /// <param name="environment">Whose episodes a horizon may not exceed; null where it is not known.</param>
    public static ImmutableArray<AdversaryPlan> Read(
        KeyReader reader,
        ImmutableArray<StudentPlan> students,
        ExpertPlan.Trained ppo,
        EnvironmentEntry? environment
    )
    {
        // The template is read like a student, so that its mistakes are found and its keys are listed.
        _ = ReadStudent(reader, StudentTemplate.Template, StudentTemplate.Template, ppo);
        var adversaries = ImmutableArray.CreateBuilder<AdversaryPlan>();
        foreach (var student in students)
        {
            var section = $"{StudentTemplate.Sections}.{student.Name}";
            var (adversary, hasControl) = ReadStudent(reader, section, student.Name, ppo);
            if (student.Algorithm == Word)
            {
                CheckHorizon(reader, section, adversary.Horizon, environment);
                adversaries.Add(adversary);
                if (hasControl && adversary.Discriminator.Learns)
                {
                    adversaries.Add(adversary.Control);
                }
            }
        }

        return adversaries.ToImmutable();
    }

    private static (AdversaryPlan Plan, bool HasControl) ReadStudent(
        KeyReader reader,
        string student,
        string name,
        ExpertPlan.Trained ppo
    )
    {
        var section = $"{student}.{Word}";
        var changing = reader.Of(KeyKind.Changeable);
        var discriminator = ReadDiscriminator(reader, changing, section);
        var demonstrationCount = reader.Integer($"{section}.demonstrations", 1, Bounds.EpisodeCountMax);
        var generator = ppo.Ppo with
        {
            StepCount = reader.Long($"{section}.steps", 1, Bounds.UpdateCountMax),
            RewardScale = changing.Number($"{section}.reward-scale", NumberRange.Positive),
        };
        var plan = new AdversaryPlan(
            name,
            discriminator.Learns ? demonstrationCount : 0,
            reader.Integer($"{section}.horizon", 0, Bounds.EpisodeStepsMax),
            discriminator,
            ppo with
            {
                Ppo = generator,
            }
        );
        return (plan, reader.Switch($"{section}.control"));
    }

    private static GailConfig ReadDiscriminator(KeyReader reader, KeyReader changing, string section) =>
        new()
        {
            Reward = reader.Choice<RewardForm>(
                $"{section}.reward",
                new("log-d", RewardForm.LogD),
                new("minus-log-one-minus-d", RewardForm.MinusLogOneMinusD),
                new("logit", RewardForm.Logit),
                new("constant", RewardForm.Constant)
            ),
            ConstantReward = reader.Number($"{section}.constant-reward", NumberRange.Between(-1e6, 1e6)),
            HiddenSizes = new(NetworkBinding.HiddenSizes(reader, $"{section}.discriminator")),
            Activation = NetworkBinding.Activation(reader, $"{section}.discriminator"),
            LearningRate = changing.Number($"{section}.discriminator.learning-rate", NumberRange.Positive),
            UpdateCount = changing.Integer($"{section}.discriminator.updates", 1, Bounds.UpdateCountMax),
            BatchSize = changing.Integer($"{section}.discriminator.batch-size", 1, Bounds.BatchSizeMax),
            GradientNormMax = changing.Number($"{section}.discriminator.gradient-norm-max", NumberRange.Positive),
            AdamEpsilon = changing.Number($"{section}.discriminator.adam-epsilon", NumberRange.Positive),
            EntropyCoefficient = changing.Number(
                $"{section}.discriminator.entropy-coefficient",
                NumberRange.NonNegative
            ),
            InputNoise = changing.Number($"{section}.discriminator.input-noise", NumberRange.NonNegative),
        };

    /// <summary>Beyond the environment's own limit an episode would be cut before its horizon.</summary>
    private static void CheckHorizon(KeyReader reader, string student, int horizon, EnvironmentEntry? environment)
    {
        var limit = environment is null
            ? null
            : EnvironmentParameters.List(environment.Module).FirstOrDefault(static each => each.Name == StepCountMax);
        if (
            limit is not null
            && long.TryParse(limit.Json, NumberStyles.Integer, CultureInfo.InvariantCulture, out var most)
            && horizon > most
        )
        {
            reader.Reject(
                $"{student}.{Word}.horizon",
                string.Create(CultureInfo.InvariantCulture, $"{horizon} steps"),
                string.Create(CultureInfo.InvariantCulture, $"at most the environment's {StepCountMax}, {most}"),
                $"Lower it, or raise {EnvironmentBinding.Parameters}.{StepCountMax}."
            );
        }
    }
}
