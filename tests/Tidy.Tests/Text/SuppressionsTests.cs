using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class SuppressionsTests
{
    private const string ProductRules = "src/Style.globalconfig";

    [Fact]
    public void Every_suppression_in_code_says_why() => Findings.None(SourceTree.Files.SelectMany(Suppressions.Find));

    [Theory]
    [InlineData(ProductRules)]
    [InlineData(".editorconfig")]
    public void Every_rule_switched_off_says_why(string path) =>
        Findings.None(Suppressions.FindUnreasoned(path, SourceTree.Read(path)));

    [Fact]
    public void Few_rules_are_switched_off_for_the_product()
    {
        var count = Suppressions.DisabledRuleCount(SourceTree.Read(ProductRules));
        Assert.InRange(count, 1, Suppressions.DisabledRuleCountMax);
    }

    [Fact]
    public void Outside_the_tests_only_the_one_file_switches_rules_off()
    {
        var general = SourceTree.Read(".editorconfig").Split("[{tests/")[0];
        Assert.Equal(0, Suppressions.DisabledRuleCount(general));
    }

    [Theory]
    [InlineData("#pragma warning disable CA1000\nclass A;")]
    [InlineData("#pragma warning disable // everything\nclass A;")]
    [InlineData("#nullable disable\nclass A;")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1000\")] class A;")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1000\", Justification = \"\")] class A;")]
    public void A_suppression_without_a_reason_is_found(string text) =>
        Findings.One(Suppressions.Find(SourceFile.Parse("src/A.cs", text)), 1, "wanted");

    [Theory]
    [InlineData("#pragma warning disable CA1000 // they are the signature\nclass A;\n#pragma warning restore CA1000")]
    [InlineData("// Static members are the signature.\n#pragma warning disable CA1000\nclass A;")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1000\", Justification = \"Static members are it.\")] class A;")]
    public void A_suppression_with_its_reason_passes(string text) =>
        Findings.None(Suppressions.Find(SourceFile.Parse("src/A.cs", text)));

    [Fact]
    public void A_rule_off_without_a_comment_is_found() =>
        Findings.One(
            Suppressions.FindUnreasoned(
                "x",
                "# Why.\ndotnet_diagnostic.A1.severity=none\n\ndotnet_diagnostic.A2.severity=none"
            ),
            4,
            "A2"
        );

    [Fact]
    public void One_reason_serves_the_rules_right_below_it()
    {
        const string Text = "# Why.\ndotnet_diagnostic.A1.severity = none\ndotnet_diagnostic.A2.severity=silent\n";
        Findings.None(Suppressions.FindUnreasoned("x", Text));
        Assert.Equal(2, Suppressions.DisabledRuleCount(Text));
    }
}
