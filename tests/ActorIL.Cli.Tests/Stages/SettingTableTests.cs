using System.Collections.Immutable;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Stages;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;

namespace ActorIL.Cli.Tests.Stages;

public class SettingTableTests
{
    private static ImmutableArray<SettingFlag> All =>
        [
            .. SettingTable.Ppo,
            .. SettingTable.Collecting,
            .. SettingTable.Cloning,
            .. SettingTable.Dagger,
            .. SettingTable.Pipeline,
        ];

    [Fact]
    public void Every_flag_is_a_key_of_the_reference()
    {
        var keys = Bind().Configuration.Keys.Select(key => key.Path).ToHashSet(StringComparer.Ordinal);
        Assert.All(All, flag => Assert.Contains(flag.Key, keys));
    }

    [Theory]
    [InlineData("--lr", "3e-3", "ppo.learning-rate=3e-3")]
    [InlineData("--n-steps", "64", "ppo.rollout-steps=64")]
    [InlineData("--env-id", "Pendulum-v1", "environment.name=Pendulum-v1")]
    [InlineData("--hidden-dims", "8 4", "ppo.network.hidden=[8, 4]")]
    [InlineData("--hidden-dims", "8,4", "ppo.network.hidden=[8, 4]")]
    public void A_flag_and_its_key_are_the_same_setting(string name, string text, string setting)
    {
        var verb = new System.CommandLine.Command("ppo");
        var options = new SettingOptions(SettingTable.Ppo);
        foreach (var option in options.Options)
        {
            verb.Options.Add(option);
        }

        var typed = options.Read(verb.Parse([name, .. text.Split(' ')]));
        Assert.Equal(
            Bind(new ConfigurationOverride(setting, "--set")).Configuration.SemanticJson,
            Bind([.. typed]).Configuration.SemanticJson
        );
    }

    private static BoundRun Bind(params ImmutableArray<ConfigurationOverride> overrides) =>
        RunConfiguration
            .Bind(new(File: null, overrides, _ => new IncludeOutcome.Missing(), _ => null), ProgramCatalog.Shipped())
            .Require();
}
