using System.Globalization;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Tests;

public class ResolvedConfigurationTests
{
    [Fact]
    public void The_resolved_text_is_the_same_configuration()
    {
        var first = Configurations.Good(
            Configurations.Shipped("pendulum.conf"),
            "seed=18446744073709551615",
            "run.workers=2"
        );
        var second = Configurations.Good(first.Configuration.Text);
        Assert.Equal(
            first.Configuration.Keys.Select(key => (key.Path, key.Kind, key.Json)),
            second.Configuration.Keys.Select(key => (key.Path, key.Kind, key.Json))
        );
        Assert.Equal(first.Settings, second.Settings);
    }

    [Fact]
    public void Every_semantic_key_enters_the_hash_and_no_operational_one_does()
    {
        var reference = Configurations.Good("").Configuration;
        // A file for an expert that needs none is refused; that its place is not semantic, other tests say.
        foreach (var key in reference.Keys.Where(key => key.Path != "expert.file"))
        {
            var changed = Configurations.Good("", $"{key.Path}={Other(key)}").Configuration;
            var isSame = changed.SemanticHash == reference.SemanticHash;
            Assert.True(isSame == (key.Kind == KeyKind.Operational), $"{key.Path} is {key.Kind}; same hash: {isSame}.");
        }
    }

    [Fact]
    public void A_changed_value_says_where_it_was_written()
    {
        var text = Configurations.Good("actoril {\n  ppo.epochs = 3\n}").Configuration.Text;
        Assert.Contains("epochs = 3 # user.conf:2:16\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_outside_of_actoril_are_not_written()
    {
        var text = Configurations.Good("password = hunter2").Configuration.Text;
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_gets_every_key_in_one_flat_text_and_the_section_that_is_called_after_it()
    {
        var run = Configurations.Good(
            """
            actoril { run.host = simulation, ppo { learning-rate = 3e-4, network.hidden = [64, 32] } }
            simulation { a { "/b c" = 5s, d = [x, 1] }, e = on, f = null }
            other.g = 1
            """
        );
        var text = run.Configuration.FlatText;

        Assert.Contains("actoril.ppo.learning-rate = 0.0003\n", text, StringComparison.Ordinal);
        Assert.Contains("actoril.ppo.network.hidden = [64, 32]\n", text, StringComparison.Ordinal);
        Assert.Contains("actoril.run.out = \"\"\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "simulation.a.\"/b c\" = \"5s\"\nsimulation.a.d = [\"x\",1]\nsimulation.e = \"on\"\n",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("other", text, StringComparison.Ordinal);
        var again = Configurations.Good(run.Configuration.Text).Configuration;
        Assert.Equal(text, again.FlatText);
    }

    /// <summary>Another value that the key takes.</summary>
    private static string Other(ResolvedKey key) =>
        key.Path switch
        {
            "environment.name" => "Pendulum-v1",
            "environment.id" => "CartPole-v1",
            "environment.command" => "[\"python3\"]",
            "environment.processes" => "2",
            "environment.restore" => "snapshots",
            _ when key.Path.StartsWith("environment.announced.", StringComparison.Ordinal) && key.Json == "\"\"" =>
                "some",
            "expert.kind" => "scripted",
            "expert.controller" => "feedback",
            "expert.optimality" => "0.5",
            "expert.noise" => "0.5",
            "environment.view.components" => "[3]",
            "dagger.beta-schedule" => "linear",
            "ppo.kl-stop" => "epoch",
            "ppo.value-loss" => "squared-error",
            "ppo.blocks" => "2",
            "ppo.time-limit" => "terminal",
            "ppo.policy-lag" => "1",
            "ppo.network.initialization" => "fan-in",
            "pipelines.rollouts" or "pipelines.labels" => $"[{StagePlugin.Stage}]",
            "run.host" => "simulation",
            "run.workers" => "7",
            "run.out" => "elsewhere",
            "run.log-level" => "debug",
            "trace.level" => "full",
            "expert.file-hash" or "ppo.init-from-hash" or "demonstration.file-hash" => new string('a', 64),
            "ppo.init-from" or "demonstration.file" => "elsewhere",
            "student.algorithm" => "bc",
            "student.gail.reward" => "log-d",
            "student.network.recurrent" => "lstm",
            "student.view.components" => "[3]",
            "student.aggrevate.candidates" => "[5]",
            "evaluation.reference" => "expert",
            _ when key.Path.EndsWith("-schedule", StringComparison.Ordinal) => "linear",
            _ when key.Path.EndsWith("activation", StringComparison.Ordinal) => "relu",
            _ => OtherJson(key.Json),
        };

    private static string OtherJson(string json) =>
        json switch
        {
            "true" => "false",
            "false" => "true",
            ['[', ..] => "[7]",
            "0" => "1",
            _ => Changed(double.Parse(json, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture),
        };

    private static double Changed(double number) => number < 1 ? number / 2 : number * 2;
}
