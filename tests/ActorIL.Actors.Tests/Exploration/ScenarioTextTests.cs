using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

public sealed class ScenarioTextTests
{
    [Fact]
    public void A_scenario_comes_back_from_its_text() =>
        Seeded.Run(
            200,
            static seed =>
            {
                var scenario = Any(RngKey.Root(seed));
                var text = ScenarioText.Write(scenario);
                var read = ScenarioText.Read(text).Require();
                Assert.Equal(text, ScenarioText.Write(read));
                Assert.Equal(scenario, read);
            }
        );

    [Fact]
    public void The_text_is_this()
    {
        Assert.Equal("order=keys", ScenarioText.Write(Scenario.Plain));
        Assert.Equal("order=given:", ScenarioText.Write(Scenario.OneByOne));
        var scenario = new Scenario(
            new DeliveryOrder.Given([0, 2, 0, 1]),
            [
                new("/root/a b", 3, FaultKind.Crash),
                new("/root/c", 0, FaultKind.Failure),
                new("/root/robot", 1, FaultKind.DelayResult, 7),
                new("/root/robot", 2, FaultKind.DuplicateResult, 0),
            ]
        );
        Assert.Equal(
            "order=given:1:2,3:1 "
                + "faults=crash:3:/root/a%20b,failure:0:/root/c,late:1:7:/root/robot,twice:2:0:/root/robot",
            ScenarioText.Write(scenario)
        );
        Assert.Equal(scenario, ScenarioText.Read(ScenarioText.Write(scenario)).Require());
    }

    [Theory]
    [InlineData("")]
    [InlineData("faults=crash:1:/root")]
    [InlineData("order=")]
    [InlineData("order=sideways")]
    [InlineData("order=given:1")]
    [InlineData("order=given:3:1,2:1")]
    [InlineData("order=given:99999999999:1")]
    [InlineData("order=given:20000000:1")]
    [InlineData("order=random:xyz")]
    [InlineData("order=priority:00:1:0")]
    [InlineData("order=priority:00:-1:5")]
    [InlineData("order=keys crash:1:/root")]
    [InlineData("order=keys faults=")]
    [InlineData("order=keys faults=flood:1:/root")]
    [InlineData("order=keys faults=crash:1:root")]
    [InlineData("order=keys faults=crash:1:2:/root")]
    [InlineData("order=keys faults=late:1:/root")]
    [InlineData("order=keys faults=crash:1:/root more")]
    public void Another_text_is_explained(string text)
    {
        var error = ScenarioText
            .Read(text)
            .Match(scenario => throw new InvalidOperationException(ScenarioText.Write(scenario)), error => error);
        Assert.Equal($"\"{text}\"", error.Found);
    }

    private static Scenario Any(RngKey key)
    {
        FaultTarget[] targets =
        [
            new("/root/a", 10, 8, 0, 3),
            new("/root/bc-first-10-of-2", 4, 3, 5, 0),
            new("/root/it's: 100%, \u00e9", 2, 1, 1, 0),
        ];
        var drawn = ScenarioDrawing.Draw(key, 3, [.. targets], new(true, true, true), choiceCount: 40);
        return Draw.Index(key, 0, 2) == 0
            ? drawn
            : drawn with
            {
                Order = new DeliveryOrder.Given([
                    .. Enumerable.Range(0, 30).Select(index => Draw.Index(key, (ulong)index, 4)),
                    1,
                ]),
            };
    }
}
