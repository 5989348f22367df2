using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

/// <summary>A test's name is the claim it makes; a failing list of names reads as a list of broken claims.</summary>
public static partial class TestNames
{
    public static IEnumerable<Finding> Find(SourceFile file)
    {
        foreach (var method in file.Nodes<MethodDeclarationSyntax>().Where(IsTest))
        {
            var name = method.Identifier.Text;
            if (!Sentence().IsMatch(name))
            {
                yield return Finding.At(
                    method.Identifier.GetLocation(),
                    $"test {name}",
                    "a claim of three words or more with underscores"
                );
            }

            if (
                method.Parent is TypeDeclarationSyntax type
                && !type.Identifier.Text.EndsWith("Tests", StringComparison.Ordinal)
            )
            {
                yield return Finding.At(
                    type.Identifier.GetLocation(),
                    $"test class {type.Identifier.Text}",
                    "the subject and Tests"
                );
            }
        }
    }

    /// <summary>What runs only when asked for by name, such as the body of a child process, claims nothing.</summary>
    private static bool IsTest(MethodDeclarationSyntax method) =>
        method
            .AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "Fact" or "Theory" && !IsExplicit(attribute));

    private static bool IsExplicit(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(a => a.NameEquals?.Name.Identifier.Text == "Explicit") ?? false;

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$")]
    private static partial Regex Sentence();
}
