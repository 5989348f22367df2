using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Environments;

namespace ActorIL.Cli.Tests.CommandLines;

public class EnvironmentVerbTests
{
    public static TheoryData<string> Names => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Fact]
    public void Every_environment_is_listed() => Snapshot.Matches(Invocation.Run("env", "list").Out);

    [Fact]
    public void The_list_is_one_object_too() => Snapshot.Matches(Invocation.Run("env", "list", "--json").Out);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_environment_is_described(string name) =>
        Snapshot.Matches(Invocation.Run("env", "describe", name).Out, name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_description_is_one_object_too(string name) =>
        Snapshot.Matches(Invocation.Run("env", "describe", name, "--json").Out, name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_environment_keeps_its_contract(string name)
    {
        var result = Invocation.Run("env", "check", name, "--episodes", "3", "--json");
        using var report = JsonDocument.Parse(result.Out);
        Assert.Equal(0, result.Code);
        Assert.True(report.RootElement.GetProperty("passed").GetBoolean());
        Assert.All(
            report.RootElement.GetProperty("checks").EnumerateArray(),
            check =>
            {
                // The first racetrack has one start, which its description says; nothing else is warned of.
                var isKnown = name == "CliffRacetrack-v0" && check.GetProperty("name").GetString() == "starts-vary";
                Assert.Equal(isKnown ? "warned" : "passed", check.GetProperty("outcome").GetString());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_controller_is_evaluated(string name)
    {
        var result = Invocation.Run("eval", "--controller", name, "--episodes", "5", "--json");
        using var evaluation = JsonDocument.Parse(result.Out);
        Assert.Equal(JsonValueKind.Null, evaluation.RootElement.GetProperty("source").ValueKind);
        Assert.Equal(5, evaluation.RootElement.GetProperty("evaluation").GetProperty("n").GetInt32());
    }
}
