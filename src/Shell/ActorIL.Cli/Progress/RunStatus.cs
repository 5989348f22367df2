namespace ActorIL.Cli.Progress;

/// <summary>How far a run has come, as its notes tell it.</summary>
internal sealed record RunStatus
{
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
}
