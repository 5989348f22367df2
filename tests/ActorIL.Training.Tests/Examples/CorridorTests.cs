using ActorIL.Actors.Hosts;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Checks;
using ActorIL.Environments.Combinators;
using ActorIL.Testing;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests.Examples;

public class CorridorTests
{
    [Fact]
    public void The_README_shows_the_corridor_as_it_is_compiled_here()
    {
        var readme = File.ReadAllText(RepositoryRoot.Combine("README.md"));
        var source = File.ReadAllText(
            RepositoryRoot.Combine("tests", "ActorIL.Training.Tests", "Examples", "Corridor.cs")
        );
        Assert.Contains(
            source[source.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd(),
            readme,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_statement_of_the_READMEs_second_snippet_is_compiled_here()
    {
        var readme = File.ReadAllText(RepositoryRoot.Combine("README.md"));
        var source = WithoutSpace(
            File.ReadAllText(RepositoryRoot.Combine("tests", "ActorIL.Training.Tests", "Examples", "CorridorTests.cs"))
        );
        var snippet = readme.Split("```csharp")[4].Split("```")[0];
        var statements = WithoutSpace(snippet).Split(';', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, statements.Length);
        Assert.All(statements, statement => Assert.Contains(statement + ";", source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_corridor_passes_the_conformance_kit()
    {
        var module = Module();
        var report = Conformance.Check(module);
        Assert.True(report.Passed, string.Join('\n', report.Checks));
    }

    [Fact]
    public void The_corridor_trains_as_an_actor_system_like_any_shipped_environment()
    {
        var plan = SmallPlans.Of(new EnvironmentEntry(Module()), seed: 1);
        var host = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        host.Run();
        var report = RunSystem.Report(plan, host).Require();
        Assert.True(report.IsComplete);
        Assert.True(report.Stages[1].Evaluation.Mean > 0, $"The expert scores {report.Stages[1].Evaluation.Mean}.");
    }

    private static EnvironmentModule Module()
    {
        var module = TimeLimit<Corridor, Corridor.Params, Corridor.State>.Module(
            "Corridor-v0",
            "Walk to the last cell.",
            new(CellCount: 10, Slip: 0.1),
            stepCountMax: 100
        );
        return module;
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
