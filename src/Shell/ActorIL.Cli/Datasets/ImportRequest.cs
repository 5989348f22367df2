namespace ActorIL.Cli.Datasets;

/// <summary>What was typed after `actoril dataset import`.</summary>
/// <param name="File">The file from elsewhere.</param>
/// <param name="Environment">The environment it is said to come from.</param>
/// <param name="Target">The data set to be written.</param>
/// <param name="EpisodeSteps">
/// Steps of every episode; null where the file says where they begin, or nobody knows.
/// </param>
/// <param name="IsRaw">Whether observations are said to be as the environment gives them.</param>
/// <param name="Clips">Whether actions are to be clipped to the space, and kept as means as they were.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record ImportRequest(
    string File,
    string Environment,
    string Target,
    int? EpisodeSteps,
    bool IsRaw,
    bool Clips,
    bool IsJson
);
