using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Algorithms.Tests.Critics;

public class CriticExampleTests
{
    [Fact]
    public void The_README_shows_the_example_as_it_is_compiled_here()
    {
        var readme = File.ReadAllText(
            RepositoryRoot.Combine("src", "Pure", "ActorIL.Algorithms", "Critics", "README.md")
        );
        var source = File.ReadAllText(
            RepositoryRoot.Combine("tests", "ActorIL.Algorithms.Tests", "Critics", "CriticExample.cs")
        );
        var body = source[source.IndexOf("    /// <summary>", StringComparison.Ordinal)..source.LastIndexOf('}')];
        var lines = body.TrimEnd().Split('\n').Select(line => line.Length > 4 ? line[4..] : line);
        Assert.Contains(string.Join('\n', lines), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_gives_an_advantage_for_each_step()
    {
        var rollout = LinearQuadratic.Rollout(environmentCount: 4, stepCount: 8, new RngKey(1));
        var estimate = CriticExample.Advantages(LinearQuadratic.State, rollout, new RngKey(2)).Require();
        Assert.Equal(rollout.Count, estimate.Advantages.Length);
        Assert.All(estimate.Advantages, advantage => Assert.InRange(advantage, -3, 3));
    }
}
