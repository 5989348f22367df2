namespace ActorIL.Actors.Effects;

/// <summary>What a <see cref="Effects.Note"/> is: a measurement, or a log line of some level.</summary>
public enum NoteKind
{
    Metric,
    Debug,
    Information,
    Warning,
}
