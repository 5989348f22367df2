using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>The reference configuration, parsed: the one list of keys.</summary>
/// <param name="Document">For layering.</param>
/// <param name="Root">Resolved on its own.</param>
internal sealed record ReferenceTree(HoconDocument Document, HoconValue.Object Root)
{
    /// <summary>What stands below <c>actoril</c>.</summary>
    public HoconValue.Object Sections => ConfigurationTree.Below(Root);

    /// <exception cref="InvalidOperationException">The assembly's own text is broken.</exception>
    public static ReferenceTree Read() =>
        HoconReader
            .Parse(ReferenceConfiguration.ReadText(), ReferenceConfiguration.Name, _ => new IncludeOutcome.Missing())
            .Bind(document => document.Resolve(_ => null).Map(config => new ReferenceTree(document, RootOf(config))))
            .Match(ok: tree => tree, failed: error => throw new InvalidOperationException(error.ToString()));

    private static HoconValue.Object RootOf(HoconConfig config) =>
        ConfigurationTree.TrySection(config.Root, out var root)
            ? root
            : throw new InvalidOperationException($"{ReferenceConfiguration.Name} is no object.");
}
