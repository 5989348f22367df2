using System.Globalization;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Testing;

namespace ActorIL.Hosting.Tests;

/// <summary>The chain does not know which process, runtime setting or machine it was computed in.</summary>
public sealed class SeparateProcessTests
{
    private const string WorkersVariable = "ACTORIL_TEST_WORKERS";

    [Theory]
    [InlineData("1", "DOTNET_TieredCompilation", "1")]
    [InlineData("2", "DOTNET_TieredCompilation", "0")]
    [InlineData("4", "DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("3", "DOTNET_gcServer", "1")]
    public void Another_process_gives_the_same_chains(string workers, string setting, string value)
    {
        var found = ChildProcess.Run(
            typeof(SeparateProcessTests), nameof(Child_reports_its_chains), (WorkersVariable, workers), (setting, value));

        Assert.Equal(Chains(workerCount: 2), found["chains"]);
    }

    [Fact(Explicit = true)]
    public void Child_reports_its_chains()
    {
        var workers = Environment.GetEnvironmentVariable(WorkersVariable) ?? "1";
        ChildProcess.Report(("chains", Chains(int.Parse(workers, CultureInfo.InvariantCulture))));
    }

    private static string Chains(int workerCount)
    {
        var chains = new List<string>();
        for (ulong seed = 1; seed <= 5; seed++)
        {
            using var host = new ParallelHost(new Topology(seed).Root(), Run.Settings(seed), workerCount);
            host.Run(static progress => progress.Tick > 60);
            chains.Add(host.Chain.ToString());
        }

        return string.Join(' ', chains);
    }
}
