using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;
using Models = System.Collections.Generic.IReadOnlyDictionary<
    Microsoft.CodeAnalysis.SyntaxTree,
    Microsoft.CodeAnalysis.SemanticModel
>;

namespace Tidy.Tests.Shape;

/// <summary>
/// Public numeric functions say what a type cannot: shapes, ranges, errors, sources, and how far off they may be.
/// </summary>
public static partial class NumericDocs
{
    private const string Mathematics = "src/Pure/ActorIL.Core/Mathematics/";
    private const string Numerics = "src/Pure/ActorIL.Numerics/";
    private const string Algorithms = "src/Pure/ActorIL.Algorithms/";

    public static IEnumerable<Finding> Find(Compilation compilation)
    {
        // One model a file: each remembers what it has bound.
        var models = compilation.SyntaxTrees.ToDictionary(tree => tree, tree => compilation.GetSemanticModel(tree));
        return from type in ProductCompilation.Types(compilation)
            from method in type.GetMembers().OfType<IMethodSymbol>()
            where IsNumeric(method)
            from fault in Faults(method, models)
            select Finding.At(method, $"{type.Name}.{method.Name} {fault.Found}", fault.Wanted);
    }

    /// <summary>Public static methods over floats in the folders where the mathematics is.</summary>
    public static bool IsNumeric(IMethodSymbol method) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false }
        && IsPublic(method)
        && (In(method, Mathematics) || In(method, Numerics) || In(method, Algorithms))
        && method.Parameters.Any(parameter => IsFloat(parameter.Type) || IsFloatSpan(parameter.Type));

    private static IEnumerable<(string Found, string Wanted)> Faults(IMethodSymbol method, Models models)
    {
        var xml = method.GetDocumentationCommentXml() ?? string.Empty;
        if (xml.Contains("<inheritdoc", StringComparison.Ordinal))
        {
            yield break;
        }

        var doc = xml.Length == 0 ? new XElement("member") : XElement.Parse(xml);
        if (Text(doc, "summary").Length == 0)
        {
            yield return ("has no summary", "a sentence that says what it computes");
        }

        foreach (var parameter in method.Parameters)
        {
            if (IsFloatSpan(parameter.Type) && !HasShape(Parameter(doc, parameter.Name)))
            {
                yield return ($"states no shape of {parameter.Name}", "a <param> with the shape, such as [n, m]");
            }
        }

        if (Throws(method, models) && !doc.Elements("exception").Any())
        {
            yield return ("throws without saying so", "an <exception> with the condition");
        }

        if (In(method, Mathematics) && ReturnsFloats(method.ReturnType) && !StatesError(doc.Value))
        {
            yield return ("states no error", "the maximum error in ulp, or that it is exact");
        }

        if (IsEquation(method) && !HasSource(method, doc))
        {
            yield return ("names no source", "<remarks>Source: paper and equation</remarks>, here or on the type");
        }
    }

    /// <summary>A shape in brackets, or for scratch memory a length.</summary>
    private static bool HasShape(string text) => Shape().IsMatch(text);

    private static bool StatesError(string text) =>
        text.Contains("ulp", StringComparison.OrdinalIgnoreCase)
        || text.Contains("exact", StringComparison.OrdinalIgnoreCase);

    /// <summary>The losses and updates are where the papers' equations are.</summary>
    private static bool IsEquation(IMethodSymbol method) =>
        In(method, Algorithms)
        && (
            method.ContainingType.Name.EndsWith("Loss", StringComparison.Ordinal)
            || method.ContainingType.Name.EndsWith("Update", StringComparison.Ordinal)
        );

    private static bool HasSource(IMethodSymbol method, XElement doc) =>
        $"{Text(doc, "remarks")} {method.ContainingType.GetDocumentationCommentXml()}".Contains(
            "Source",
            StringComparison.Ordinal
        );

    private static string Parameter(XElement doc, string name) =>
        doc.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name)?.Value ?? string.Empty;

    private static string Text(XElement doc, string name) => doc.Element(name)?.Value.Trim() ?? string.Empty;

    /// <summary>Throws itself, or through a helper of its own that is not public.</summary>
    private static bool Throws(IMethodSymbol method, Models models) =>
        Bodies(method)
            .Any(body =>
                ThrowsHere(body)
                || body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => CallsThrower(c, models))
            );

    private static bool CallsThrower(InvocationExpressionSyntax call, Models models) =>
        models[call.SyntaxTree].GetSymbolInfo(call).Symbol is IMethodSymbol called
        && !IsPublic(called)
        && Bodies(called).Any(ThrowsHere);

    private static bool ThrowsHere(SyntaxNode body) =>
        body.DescendantNodes()
            .Any(node =>
                node is ThrowStatementSyntax or ThrowExpressionSyntax
                || (
                    node is MemberAccessExpressionSyntax access
                    && access.Name.Identifier.Text.StartsWith("ThrowIf", StringComparison.Ordinal)
                )
            );

    private static IEnumerable<SyntaxNode> Bodies(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public
        && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

    private static bool In(ISymbol symbol, string folder) =>
        symbol.Locations[0].SourceTree?.FilePath.StartsWith(folder, StringComparison.Ordinal) ?? false;

    private static bool IsFloat(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool ReturnsFloats(ITypeSymbol type) =>
        IsFloat(type)
        || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(e => IsFloat(e.Type)));

    private static bool IsFloatSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } && IsFloat(element);

    [GeneratedRegex(@"\[[^\]]+\]|\bat least\b[^.]*\b(floats|doubles|elements)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
