using System.Collections.Immutable;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

/// <summary>Who may reference whom. Projects carry the direction, so that the compiler enforces it.</summary>
public static class ProjectGraph
{
    private const string Core = "ActorIL.Core";
    private const string Cli = "ActorIL.Cli";
    private const string Plugins = "ActorIL.Plugins";

    /// <summary>
    /// The arrows of the design, each to the nearest projects; what those may see is allowed as well. Cli and Bench are
    /// where things are wired: they may reference all but Cli.
    /// </summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Arrows { get; } =
        ImmutableSortedDictionary.CreateRange<string, ImmutableArray<string>>(
            StringComparer.Ordinal,
            [
                new(Core, []),
                new("ActorIL.Hocon", []),
                new("ActorIL.Templates", []),
                new("ActorIL.Numerics", [Core]),
                new("ActorIL.Environments", [Core]),
                new("ActorIL.Actors", [Core]),
                new("ActorIL.Algorithms", [Core, "ActorIL.Numerics"]),
                new("ActorIL.Training", ["ActorIL.Actors", "ActorIL.Algorithms", "ActorIL.Environments"]),
                new(Plugins, ["ActorIL.Training"]),
                new("ActorIL.Experiments", [Plugins, "ActorIL.Hocon"]),
                new("ActorIL.Hosting", [Plugins]),
                new("ActorIL.Loading", [Plugins]),
                new("ActorIL.External", [Plugins]),
                new("ActorIL.Akka", [Plugins]),
                new("ActorIL.Akka.Tests", ["ActorIL.Akka", "ActorIL.Hosting", "ActorIL.Experiments"]),
                new("ActorIL.Storage", [Core, "ActorIL.Actors"]),
                new("ActorIL.Reports", ["ActorIL.Storage", "ActorIL.Training"]),
            ]
        );

    private static ImmutableArray<string> WiringProjects { get; } = ["ActorIL.Bench", Cli];

    public static IEnumerable<Finding> Find(IEnumerable<ProjectFile> projects) => projects.SelectMany(Find);

    private static IEnumerable<Finding> Find(ProjectFile project)
    {
        var isPure = project.Path.StartsWith("src/Pure/", StringComparison.Ordinal);
        if (isPure && project.Packages.Length > 0)
        {
            yield return At(project, $"packages {string.Join(' ', project.Packages)}", "no package in the core");
        }

        if (project.Path.StartsWith("tests/", StringComparison.Ordinal))
        {
            yield break;
        }

        var isWiring = WiringProjects.Contains(project.Name);
        if (!isWiring && !Arrows.ContainsKey(project.Name))
        {
            yield return At(project, "a project the layout does not name", "a place in ProjectGraph.Arrows and DESIGN");
            yield break;
        }

        var allowed = isWiring ? Arrows.Keys.Append("ActorIL.Bench").ToHashSet() : Reachable(project.Name);
        foreach (var reference in project.References.Where(reference => !allowed.Contains(reference)))
        {
            yield return At(project, $"a reference to {reference}", $"at most {string.Join(' ', allowed.Order())}");
        }
    }

    private static HashSet<string> Reachable(string name)
    {
        var reached = new HashSet<string>(Arrows[name]);
        foreach (var next in Arrows[name])
        {
            reached.UnionWith(Reachable(next));
        }

        return reached;
    }

    private static Finding At(ProjectFile project, string found, string wanted) => new(project.Path, 1, found, wanted);
}
