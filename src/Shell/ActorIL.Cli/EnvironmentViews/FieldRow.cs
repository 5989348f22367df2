namespace ActorIL.Cli.EnvironmentViews;

/// <summary>One field of a record.</summary>
/// <param name="Path">Its name, below the names of the records around it.</param>
/// <param name="Json">Its value.</param>
internal sealed record FieldRow(string Path, string Json);
