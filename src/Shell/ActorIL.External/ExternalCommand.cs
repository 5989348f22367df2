using ActorIL.Core.Prelude;

namespace ActorIL.External;

/// <summary>How a program that serves an environment is started.</summary>
/// <param name="Arguments">The program and its arguments, at least one; no shell reads them.</param>
/// <param name="WorkingDirectory">Where it starts; empty for the folder of this process.</param>
public sealed record ExternalCommand(EquatableArray<string> Arguments, string WorkingDirectory = "")
{
    /// <summary>As a user would type it.</summary>
    public override string ToString() =>
        string.Join(' ', Arguments.Items.Select(static word => word.Contains(' ') ? $"\"{word}\"" : word));
}
