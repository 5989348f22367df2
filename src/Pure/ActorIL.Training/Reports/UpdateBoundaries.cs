using ActorIL.Actors.Effects;

namespace ActorIL.Training.Reports;

/// <summary>
/// Where a run has learned something: the rounds after which a trace keeps state digests, and between which
/// checkpoints are counted.
/// </summary>
public static class UpdateBoundaries
{
    private const string PpoUpdate = "ppo.update";
    private const string ExpertUpdate = "expert.update";
    private const string GeneratorUpdate = "gail.update";
    private const string StudentUpdate = "student.loss";

    /// <summary>The name of the boundary a note marks; null where it marks none.</summary>
    public static string? NameOf(Note note) =>
        note is { Kind: NoteKind.Metric, Name: PpoUpdate or ExpertUpdate or GeneratorUpdate or StudentUpdate }
            ? note.Name
            : null;
}
