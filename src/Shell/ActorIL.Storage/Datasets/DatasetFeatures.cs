namespace ActorIL.Storage.Datasets;

/// <summary>What a data set knows beside observations and actions.</summary>
/// <param name="Episodes">Where episodes begin.</param>
/// <param name="Means">The policy's means, before they were clipped.</param>
/// <param name="Rewards">What each action was rewarded with.</param>
/// <param name="Endings">How episodes ended.</param>
/// <param name="FinalObservations">What the last action of each episode led to.</param>
/// <param name="Keys">The key each episode starts from.</param>
public readonly record struct DatasetFeatures(
    bool Episodes,
    bool Means,
    bool Rewards,
    bool Endings,
    bool FinalObservations,
    bool Keys
)
{
    /// <summary>What two data sets have in common.</summary>
    public static DatasetFeatures operator &(DatasetFeatures left, DatasetFeatures right) =>
        new(
            left.Episodes && right.Episodes,
            left.Means && right.Means,
            left.Rewards && right.Rewards,
            left.Endings && right.Endings,
            left.FinalObservations && right.FinalObservations,
            left.Keys && right.Keys
        );

    /// <summary>The names of the arrays that are not there.</summary>
    public IEnumerable<string> Missing() =>
        new (bool Has, string Name)[]
        {
            (Episodes, DatasetArrays.EpisodeStarts),
            (Rewards, DatasetArrays.Rewards),
            (Endings, DatasetArrays.Endings),
            (FinalObservations, DatasetArrays.FinalObservations),
            (Keys, DatasetArrays.EpisodeKeys),
        }
            .Where(feature => !feature.Has)
            .Select(feature => feature.Name);
}
