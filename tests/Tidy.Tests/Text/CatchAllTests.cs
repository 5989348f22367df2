using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class CatchAllTests
{
    [Fact]
    public void Nothing_catches_everything_but_where_faults_are_answered()
    {
        Assert.NotEmpty(SourceTree.ProductFiles);
        Findings.None(SourceTree.ProductFiles.SelectMany(CatchAll.Find));
    }

    [Fact]
    public void Few_files_may_catch_everything() => Assert.InRange(CatchAll.Allowed.Count, 1, 5);

    [Theory]
    [InlineData("catch { }")]
    [InlineData("catch (Exception) { }")]
    [InlineData("catch (System.Exception e) when (e.Message.Length > 0) { }")]
    public void Catching_everything_is_found(string clause) =>
        Findings.One(CatchAll.Find(Parse("src/A.cs", clause)), 5, "catch of");

    [Fact]
    public void Catching_something_by_name_passes() =>
        Findings.None(CatchAll.Find(Parse("src/A.cs", "catch (IOException) { }")));

    [Fact]
    public void A_file_of_the_list_may_catch_everything() =>
        Findings.None(CatchAll.Find(Parse(CatchAll.Allowed.Keys.First(), "catch { }")));

    private static SourceFile Parse(string path, string clause) =>
        SourceFile.Parse(path, $"class A\n{{\n    void F()\n    {{ try {{ }}\n{clause}\n    }}\n}}");
}
