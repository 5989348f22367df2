namespace ActorIL.Cli.Traces;

/// <summary>The sizes all parts of a data set have in common.</summary>
/// <param name="EnvironmentCount">N of rollouts; 0 for other data.</param>
/// <param name="ObservationSize">Floats an observation.</param>
/// <param name="ActionSize">Floats an action or label.</param>
internal readonly record struct DatasetSizes(long EnvironmentCount, long ObservationSize, long ActionSize)
{
    public static DatasetSizes Of(DatasetPart part) =>
        new(part.Number("environment_count"), part.Number("observation_size"), part.Number("action_size"));
}
