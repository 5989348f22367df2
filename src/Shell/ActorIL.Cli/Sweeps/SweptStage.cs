namespace ActorIL.Cli.Sweeps;

/// <summary>One stage of one run of a sweep, from its summary.</summary>
/// <param name="Name">Of the stage.</param>
/// <param name="Algorithm">How it learnt.</param>
/// <param name="Selected">"final" or "validation".</param>
/// <param name="LabelCount">Expert actions it learnt from.</param>
/// <param name="EpisodeCount">Episodes of its evaluation.</param>
/// <param name="Mean">Mean return of them.</param>
/// <param name="FailureCount">How many of them failed; null where the environment does not judge.</param>
internal sealed record SweptStage(
    string Name,
    string Algorithm,
    string Selected,
    long LabelCount,
    int EpisodeCount,
    double Mean,
    int? FailureCount
);
