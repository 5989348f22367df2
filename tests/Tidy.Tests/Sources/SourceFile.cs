using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidy.Tests.Sources;

/// <summary>A C# file, parsed; its path is relative to the repository root.</summary>
public sealed record SourceFile(string Path, string Text, SyntaxTree Tree)
{
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        SourceCodeKind.Regular
    );

    public CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public static SourceFile Parse(string path, string text) =>
        new(path, text, CSharpSyntaxTree.ParseText(text, Options, path, System.Text.Encoding.UTF8));

    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes(descendIntoTrivia: false).OfType<T>();
}
