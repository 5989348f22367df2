using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

public sealed class TestNamesTests
{
    [Fact]
    public void Every_test_is_a_sentence_in_a_class_named_for_its_subject()
    {
        var tests = SourceTree.Files.Where(file => file.IsTest).ToList();
        Assert.NotEmpty(tests);
        Findings.None(tests.SelectMany(TestNames.Find));
    }

    [Fact]
    public void A_sentence_passes_and_so_do_methods_that_are_no_tests() =>
        Findings.None(
            Find(
                """
                public class SubjectTests
                {
                    [Fact] public void Truncated_episode_still_bootstraps() { }
                    [Theory, InlineData(1)] public void One_plus_1_is_two(int n) { }
                    [Fact(Explicit = true)] public void Child() { }
                    private void Check() { }
                }
                """
            )
        );

    [Fact]
    public void A_name_that_claims_nothing_is_found() =>
        Findings.One(
            Find("public class SubjectTests\n{\n    [Fact]\n    public void TestBootstrap() { }\n}"),
            4,
            "TestBootstrap"
        );

    [Fact]
    public void A_class_that_is_not_named_for_tests_is_found() =>
        Findings.One(
            Find(
                "public class Checks\n{\n    [Xunit.Fact] public void No() { }\n"
                    + "    [Fact] public void It_is_so() { }\n}"
            ),
            1,
            "test class Checks"
        );

    private static IEnumerable<Finding> Find(string text) =>
        TestNames.Find(SourceFile.Parse("tests/X.Tests/SubjectTests.cs", text));
}
