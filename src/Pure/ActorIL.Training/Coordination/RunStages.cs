using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Algorithms.Dagger;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Coordination;

/// <summary>
/// The stages of a plan, in the order they are reported; the last of an algorithm is its main result.
/// </summary>
internal static class RunStages
{
    public const string Expert = "expert";
    public const string ExpertFinal = "expert-final";

    /// <summary>The best candidate of a PPO training that was stopped: a policy, but no stage of the report.</summary>
    public const string UnfinishedExpert = "expert-unfinished";

    /// <summary>The clone of a data set that was given.</summary>
    public const string GivenClone = "bc-file";

    public const string DaggerLastRound = "dagger-last-round";

    private const string LastRoundEnding = "-last-round";

    private static readonly StageCost Nothing = new(0, 0, 0, 0, 0);

    public static ImmutableArray<StageRecord> Of(RunPlan plan)
    {
        var stages = ImmutableArray.CreateBuilder<StageRecord>();
        stages.AddRange(
            plan.Expert.Match<IEnumerable<StageRecord>>(
                trained: trained =>
                    [
                        Open(ExpertFinal, trained.Algorithm.AlgorithmName, "final"),
                        Open(Expert, trained.Algorithm.AlgorithmName, "validation"),
                    ],
                scripted: _ => [Open(Expert, "scripted", "final")],
                given: _ => [Open(Expert, "file", "final")],
                absent: _ => []
            )
        );
        foreach (var full in (ReadOnlySpan<bool>)[false, true])
        {
            var clones = plan.Demonstration.ClonesOf(full);
            stages.AddRange(clones.Select(count => Open(Clone(plan, count, full), "bc", "final")));
        }

        if (plan.Demonstration.IsGiven)
        {
            stages.Add(Open(GivenClone, "bc", "final"));
        }

        if (plan.Dagger is { } dagger)
        {
            var labelCounts = LabelCounts(dagger);
            stages.AddRange(labelCounts[..^1].Select(count => Open(Dagger(count), "dagger", "validation")));
            stages.Add(Open(DaggerLastRound, "dagger", "final"));
            stages.Add(Open(Dagger(labelCounts[^1]), "dagger", "validation"));
        }

        foreach (var student in plan.Students)
        {
            if (DaggerRounds.Count(student.Learning.Rounds) > 1)
            {
                stages.Add(Open(LastRound(student.Name), student.Algorithm, "final"));
                stages.Add(Open(student.Name, student.Algorithm, "validation"));
            }
            else
            {
                stages.Add(Open(student.Name, student.Algorithm, "final"));
            }
        }

        stages.AddRange(plan.Adversaries.Select(adversary => Open(adversary.Name, adversary.Algorithm, "final")));
        return stages.ToImmutable();
    }

    /// <summary>The label counts at which DAgger is reported; none where its rounds are counted in episodes.</summary>
    public static ImmutableArray<int> LabelCounts(DaggerConfig dagger) =>
        dagger.Rounds.Match(byLabels: labels => labels.LabelCounts.Items, byEpisodes: _ => []);

    /// <summary>Whether a run has, or may have, an actor or a stage of its own of that name.</summary>
    public static bool IsReserved(string name) =>
        name
            is Expert
                or ExpertFinal
                or UnfinishedExpert
                or RunChildren.EvaluatorName
                or RunChildren.DaggerName
                or RunChildren.LearnerName
        || name.StartsWith("bc-", StringComparison.Ordinal)
        || name.StartsWith("dagger-", StringComparison.Ordinal)
        || IsLastRound(name);

    /// <summary>Whether a stage is one of a student of one's own.</summary>
    public static bool IsOwnStudent(string stage) =>
        !IsReserved(IsLastRound(stage) ? stage[..^LastRoundEnding.Length] : stage);

    /// <summary>Whether a stage is a last round, reported beside the best one.</summary>
    public static bool IsLastRound(string stage) => stage.EndsWith(LastRoundEnding, StringComparison.Ordinal);

    /// <summary>Whether an algorithm is PPO on rewards that stand in for the environment's.</summary>
    public static bool IsGenerator(string algorithm) =>
        algorithm is AdversaryPlan.Adversarial or AdversaryPlan.ConstantReward;

    /// <summary>The name of the stage of a student's last round.</summary>
    public static string LastRound(string student) => student + LastRoundEnding;

    /// <summary>The name of a clone's stage.</summary>
    public static string Clone(RunPlan plan, int demonstrationCount, bool full) =>
        full
            ? string.Create(CultureInfo.InvariantCulture, $"bc-full-{demonstrationCount}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"bc-first-{plan.Demonstration.StepsMax}-of-{demonstrationCount}"
            );

    /// <summary>The name of the stage of the best DAgger student at so many labels.</summary>
    public static string Dagger(int labelCount) => string.Create(CultureInfo.InvariantCulture, $"dagger-{labelCount}");

    /// <summary>Who teaches the policy of a stage, an expert being his own; null where a run has no expert.</summary>
    public static PolicySource? TeacherOf(ImmutableArray<StageRecord> stages, string stage, PolicySource policy) =>
        stage is Expert or ExpertFinal
            ? policy
            : stages
                .Where(static record => record.Stage == Expert)
                .Select(static record => record.Policy)
                .FirstOrDefault();

    /// <summary>The index of a stage.</summary>
    /// <exception cref="ArgumentException">There is no such stage.</exception>
    public static int IndexOf(ImmutableArray<StageRecord> stages, string stage)
    {
        for (var i = 0; i < stages.Length; i++)
        {
            if (stages[i].Stage == stage)
            {
                return i;
            }
        }

        throw new ArgumentException($"The plan has no stage {stage}.");
    }

    private static StageRecord Open(string stage, string algorithm, string selected) =>
        new(stage, algorithm, selected, Nothing, Policy: null, Results: null);
}
