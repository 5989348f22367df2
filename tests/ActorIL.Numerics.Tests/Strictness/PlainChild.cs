using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>The child that runs with the machine's own settings, started once for all comparisons.</summary>
public sealed class PlainChild
{
    public IReadOnlyDictionary<string, string> Results { get; } =
        ChildProcess.Run(typeof(StrictnessChild), nameof(StrictnessChild.Report));
}
