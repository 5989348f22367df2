using System.Collections.Immutable;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

/// <summary>Rules and versions are set in one place each; a project file cannot loosen or shadow them.</summary>
public static class ProjectSettings
{
    private static readonly ImmutableArray<string> Central =
    [
        "NoWarn",
        "WarningLevel",
        "WarningsNotAsErrors",
        "TreatWarningsAsErrors",
        "AnalysisMode",
        "AnalysisLevel",
        "Nullable>",
        "LangVersion",
        "TargetFramework",
        "AllowUnsafeBlocks",
        "Deterministic",
        "PathMap",
        "VersionOverride",
        "Version=",
    ];

    public static IEnumerable<Finding> Find(string path, string text) =>
        from line in text.Split('\n').Index()
        from setting in Central
        where line.Item.Contains(setting, StringComparison.Ordinal)
        select new Finding(path, line.Index + 1, setting, "it in Directory.Build.props or src/Packages.props alone");
}
