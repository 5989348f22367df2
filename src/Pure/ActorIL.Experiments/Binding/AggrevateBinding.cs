using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Binding;

/// <summary>The section aggrevate of a student.</summary>
internal static class AggrevateBinding
{
    public const string Word = "aggrevate";

    /// <summary>What the section says, or null for a student of another algorithm.</summary>
    /// <param name="reader">Over trees in which every student has every key.</param>
    /// <param name="section">The student's.</param>
    /// <param name="algorithm">The student's.</param>
    /// <param name="environment">Whose actions are tried; null where it is not known.</param>
    public static AggrevateConfig? Read(
        KeyReader reader,
        string section,
        string algorithm,
        EnvironmentEntry? environment
    )
    {
        var path = $"{section}.aggrevate.candidates";
        var points = reader.Integers(path, Bounds.ListLengthMax, 2, CandidateGrid.CountMax, ascending: false);
        var labelsPerEpisode = reader.Integer($"{section}.aggrevate.labels-per-episode", 1, Bounds.LabelCountMax);
        var rolloutCount = reader.Integer($"{section}.aggrevate.rollouts", 1, Bounds.EpisodeCountMax);
        var imitationWeight = reader
            .Of(KeyKind.Changeable)
            .Number($"{section}.aggrevate.imitation-weight", NumberRange.NonNegative);
        return algorithm != Word || environment is null
            ? null
            : CandidateGrid
                .Create(environment.Module.Actions, new(points))
                .Match(
                    grid => new AggrevateConfig(grid, labelsPerEpisode, rolloutCount, imitationWeight),
                    error => Rejected(reader, path, error)
                );
    }

    private static AggrevateConfig? Rejected(KeyReader reader, string path, Error error)
    {
        reader.Reject(path, error.Found, error.Wanted, error.Remedy);
        return null;
    }
}
