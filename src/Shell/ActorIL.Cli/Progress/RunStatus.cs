using ActorIL.Core.Fields;

namespace ActorIL.Cli.Progress;

/// <summary>How far a run has come, as its notes tell it.</summary>
internal sealed record RunStatus : IFields<RunStatus>
{
    public static TypeName Name => new("run-status", 1);

    /// <summary>Updates of the expert's training; 0 for a scripted expert.</summary>
    public required int UpdateCountMax { get; init; }

    /// <summary>Clones to train.</summary>
    public required int CloneCountMax { get; init; }

    /// <summary>Labels DAgger may ask for; 0 without DAgger.</summary>
    public required int LabelCountMax { get; init; }

    /// <summary>Policies to evaluate.</summary>
    public required int StageCountMax { get; init; }

    public int UpdateCount { get; init; }

    public int CloneCount { get; init; }

    public int LabelCount { get; init; }

    public int StageCount { get; init; }

    /// <summary>Environment steps the expert was trained on.</summary>
    public long EnvironmentStepCount { get; init; }

    /// <summary>Mean return of the episodes that ended in the last rollout; NaN before the first.</summary>
    public double EpisodeReturn { get; init; } = double.NaN;

    /// <summary>The expert's last validation; NaN before the first.</summary>
    public double ExpertValidation { get; init; } = double.NaN;

    /// <summary>The DAgger student's last validation; NaN before the first.</summary>
    public double StudentValidation { get; init; } = double.NaN;

    public bool IsExpertDone => UpdateCount >= UpdateCountMax;

    public static RunStatus Fields<TVisitor>(scoped ref TVisitor visitor, RunStatus? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var updateCountMax = value?.UpdateCountMax ?? 0;
        var cloneCountMax = value?.CloneCountMax ?? 0;
        var labelCountMax = value?.LabelCountMax ?? 0;
        var stageCountMax = value?.StageCountMax ?? 0;
        var updateCount = value?.UpdateCount ?? 0;
        var cloneCount = value?.CloneCount ?? 0;
        var labelCount = value?.LabelCount ?? 0;
        var stageCount = value?.StageCount ?? 0;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        var episodeReturn = value?.EpisodeReturn ?? 0d;
        var expertValidation = value?.ExpertValidation ?? 0d;
        var studentValidation = value?.StudentValidation ?? 0d;
        visitor.Field(1, "update_count_max", ref updateCountMax);
        visitor.Field(2, "clone_count_max", ref cloneCountMax);
        visitor.Field(3, "label_count_max", ref labelCountMax);
        visitor.Field(4, "stage_count_max", ref stageCountMax);
        visitor.Field(5, "update_count", ref updateCount);
        visitor.Field(6, "clone_count", ref cloneCount);
        visitor.Field(7, "label_count", ref labelCount);
        visitor.Field(8, "stage_count", ref stageCount);
        visitor.Field(9, "environment_step_count", ref environmentStepCount);
        visitor.Field(10, "episode_return", ref episodeReturn);
        visitor.Field(11, "expert_validation", ref expertValidation);
        visitor.Field(12, "student_validation", ref studentValidation);
        return TVisitor.Rebuilds
            ? new()
            {
                UpdateCountMax = updateCountMax,
                CloneCountMax = cloneCountMax,
                LabelCountMax = labelCountMax,
                StageCountMax = stageCountMax,
                UpdateCount = updateCount,
                CloneCount = cloneCount,
                LabelCount = labelCount,
                StageCount = stageCount,
                EnvironmentStepCount = environmentStepCount,
                EpisodeReturn = episodeReturn,
                ExpertValidation = expertValidation,
                StudentValidation = studentValidation,
            }
            : value!;
    }
}
