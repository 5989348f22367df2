using ActorIL.Packages.Tests.Newcomer;

namespace ActorIL.Packages.Tests.Templates;

public class ReadmeCodeTests
{
    [Theory]
    [InlineData(0, "MazeEnvironment.cs")]
    [InlineData(1, "MazePlugin.cs")]
    public void The_README_shows_the_template_as_it_is_compiled_here(int block, string file)
    {
        var source = File.ReadAllText(RepositoryRoot.Combine("src", "Templates", "Maze", file));
        Assert.Equal(source.ReplaceLineEndings("\n").Trim(), ReadmeSection.Code[block].Trim());
    }

    [Fact]
    public void The_README_tells_the_whole_way_from_packing_to_the_verified_trace()
    {
        var lines = ReadmeSection.Commands.SelectMany(block => block).ToArray();
        string[] steps =
        [
            "dotnet pack ActorIL.sln",
            "dotnet tool install",
            "dotnet new install",
            "dotnet new actoril-environment",
            "cd Maze",
            "dotnet build",
            "actoril env check",
            "actoril run",
            "actoril trace verify",
        ];
        var places = steps.Select(step =>
            Array.FindIndex(lines, line => line.StartsWith(step, StringComparison.Ordinal))
        );
        Assert.All(places, place => Assert.True(place >= 0));
        Assert.Equal(places.Order(), places);
    }
}
