using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>How large files, functions and lines are: short enough to be read at a sitting.</summary>
public static class Size
{
    public const int FileLineCountMax = 400;
    public const int FunctionLineCountMax = 70;
    public const int LineWidthMax = 120;

    /// <summary>What exceeds a hard cap; the kind, the place and the size.</summary>
    public sealed record Excess(string Kind, string Path, int LineNumber, int Actual, int Cap);

    public static int FileLineCount(SourceFile file) => file.Text.TrimEnd('\n').Split('\n').Length;

    /// <summary>The functions of a file, each from its signature to its last brace.</summary>
    public static IEnumerable<(string Name, int LineNumber, int LineCount)> Functions(SourceFile file) =>
        from node in file.Nodes<SyntaxNode>()
        let name = FunctionName(node)
        where name.Length > 0
        let start = SignatureStart(node)
        let first = file.Tree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, start))
        let last = node.GetLocation().GetLineSpan().EndLinePosition.Line
        select (name, first.StartLinePosition.Line + 1, last - first.StartLinePosition.Line + 1);

    /// <summary>Everything in a file above a cap; at most one of each kind, the largest.</summary>
    public static IEnumerable<Excess> Find(SourceFile file)
    {
        var width = file.Text.Split('\n').Index().MaxBy(line => line.Item.TrimEnd('\r').Length);
        var function = Functions(file).OrderByDescending(f => f.LineCount).FirstOrDefault();
        Excess[] largest =
        [
            new("file-lines", file.Path, 1, FileLineCount(file), FileLineCountMax),
            new("function-lines", file.Path, function.LineNumber, function.LineCount, FunctionLineCountMax),
            new("columns", file.Path, width.Index + 1, width.Item.TrimEnd('\r').Length, LineWidthMax),
        ];
        return largest.Where(excess => excess.Actual > excess.Cap);
    }

    /// <summary>The value below which the given share of the sizes lies.</summary>
    public static int Percentile(IEnumerable<int> sizes, double share)
    {
        var ordered = sizes.Order().ToList();
        return ordered.Count == 0 ? 0 : ordered[Math.Min(ordered.Count - 1, (int)(share * ordered.Count))];
    }

    private static string FunctionName(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "operator",
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier.Text,
            _ => string.Empty,
        };

    private static int SignatureStart(SyntaxNode node)
    {
        var attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        return attributes is null ? node.SpanStart : attributes.GetLastToken().GetNextToken().SpanStart;
    }
}
