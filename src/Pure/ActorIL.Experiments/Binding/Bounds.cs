namespace ActorIL.Experiments.Binding;

/// <summary>
/// Upper bounds of counts: far above any sensible use, and low enough that no product of them overflows.
/// </summary>
internal static class Bounds
{
    public const long StepCountMax = 1_000_000_000_000;
    public const int EnvironmentCountMax = 65_536;
    public const int RolloutStepsMax = 1_000_000;
    public const int EpochCountMax = 10_000;
    public const int BatchSizeMax = 1_000_000;
    public const int UpdateCountMax = 1_000_000_000;
    public const int EpisodeCountMax = 1_000_000;
    public const int EpisodeStepsMax = 1_000_000_000;
    public const int LabelCountMax = 10_000_000;
    public const int RoundCountMax = 1_000_000;
    public const int ListLengthMax = 100;
    public const int LayerCountMax = 16;
    public const int LayerWidthMax = 16_384;
    public const int ShardCountMax = 4_096;
    public const int RetryCountMax = 1_000;
    public const int HopsPerTickMax = 1_000_000_000;
    public const int WorkerCountMax = 1_024;
}
