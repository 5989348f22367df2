using System.Text;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Resolved;

/// <summary>A resolved configuration as a person reads it: nested sections, in the order of the reference.</summary>
internal static class ResolvedText
{
    private const int IndentSize = 2;

    public static string Render(ResolvedConfiguration configuration)
    {
        var text = new StringBuilder();
        AppendHeader(text, configuration);
        var open = new List<string>();
        foreach (var key in configuration.Keys)
        {
            var elements = $"{ReferenceConfiguration.Root}.{key.Path}".Split('.');
            MoveTo(text, open, elements.AsSpan(..^1));
            Indent(text, open.Count).Append(elements[^1]).Append(" = ").Append(key.Json);
            AppendOrigin(text, key.Origin);
        }

        MoveTo(text, open, []);
        return text.ToString();
    }

    private static void AppendHeader(StringBuilder text, ResolvedConfiguration configuration)
    {
        text.Append("# Resolved configuration; values without a comment are the reference's own.\n");
        text.Append("# Hash of the semantic keys: ").Append(configuration.SemanticHash).Append('\n');
        if (configuration.EnvironmentNames.Length > 0)
        {
            text.Append("# Environment variables used: ");
            text.AppendJoin(", ", configuration.EnvironmentNames).Append('\n');
        }
    }

    /// <summary>Closes and opens braces until the open sections are the wanted ones.</summary>
    private static void MoveTo(StringBuilder text, List<string> open, ReadOnlySpan<string> sections)
    {
        var common = 0;
        while (common < open.Count && common < sections.Length && open[common] == sections[common])
        {
            common++;
        }

        while (open.Count > common)
        {
            open.RemoveAt(open.Count - 1);
            Indent(text, open.Count).Append("}\n");
        }

        foreach (var section in sections[common..])
        {
            Indent(text, open.Count).Append(section).Append(" {\n");
            open.Add(section);
        }
    }

    private static void AppendOrigin(StringBuilder text, HoconOrigin origin)
    {
        if (origin.Source != ReferenceConfiguration.Name)
        {
            text.Append(" # ").Append(OriginText.Of(origin).ReplaceLineEndings(" "));
        }

        text.Append('\n');
    }

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', depth * IndentSize);
}
