namespace ActorIL.Cli.Watching;

/// <summary>What was typed after `actoril watch`.</summary>
/// <param name="Folder">The run directory.</param>
/// <param name="Stage">
/// Whose policy: a stage, or "bc" or "dagger" for the last one of these; null for the expert.
/// </param>
/// <param name="Episode">Index of the evaluation episode.</param>
/// <param name="Speed">How many times as fast, above 0.</param>
/// <param name="Gif">The file to write instead; null to play.</param>
internal sealed record WatchRequest(string Folder, string? Stage, int Episode, double Speed, string? Gif);
