using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Tests.Mcap;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>A recorded trace against @mcap/core, which knows nothing of us.</summary>
public sealed class TraceNodeTests
{
    [Fact]
    public void A_trace_passes_both_readers_and_its_messages_are_decoded_without_us()
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], SmallTrace.Root(), SmallTrace.Recording(TraceLevel.Full));
        Check(folder["a.mcap"], "completed");

        File.WriteAllBytes(folder["cut.mcap"], File.ReadAllBytes(folder["a.mcap"])[..^9_000]);
        Outcome.Value(TraceRepair.Run(folder["cut.mcap"], folder["repaired.mcap"]));
        Check(folder["repaired.mcap"], null);
    }

    private static void Check(string path, string? outcome)
    {
        using var found = JsonDocument.Parse(NodeModules.RunOrSkip("read.mjs", path));
        var (entries, _) = SmallTrace.Read(path);
        var deliveries = entries.Where(entry => entry.Delivery is not null).ToList();
        var first = deliveries.First(entry => entry.Delivery!.Record.ToPath == "/root/b").Delivery!;
        var streamed = found.RootElement.GetProperty("streamed");
        Assert.True(streamed.GetProperty("isDone").GetBoolean());
        Assert.True(streamed.GetProperty("isDataCrcRight").GetBoolean());
        foreach (var part in (JsonElement[])[found.RootElement.GetProperty("indexed"), streamed])
        {
            var messages = part.GetProperty("messages").EnumerateArray().ToList();
            var theirs = messages.Where(message => Topic(message) == first.Channel.Topic).ToList();
            Assert.Equal(deliveries.Count(entry => entry.Delivery!.Channel.Topic == first.Channel.Topic), theirs.Count);
            var value = theirs
                .Select(message => message.GetProperty("value"))
                .First(message => Property(message, "to_path").GetString() == "/root/b");
            var payload = Property(value, "payload");
            Assert.Equal("say", Property(payload, "kind").GetString());
            Assert.Equal(1.0, Property(payload, "reward").GetDouble());
            var ending = messages.Single(message => Topic(message) == TraceTopics.Ending).GetProperty("value");
            Assert.Equal(outcome ?? EndingRecord.BrokenOff, Property(ending, "outcome").GetString());
        }
    }

    private static string? Topic(JsonElement message) => message.GetProperty("topic").GetString();

    // The reader may turn names to camel case.
    private static JsonElement Property(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found)
            ? found
            : value.EnumerateObject().First(property => Plain(property.Name) == Plain(name)).Value;

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
