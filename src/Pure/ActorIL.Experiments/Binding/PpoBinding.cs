using System.Globalization;
using ActorIL.Algorithms.Critics;
using ActorIL.Algorithms.Ppo;
using ActorIL.Experiments.Resolved;
using ActorIL.Numerics.Initialization;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section ppo.</summary>
internal static class PpoBinding
{
    /// <summary>Most samples of a rollout.</summary>
    public const int RolloutSizeMax = 16_777_216;

    private const string Environments = "ppo.environments";
    private const string Blocks = "ppo.blocks";
    private const string RolloutSteps = "ppo.rollout-steps";

    public static ExpertPlan.Trained Read(KeyReader reader)
    {
        var changing = reader.Of(KeyKind.Changeable);
        var trained = new ExpertPlan.Trained(
            ReadConfig(reader, changing),
            reader.Integer(Blocks, 1, Bounds.EnvironmentCountMax),
            changing.Integer("ppo.validation.episodes", 1, Bounds.EpisodeCountMax),
            changing.Integer("ppo.validation.interval-updates", 1, Bounds.UpdateCountMax)
        )
        {
            PolicyLag = reader.Integer("ppo.policy-lag", 0, 1),
        };
        CheckBlocks(reader, trained);
        CheckRollout(reader, trained.Ppo);
        return trained;
    }

    private static PpoConfig ReadConfig(KeyReader reader, KeyReader changing) =>
        new()
        {
            StepCount = reader.Long("ppo.steps", 1, Bounds.StepCountMax),
            EnvironmentCount = reader.Integer(Environments, 1, Bounds.EnvironmentCountMax),
            RolloutSteps = reader.Integer(RolloutSteps, 1, Bounds.RolloutStepsMax),
            EpochCount = changing.Integer("ppo.epochs", 1, Bounds.EpochCountMax),
            MinibatchSize = changing.Integer("ppo.minibatch-size", 1, Bounds.BatchSizeMax),
            Discount = changing.Number("ppo.discount", NumberRange.Unit),
            Lambda = changing.Number("ppo.gae-lambda", NumberRange.Unit),
            LearningRate = changing.Number("ppo.learning-rate", NumberRange.Positive),
            LearningRateSchedule = ReadSchedule(changing, "ppo.learning-rate-schedule"),
            Clip = changing.Number("ppo.clip", NumberRange.Positive),
            ClipSchedule = ReadSchedule(changing, "ppo.clip-schedule"),
            ValueClip = changing.Switch("ppo.value-clip"),
            ValueLoss = changing.Choice<ValueLossForm>(
                "ppo.value-loss",
                new("half-squared-error", ValueLossForm.HalfSquaredError),
                new("squared-error", ValueLossForm.SquaredError)
            ),
            ValueCoefficient = changing.Number("ppo.value-coefficient", NumberRange.NonNegative),
            EntropyCoefficient = changing.Number("ppo.entropy-coefficient", NumberRange.NonNegative),
            GradientNormMax = changing.Number("ppo.gradient-norm-max", NumberRange.Positive),
            AdamEpsilon = changing.Number("ppo.adam-epsilon", NumberRange.Positive),
            NormalizeAdvantages = changing.Switch("ppo.normalize-advantages"),
            KlStop = changing.Choice<KlStop>(
                "ppo.kl-stop",
                new("off", KlStop.Off),
                new("minibatch", KlStop.Minibatch),
                new("epoch", KlStop.Epoch)
            ),
            KlTarget = changing.Number("ppo.kl-target", NumberRange.Positive),
            NormalizeObservations = reader.Switch("ppo.normalize-observations"),
            ObservationClip = changing.Number("ppo.observation-clip", NumberRange.Positive),
            RewardScale = changing.Number("ppo.reward-scale", NumberRange.Positive),
            CriticWarmupUpdates = reader.Integer("ppo.critic-warmup-updates", 0, Bounds.UpdateCountMax),
            LogStdInitial = reader.Number("ppo.log-std-initial", NumberRange.Between(-20, 10)),
            TimeLimit = reader.Choice<TimeLimitTreatment>(
                "ppo.time-limit",
                new("bootstrap", TimeLimitTreatment.Bootstrap),
                new("terminal", TimeLimitTreatment.Terminal)
            ),
            Initialization = reader.Choice<InitializationScheme>(
                "ppo.network.initialization",
                new("orthogonal", InitializationScheme.Orthogonal),
                new("fan-in", InitializationScheme.FanIn)
            ),
            HiddenSizes = new(NetworkBinding.HiddenSizes(reader, "ppo")),
            Activation = NetworkBinding.Activation(reader, "ppo"),
        };

    private static Schedule ReadSchedule(KeyReader reader, string path) =>
        reader.Choice<Schedule>(path, new("constant", Schedule.Constant), new("linear", Schedule.Linear));

    private static void CheckBlocks(KeyReader reader, ExpertPlan.Trained trained)
    {
        var count = trained.Ppo.EnvironmentCount;
        if (reader.IsSound(Environments, Blocks) && count % trained.BlockCount != 0)
        {
            reader.Reject(
                Blocks,
                string.Create(CultureInfo.InvariantCulture, $"{trained.BlockCount}"),
                string.Create(CultureInfo.InvariantCulture, $"a divisor of {Environments} = {count}"),
                "Each block takes the same number of environments: change one of the two."
            );
        }
    }

    private static void CheckRollout(KeyReader reader, PpoConfig config)
    {
        var size = (long)config.RolloutSteps * config.EnvironmentCount;
        if (!reader.IsSound(Environments, RolloutSteps, "ppo.steps"))
        {
            return;
        }

        if (size > RolloutSizeMax)
        {
            reader.Reject(
                RolloutSteps,
                string.Create(CultureInfo.InvariantCulture, $"{config.RolloutSteps}, so {size} samples in a rollout"),
                string.Create(CultureInfo.InvariantCulture, $"at most {RolloutSizeMax} samples (steps x environments)"),
                $"Lower {RolloutSteps} or {Environments}."
            );
        }
        else if ((config.StepCount + size - 1) / size > Bounds.UpdateCountMax)
        {
            reader.Reject(
                "ppo.steps",
                string.Create(CultureInfo.InvariantCulture, $"{config.StepCount} in rollouts of {size}"),
                string.Create(CultureInfo.InvariantCulture, $"at most {Bounds.UpdateCountMax} rollouts"),
                $"Lower ppo.steps, or raise {RolloutSteps}."
            );
        }
    }
}
