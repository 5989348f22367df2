using System.Collections.Immutable;
using ActorIL.Loading.References;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Purity;

/// <summary>What plug-ins may not use, looked for in the functional core.</summary>
public static class BannedInCore
{
    /// <summary>Methods that walk a hash table whose order cannot show, each with its reason.</summary>
    private static readonly ImmutableSortedDictionary<string, string> OrderCannotShow =
        ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal,
            [
                new("ActorIL.Actors.Execution.ActorTable.InOrder", "sorts the actors by id at once"),
                new("ActorIL.Actors.Execution.Lifecycle.CutEdges", "removes every edge, which commutes"),
                new("ActorIL.Actors.Ordering.EdgeTable.InOrder", "sorts the edges by receiver at once"),
                new("ActorIL.Actors.Ordering.EdgeTable.get_All", "hands them to CutEdges alone"),
            ]
        );

    /// <summary>The findings of a compiled assembly with its symbols.</summary>
    public static IEnumerable<Finding> Find(Stream assembly, Stream symbols) =>
        from banned in BannedReferences.Find(CompiledAssembly.References(assembly, symbols))
        where !MayWalk(banned.Use)
        select new Finding(
            banned.Use.Path,
            banned.Use.LineNumber,
            $"{banned.Name} in {banned.Use.Within}",
            banned.Wanted
        );

    private static bool MayWalk(Reference reference) =>
        reference.Type.StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
        && OrderCannotShow.ContainsKey(reference.Within);
}
