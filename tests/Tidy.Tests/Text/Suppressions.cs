using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>A rule switched off says why; and few are.</summary>
public static partial class Suppressions
{
    /// <summary>Rules switched off for the product at most, in all.</summary>
    public const int DisabledRuleCountMax = 15;

    /// <summary>Pragmas and attributes in code without a reason.</summary>
    public static IEnumerable<Finding> Find(SourceFile file)
    {
        var nodes = file.Root.DescendantNodes(descendIntoTrivia: true).ToList();
        foreach (var pragma in nodes.OfType<PragmaWarningDirectiveTriviaSyntax>())
        {
            var disables = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
            if (disables && (pragma.ErrorCodes.Count == 0 || !HasReason(file, pragma)))
            {
                yield return Finding.At(pragma, "a pragma", "named rules, and a comment with the reason");
            }
        }

        foreach (var directive in nodes.OfType<NullableDirectiveTriviaSyntax>())
        {
            yield return Finding.At(directive, directive.ToString(), "nullable analysis as the projects set it");
        }

        foreach (var attribute in file.Nodes<AttributeSyntax>().Where(IsSuppression))
        {
            var reason = attribute.ArgumentList?.Arguments.FirstOrDefault(argument =>
                argument.NameEquals?.Name.Identifier.Text == "Justification"
            );
            if (reason is null || reason.Expression.ToString().Trim('"').Length < 10)
            {
                yield return Finding.At(attribute, "SuppressMessage", "a Justification that says why");
            }
        }
    }

    /// <summary>Rules of an analyzer configuration that are off without a comment above their block.</summary>
    public static IEnumerable<Finding> FindUnreasoned(string path, string text)
    {
        var hasReason = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var isRule = Disabled().IsMatch(line);
            hasReason = line.StartsWith('#') || (hasReason && line.StartsWith("dotnet_", StringComparison.Ordinal));
            if (isRule && !hasReason)
            {
                yield return new(path, index + 1, line, "a comment above it with the reason");
            }
        }
    }

    /// <summary>How many rules a configuration switches off.</summary>
    public static int DisabledRuleCount(string text) => Disabled().Count(text);

    private static bool HasReason(SourceFile file, PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var lines = file.Text.Split('\n');
        var line = pragma.GetLocation().GetLineSpan().StartLinePosition.Line;
        return lines[line].Contains("//", StringComparison.Ordinal)
            || (line > 0 && lines[line - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));
    }

    private static bool IsSuppression(AttributeSyntax attribute) =>
        attribute.Name.ToString().EndsWith("SuppressMessage", StringComparison.Ordinal);

    [GeneratedRegex(@"^dotnet_diagnostic\.\w+\.severity\s*=\s*(none|silent|suggestion)", RegexOptions.Multiline)]
    private static partial Regex Disabled();
}
