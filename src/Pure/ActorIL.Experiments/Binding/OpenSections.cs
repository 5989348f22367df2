namespace ActorIL.Experiments.Binding;

/// <summary>
/// Sections whose keys are not those of the reference but those of whoever an entry of the catalog is: who reads them
/// knows them.
/// </summary>
internal static class OpenSections
{
    private const string Algorithm = ".algorithm";

    /// <summary>Whether a section is one.</summary>
    public static bool IsOpen(string path) =>
        path is EnvironmentBinding.Parameters or AlgorithmBinding.Parameters
        || (path.EndsWith(StrategyBinding.Parameters, StringComparison.Ordinal) && IsStudent(path.Split('.')));

    /// <summary>The section whose keys follow a key in the resolved configuration; null for most keys.</summary>
    public static string? After(string key) =>
        key == EnvironmentBinding.Name ? EnvironmentBinding.Parameters
        : key == AlgorithmBinding.Blocks ? AlgorithmBinding.Parameters
        : key.EndsWith(Algorithm, StringComparison.Ordinal) && IsStudent(key.Split('.'))
            ? key[..^Algorithm.Length] + StrategyBinding.Parameters
        : null;

    private static bool IsStudent(ReadOnlySpan<string> elements) =>
        elements is [StudentTemplate.Template, ..] or [StudentTemplate.Sections, _, ..];
}
