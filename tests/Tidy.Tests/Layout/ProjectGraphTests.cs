using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

public sealed class ProjectGraphTests
{
    [Fact]
    public void Every_reference_follows_the_direction_of_the_design()
    {
        var projects = ProjectFile.Under("src/").AddRange(ProjectFile.Under("tests/"));
        Assert.True(projects.Length > ProjectGraph.Arrows.Count);
        Findings.None(ProjectGraph.Find(projects));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Read("ActorIL.sln").Replace('\\', '/');
        var projects = ProjectFile.Under("src/").AddRange(ProjectFile.Under("tests/"));
        Findings.None(
            projects
                .Where(project => !project.Path.StartsWith("src/Adapters/", StringComparison.Ordinal))
                .Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal))
                .Select(project => new Finding(project.Path, 1, "a project outside ActorIL.sln", "every project in it"))
        );
    }

    [Theory]
    [InlineData("src/Pure/ActorIL.Numerics/ActorIL.Numerics.csproj", "ActorIL.Environments")]
    [InlineData("src/Pure/ActorIL.Environments/ActorIL.Environments.csproj", "ActorIL.Algorithms")]
    [InlineData("src/Pure/ActorIL.Actors/ActorIL.Actors.csproj", "ActorIL.Hosting")]
    [InlineData("src/Shell/ActorIL.Storage/ActorIL.Storage.csproj", "ActorIL.Hosting")]
    [InlineData("src/Shell/ActorIL.Bench/ActorIL.Bench.csproj", "ActorIL.Cli")]
    public void A_reference_against_the_direction_is_found(string path, string reference) =>
        Findings.One(ProjectGraph.Find([Project(path, reference)]), 1, $"a reference to {reference};");

    [Theory]
    [InlineData("src/Pure/ActorIL.Training/ActorIL.Training.csproj", "ActorIL.Core")]
    [InlineData("src/Pure/ActorIL.Experiments/ActorIL.Experiments.csproj", "ActorIL.Numerics")]
    [InlineData("src/Shell/ActorIL.Cli/ActorIL.Cli.csproj", "ActorIL.Bench")]
    [InlineData("tests/ActorIL.Cli.Tests/ActorIL.Cli.Tests.csproj", "ActorIL.Cli")]
    public void A_reference_along_the_direction_passes(string path, string reference) =>
        Findings.None(ProjectGraph.Find([Project(path, reference)]));

    [Fact]
    public void A_package_in_the_core_is_found()
    {
        var project = ProjectFile.Parse(
            "src/Pure/ActorIL.Core/ActorIL.Core.csproj",
            "<Project><ItemGroup><PackageReference Include=\"Serilog\" /></ItemGroup></Project>"
        );
        Findings.One(ProjectGraph.Find([project]), 1, "packages Serilog");
    }

    [Fact]
    public void A_project_unknown_to_the_layout_is_found() =>
        Findings.One(ProjectGraph.Find([Project("src/Pure/ActorIL.New/ActorIL.New.csproj", "X")]), 1, "does not name");

    private static ProjectFile Project(string path, string reference) =>
        ProjectFile.Parse(
            path,
            $"<Project><ItemGroup><ProjectReference Include=\"..\\{reference}\\{reference}.csproj\" />"
                + "</ItemGroup></Project>"
        );
}
