using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

/// <summary>
/// A new case must break every place that has to handle it. A type test on a case, or a discard arm over an enum of
/// ours, would let it pass in silence.
/// </summary>
public static class TypeSwitches
{
    public static IEnumerable<Finding> Find(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(tree => Find(compilation.GetSemanticModel(tree)));

    private static IEnumerable<Finding> Find(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            var tested = TestedType(model, node);
            if (Unions.IsCase(tested) && !IsInFields(node))
            {
                var name = $"{tested!.ContainingType.Name}.{tested.Name}";
                yield return Finding.At(node, $"type test for {name}", "Match, which the compiler checks");
            }

            if (
                node is DiscardPatternSyntax { Parent: SwitchExpressionArmSyntax { WhenClause: null } arm }
                && arm.Parent is SwitchExpressionSyntax whole
                && IsOurEnum(model.GetTypeInfo(whole.GoverningExpression).Type)
            )
            {
                yield return Finding.At(node, $"discard arm over {whole.GoverningExpression}", "each member's arm");
            }
        }
    }

    /// <summary>The type a node asks its operand for, if it asks.</summary>
    private static ITypeSymbol? TestedType(SemanticModel model, SyntaxNode node) =>
        node switch
        {
            DeclarationPatternSyntax pattern => TypeOf(model, pattern.Type),
            RecursivePatternSyntax { Type: { } type } => TypeOf(model, type),
            TypePatternSyntax pattern => TypeOf(model, pattern.Type),
            ConstantPatternSyntax pattern => TypeOf(model, pattern.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test =>
                TypeOf(model, test.Right),
            CastExpressionSyntax cast when !IsSame(model, cast) => TypeOf(model, cast.Type),
            CaseSwitchLabelSyntax label => TypeOf(model, label.Value),
            GenericNameSyntax { Identifier.Text: "OfType" or "Cast" } call => TypeOf(
                model,
                call.TypeArgumentList.Arguments[0]
            ),
            _ => null,
        };

    private static ITypeSymbol? TypeOf(SemanticModel model, SyntaxNode type) =>
        model.GetSymbolInfo(type).Symbol as ITypeSymbol;

    /// <summary>A cast to the type an expression has anyway tests nothing.</summary>
    private static bool IsSame(SemanticModel model, CastExpressionSyntax cast) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(cast.Expression).Type, TypeOf(model, cast.Type));

    private static bool IsOurEnum(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } && (type.Locations.Any(place => place.IsInSource) || IsOurs(type));

    private static bool IsOurs(ITypeSymbol type) =>
        type.ContainingAssembly?.Name.StartsWith("ActorIL.", StringComparison.Ordinal) ?? false;

    /// <summary>A field description reads and writes each case in turn, which needs one cast a case.</summary>
    private static bool IsInFields(SyntaxNode node) =>
        node.Ancestors().OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.Text == "Fields");
}
