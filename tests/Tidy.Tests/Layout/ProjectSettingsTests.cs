using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

public sealed class ProjectSettingsTests
{
    [Fact]
    public void No_project_loosens_the_rules_of_all()
    {
        var paths = SourceTree.Paths.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(paths);
        Findings.None(paths.SelectMany(path => ProjectSettings.Find(path, SourceTree.Read(path))));
    }

    [Theory]
    [InlineData("<NoWarn>CA1000</NoWarn>")]
    [InlineData("<Nullable>disable</Nullable>")]
    [InlineData("<PackageReference Include=\"Serilog\" Version=\"4.0.0\" />")]
    public void A_setting_of_its_own_is_found(string setting) =>
        Findings.One(ProjectSettings.Find("src/A.csproj", $"<Project>\n{setting}\n</Project>"), 2, "alone");

    [Fact]
    public void References_and_an_assembly_name_pass() =>
        Findings.None(
            ProjectSettings.Find(
                "src/A.csproj",
                "<AssemblyName>a</AssemblyName><PackageReference Include=\"Serilog\" />"
            )
        );
}
