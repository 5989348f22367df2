using System.Reflection;

namespace ActorIL.Cli.Traces;

/// <summary>Which program this is, for the manifest of a trace.</summary>
internal static class CodeIdentity
{
    public static string Version { get; } =
        typeof(CodeIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "";

    /// <summary>The commit it was built from; empty where it was built from no checkout.</summary>
    public static string Commit { get; } =
        typeof(CodeIdentity)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "Commit")
            ?.Value
        ?? "";
}
