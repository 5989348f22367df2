using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Cli.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceExportTests(RecordedTraces traces)
{
    [Fact]
    public void Lines_of_json_read_back_as_the_same_floats()
    {
        var result = Export(traces.Full, "--format", "ndjson", "--message", "*.rolled");
        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var recorded = Observations(traces.Full);
        Assert.Equal(recorded.Length, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            using var line = JsonDocument.Parse(lines[i]);
            var observations = line
                .RootElement.GetProperty("payload")
                .GetProperty("rolled")
                .GetProperty("collected")
                .GetProperty("rollout")
                .GetProperty("observations");
            Assert.Equal(recorded[i], observations.EnumerateArray().Select(item => item.GetSingle()));
        }
    }

    [Fact]
    public void A_table_has_the_fields_of_one_message() =>
        Snapshot.Matches(
            Masked.Mask(
                Export(traces.Full, "--format", "csv", "--message", "*.validated", "--actor", "/run/learner").Out
            )
        );

    [Fact]
    public void A_table_of_several_messages_is_refused()
    {
        var result = Invocation.Run("trace", "export", traces.Full, "--format", "csv");
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((traces.Full, "TRACE")));
    }

    [Fact]
    public void Rollouts_are_arrays_of_time_and_environment()
    {
        var arrays = Arrays("rollouts", out var card);
        Assert.Equal("(256,4,4,)", arrays["observations"].Shape);
        Assert.Equal("(256,4,1,)", arrays["actions"].Shape);
        Assert.Equal("(256,4,)", arrays["rewards"].Shape);
        Assert.Equal("(256,4,)", arrays["endings"].Shape);
        Assert.Equal("(4,4,4,)", arrays["last_observations"].Shape);
        Assert.Equal([64L, 64, 64, 64], MemoryMarshal.Cast<byte, long>(arrays["step_counts"].Items).ToArray());
        Assert.Equal(
            Observations(traces.Full).SelectMany(items => items),
            MemoryMarshal.Cast<byte, float>(arrays["observations"].Items).ToArray()
        );
        Assert.Equal("CartPole-v1", card.GetProperty("environment").GetProperty("id").GetString());
        Assert.Equal(
            "discrete",
            card.GetProperty("environment").GetProperty("action_space").GetProperty("kind").GetString()
        );
    }

    [Fact]
    public void Demonstrations_have_a_row_for_each_step_and_say_how_episodes_ended()
    {
        var arrays = Arrays("demonstrations", out _);
        var steps = MemoryMarshal.Cast<byte, long>(arrays["step_counts"].Items).ToArray();
        var full = arrays["full"].Items;
        var total = steps.Sum().ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"({total},4,)", arrays["observations"].Shape);
        Assert.Equal($"({total},)", arrays["rewards"].Shape);
        var end = 0L;
        for (var episode = 0; episode < steps.Length; episode++)
        {
            end += steps[episode];

            // A whole episode ends; the short ones were cut before they did.
            Assert.Equal(full[episode] == 1, arrays["endings"].Items[end - 1] != 0);
        }

        Assert.Equal(full.Count(item => item == 1), arrays["endings"].Items.Count(ending => ending != 0));
    }

    [Fact]
    public void Labels_are_those_of_the_expert()
    {
        var arrays = Arrays("labels", out var card);
        Assert.Equal("(40,4,)", arrays["observations"].Shape);
        Assert.Equal("(40,1,)", arrays["labels"].Shape);
        Assert.All(
            MemoryMarshal.Cast<byte, float>(arrays["labels"].Items).ToArray(),
            label => Assert.True(label is 0 or 1)
        );
        Assert.Equal("labels", card.GetProperty("what").GetString());
    }

    [Fact]
    public void The_same_data_set_is_the_same_file()
    {
        _ = Arrays("labels", out var one);
        _ = Arrays("labels", out var other);
        Assert.Equal(one.GetProperty("sha256").GetString(), other.GetProperty("sha256").GetString());
    }

    [Fact]
    public void Observations_take_level_full()
    {
        var result = Invocation.Run(
            "trace",
            "export",
            traces.Actions,
            "--format",
            "npz",
            "--what",
            "rollouts",
            "--out",
            traces.New("npz")
        );
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((traces.Actions, "TRACE")));
    }

    [Theory]
    [InlineData("no-what", "--format", "npz", "--out", "x.npz")]
    [InlineData("no-out", "--format", "npz", "--what", "labels")]
    [InlineData("what-of-text", "--format", "csv", "--what", "labels")]
    [InlineData("format", "--format", "parquet")]
    public void A_mistyped_export_is_explained(string name, params string[] flags)
    {
        var result = Invocation.Run(["trace", "export", traces.Full, .. flags]);
        Assert.Equal(2, result.Code);
        Snapshot.Matches(result.Text((traces.Full, "TRACE")), name);
    }

    [Fact]
    public void NumPy_reads_the_arrays()
    {
        var target = traces.New("npz");
        Assert.Equal(0, Export(traces.Full, "--format", "npz", "--what", "rollouts", "--out", target).Code);
        const string Script = """
            a = np.load(sys.argv[1])
            o = a['observations']
            print(o.shape, o.dtype, a['endings'].dtype, int(a['step_counts'].sum()))
            """;
        Assert.Equal("(256, 4, 4) float32 uint8 256\n", Python.RunOrSkip(Script, target));
    }

    private Dictionary<string, (string Shape, byte[] Items)> Arrays(string what, out JsonElement card)
    {
        var target = traces.New("npz");
        _ = Export(traces.Full, "--format", "npz", "--what", what, "--out", target);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(target, "json")));
        card = document.RootElement.Clone();
        using var archive = ZipFile.OpenRead(target);
        return archive.Entries.ToDictionary(entry => Path.GetFileNameWithoutExtension(entry.Name), Read);
    }

    /// <summary>A .npy file as its specification says, by hand.</summary>
    private static (string Shape, byte[] Items) Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        var length = bytes[8] + (bytes[9] << 8);
        var header = Encoding.ASCII.GetString(bytes, 10, length);
        var start = header.IndexOf('(', StringComparison.Ordinal);
        return (header[start..(header.IndexOf(')', StringComparison.Ordinal) + 1)], bytes[(10 + length)..]);
    }

    private static float[][] Observations(string path)
    {
        using var trace = TraceReader.Open(path).Require();
        return
        [
            .. new TraceScan(trace)
                .Deliveries()
                .Where(delivered => delivered.Channel.MessageOf(delivered.Record) == "learner-message.rolled/1")
                .Select(delivered =>
                    FieldTree
                        .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                        .Then(node => FieldPath.Find(node, "rolled.collected.rollout.observations"))
                        .Map(node =>
                            FieldLeaves
                                .Of(node)
                                .Select(leaf => BitConverter.UInt32BitsToSingle((uint)leaf.Bits))
                                .ToArray()
                        )
                        .Require()
                ),
        ];
    }

    private static Invocation Export(string trace, params string[] flags)
    {
        var result = Invocation.Run(["trace", "export", trace, .. flags]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result;
    }
}
