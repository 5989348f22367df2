using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Dagger;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Progress;

/// <summary>From the notes of the training actors to how far the run has come.</summary>
internal static class RunStatusNotes
{
    private const string ClonePrefix = "bc-";

    /// <summary>Nothing done yet.</summary>
    public static RunStatus Start(RunPlan plan)
    {
        var stages = RunStages.Of(plan);
        return new()
        {
            UpdateCountMax = plan.Expert.Training?.Algorithm.UpdateCount ?? 0,
            CloneCountMax = stages.Count(stage => IsClone(stage.Stage)),
            LabelCountMax = plan.Dagger is { } dagger ? RunStages.LabelCounts(dagger).LastOrDefault() : 0,
            StageCountMax = stages.Length,
        };
    }

    /// <summary>The status after one more note; most notes change nothing.</summary>
    public static RunStatus Apply(RunStatus status, Note note) =>
        note.Name switch
        {
            "ppo.update" or "expert.update" => status with { UpdateCount = (int)note.Value },
            "ppo.environment_steps" or "expert.environment_steps" => status with
            {
                EnvironmentStepCount = (long)note.Value,
            },
            "ppo.episode_return" or "expert.episode_return" => status with { EpisodeReturn = note.Value },
            "ppo.validation_return" or "expert.validation_return" => status with { ExpertValidation = note.Value },
            "dagger.labels" => status with { LabelCount = (int)note.Value },
            "dagger.validation_return" => status with { StudentValidation = note.Value },
            "stage.trained" when IsClone(note.Text) => status with { CloneCount = status.CloneCount + 1 },
            "stage.evaluated" => status with { StageCount = status.StageCount + 1 },
            _ => status,
        };

    private static bool IsClone(string stage) => stage.StartsWith(ClonePrefix, StringComparison.Ordinal);
}
