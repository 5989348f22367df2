using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>
/// The README's way from an empty folder to a trained expert, a student and a verified trace. It packs the program,
/// so it runs on demand: <c>dotnet run -c Release --project tests/ActorIL.Packages.Tests -- -explicit only</c>.
/// </summary>
public partial class NewcomerTests(NewcomersWay way)
{
    private const double GoodReturn = 0.9;

    [Fact(Explicit = true)]
    public void Every_command_of_the_README_succeeds()
    {
        Assert.All(way.All, result => Assert.True(result.ExitCode == 0, result.ToString()));
        Assert.Equal(
            ReadmeSection.Commands.Sum(block => block.Count(line => !line.StartsWith("cd ", StringComparison.Ordinal))),
            way.All.Count
        );
    }

    [Fact(Explicit = true)]
    public void A_new_environment_keeps_the_contract() =>
        Assert.Contains("Maze-v0 keeps the contract.", way.Of("actoril env check").Output, StringComparison.Ordinal);

    [Fact(Explicit = true)]
    public void A_new_environment_is_built_without_a_warning_and_without_copies_of_our_assemblies()
    {
        Assert.Contains("0 Warning(s)", way.Of("dotnet build").Output, StringComparison.Ordinal);
        var folder = Path.Combine(way.Machine.Desk, "Maze", "bin", "Release", "net10.0");
        Assert.Equal(["Maze.dll"], Directory.GetFiles(folder, "*.dll").Select(Path.GetFileName));
    }

    [Fact(Explicit = true)]
    public void Its_expert_and_its_DAgger_student_score_what_the_README_says()
    {
        var output = way.Of("actoril run maze.conf").Output;
        Assert.InRange(Number(ExpertRow(), output), GoodReturn, 1);
        Assert.InRange(Number(StudentRow(), output), GoodReturn, 1);
    }

    [Fact(Explicit = true)]
    public void Its_trace_verifies_on_both_hosts_with_the_digest_of_the_run()
    {
        var digest = Digest().Match(way.Of("actoril run maze.conf").Output).Groups[1].Value;
        var verified = way
            .All.Where(result => result.Line.Contains("trace verify", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(2, verified.Length);
        Assert.Contains(verified, result => result.Line.EndsWith("--host simulation", StringComparison.Ordinal));
        Assert.All(verified, result => Assert.Contains($"digest {digest}", result.Output, StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public void A_new_experiment_runs()
    {
        var result = way.Machine.Run(way.Machine.Desk, "dotnet new actoril-experiment -n Study");
        Assert.True(result.ExitCode == 0, result.ToString());
        var folder = Path.Combine(way.Machine.Desk, "Study");
        result = way.Machine.Run(folder, "actoril run study.conf --variant bolder");
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("two-frames", result.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void A_name_that_is_no_identifier_makes_a_project_that_builds()
    {
        var result = way.Machine.Run(way.Machine.Desk, "dotnet new actoril-environment -n 2nd.grid-World");
        Assert.True(result.ExitCode == 0, result.ToString());
        var folder = Path.Combine(way.Machine.Desk, "2nd.grid-World");
        result = way.Machine.Run(folder, "dotnet build -c Release");
        Assert.True(result.ExitCode == 0, result.ToString());
        result = way.Machine.Run(
            folder,
            "actoril env check _2nd_grid_World-v0 --plugin bin/Release/net10.0/_2nd_grid_World.dll"
        );
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private static double Number(Regex row, string output)
    {
        var found = row.Match(output);
        Assert.True(found.Success, output);
        return double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^expert +validation +(-?[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex ExpertRow();

    [GeneratedRegex(@"^ *1000 +DAgger, best so far +(-?[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex StudentRow();

    [GeneratedRegex(@"^digest +([0-9a-f]{16})", RegexOptions.Multiline)]
    private static partial Regex Digest();
}
