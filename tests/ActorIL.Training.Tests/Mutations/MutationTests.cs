using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Testing;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>Every planted kind of non-determinism is caught, at the actor that has it.</summary>
[Collection(Collection)]
public class MutationTests
{
    /// <summary>
    /// Tests that plant mistakes run one after the other: mistakes share state, that is what they are.
    /// </summary>
    public const string Collection = "mutations";

    // What depends on the timing of threads may agree by chance.
    private const int AttemptCountMax = 50;
    private const string HonestName = "honest";
    private static readonly Lazy<IReadOnlyDictionary<string, string>> OtherProcess = new(Child);

    public static TheoryData<string> Names => [.. MutationList.All.Select(mutation => mutation.Name)];

    [Fact]
    public void At_least_ten_kinds_are_planted_each_once() =>
        Assert.InRange(
            MutationList.All.Select(mutation => mutation.Name).Distinct().Count(),
            10,
            MutationList.All.Length
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_caught_at_its_actor(string name)
    {
        var mutation = MutationList.All.Single(other => other.Name == name);
        Assert.SkipWhen(
            name == "vector width" && System.Numerics.Vector<float>.Count == 4,
            "This processor has no vectors wider than those of the other process."
        );
        var recorded = MutationRun.Simulate(mutation.Root);
        var divergence = Within(mutation, recorded) ?? Between(mutation.Name, recorded);
        Assert.True(divergence is not null, $"'{name}' was not caught.");
        var sender = (divergence.Expected ?? divergence.Found)!.Value.SentAs.From;
        Assert.Equal(mutation.CulpritPath, recorded.Paths[sender.Value]);
    }

    [Fact]
    public void The_same_system_without_a_mistake_is_the_same_everywhere()
    {
        var recorded = MutationRun.Simulate(MutationList.Honest);
        Assert.Null(Divergence.Between(recorded.Deliveries, MutationRun.Simulate(MutationList.Honest).Deliveries));
        Assert.Null(
            Divergence.Between(recorded.Deliveries, MutationRun.SimulateElsewhere(MutationList.Honest).Deliveries)
        );
        Assert.Null(Between(HonestName, recorded));
    }

    [Fact(Explicit = true)]
    public void In_the_other_process_every_system_runs_once()
    {
        foreach (var mutation in MutationList.All)
        {
            ChildProcess.Report((mutation.Name, MutationRun.Simulate(mutation.Root).Line()));
        }

        ChildProcess.Report((HonestName, MutationRun.Simulate(MutationList.Honest).Line()));
    }

    /// <summary>Compares with runs of this process: the same again, then on other threads in another culture.</summary>
    private static Divergence? Within(Mutation mutation, MutationRun recorded)
    {
        var attemptCount = mutation.Name.Contains("parallel", StringComparison.Ordinal) ? AttemptCountMax : 1;
        return Enumerable
            .Range(0, attemptCount)
            .SelectMany<int, Func<MutationRun>>(_ =>
                [() => MutationRun.Simulate(mutation.Root), () => MutationRun.SimulateElsewhere(mutation.Root)]
            )
            .Select(run => Divergence.Between(recorded.Deliveries, run().Deliveries))
            .FirstOrDefault(divergence => divergence is not null);
    }

    /// <summary>Compares with a run of another process, with other processors and vectors.</summary>
    private static Divergence? Between(string name, MutationRun recorded) =>
        Divergence.Between(recorded.Deliveries, MutationRun.Read(OtherProcess.Value[name]));

    private static IReadOnlyDictionary<string, string> Child() =>
        ChildProcess.Run(
            typeof(MutationTests),
            nameof(In_the_other_process_every_system_runs_once),
            ("DOTNET_PROCESSOR_COUNT", (Environment.ProcessorCount + 1).ToString(CultureInfo.InvariantCulture)),
            ("DOTNET_EnableHWIntrinsic", "0")
        );
}
