namespace Tidy.Tests.Sources;

/// <summary>Turns findings into a test's verdict.</summary>
public static class Findings
{
    /// <summary>Fails with every finding, one a line, unless there is none.</summary>
    public static void None(IEnumerable<Finding> findings)
    {
        var all = findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(f => f.LineNumber).ToList();
        if (all.Count > 0)
        {
            Assert.Fail(Invariant($"{all.Count} findings\n") + string.Join('\n', all));
        }
    }

    /// <summary>Exactly one finding, on the given line, whose text holds the given words.</summary>
    public static void One(IEnumerable<Finding> findings, int lineNumber, string words)
    {
        var finding = Assert.Single(findings);
        Assert.Equal(lineNumber, finding.LineNumber);
        Assert.Contains(words, finding.ToString(), StringComparison.Ordinal);
    }
}
