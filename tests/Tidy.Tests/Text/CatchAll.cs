using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>Catching everything hides faults. Few places may, because they are where a fault is answered.</summary>
public static class CatchAll
{
    /// <summary>The files that may, each with its reason.</summary>
    public static ImmutableSortedDictionary<string, string> Allowed { get; } =
        ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal,
            [
                new("src/Pure/ActorIL.Actors/Execution/ActorKernel.cs", "a behaviour's failure goes to its supervisor"),
                new("src/Pure/ActorIL.Environments/Checks/ConformanceClaim.cs", "checks foreign code: a verdict"),
                new("src/Pure/ActorIL.Plugins/PluginCalls.cs", "asks foreign code: a fault names its plug-in"),
                new("src/Pure/ActorIL.Environments/Stepping/SlotStepping.cs", "a failure gets its state and action"),
                new(
                    "src/Shell/ActorIL.Hosting/CrewFault.cs",
                    "a worker's fault is thrown again where the work is waited for"
                ),
            ]
        );

    public static IEnumerable<Finding> Find(SourceFile file) =>
        from clause in file.Nodes<CatchClauseSyntax>()
        let type = clause.Declaration?.Type.ToString() ?? "everything"
        where type is "everything" or "Exception" or "System.Exception"
        where !Allowed.ContainsKey(file.Path)
        select Finding.At(clause, $"catch of {type}", "the exceptions that can be answered here, by name");
}
