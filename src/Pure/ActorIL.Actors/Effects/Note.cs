namespace ActorIL.Actors.Effects;

/// <summary>A metric or a log line on its way to the observers of a run. Never part of a digest.</summary>
/// <param name="Kind">Metric, or the level of a log line.</param>
/// <param name="Name">What is measured, or the event's name.</param>
/// <param name="Value">The measurement; 0 for a log line.</param>
/// <param name="Text">The log line; empty for a metric.</param>
public sealed record Note(NoteKind Kind, string Name, double Value, string Text);
