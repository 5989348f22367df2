using System.Collections.Immutable;
using ActorIL.Storage.Files;
using ActorIL.Storage.TensorBoard;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.TensorBoard;

public class EventFileTests
{
    private static readonly ImmutableArray<MetricRow> Rows =
    [
        new("ppo", 512, "entropy", 0.6931),
        new("dagger", 20, "validation_return", 500),
        new("dagger", 1_000_000_000_000, "loss", double.NaN),
    ];

    /// <summary>RFC 3720, appendix B.4, and the check value of the polynomial's catalogues.</summary>
    [Fact]
    public void The_checksum_is_that_of_its_standard()
    {
        Assert.Equal(0x8A9136AAu, NaiveEvents.Crc(new byte[32]));
        Assert.Equal(0xE3069283u, NaiveEvents.Crc("123456789"u8));
    }

    [Fact]
    public void Every_row_is_read_again_by_the_formats_words()
    {
        using var folder = new TemporaryFolder();
        var path = Outcome.Value(EventFile.Write(folder[EventFile.FileName], Rows));
        var events = NaiveEvents.Records(File.ReadAllBytes(path)).ConvertAll(NaiveEvents.Fields);
        Assert.Equal("brain.Event:2", NaiveEvents.Text(events[0][3]));
        Assert.Equal(Rows.Length + 1, events.Count);
        foreach (var (row, read) in Rows.Zip(events.Skip(1)))
        {
            var value = NaiveEvents.Fields((byte[])NaiveEvents.Fields((byte[])read[5])[1]);
            Assert.Equal((ulong)row.Step, read[2]);
            Assert.Equal($"{row.Stage}/{row.Name}", NaiveEvents.Text(value[1]));
            Assert.Equal((float)row.Value, value[2]);
        }
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var (one, two) = (folder["one"], folder["two"]);
        _ = Outcome.Value(EventFile.Write(one, Rows));
        _ = Outcome.Value(EventFile.Write(two, Rows));
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Fact]
    public void TensorBoard_reads_it()
    {
        using var folder = new TemporaryFolder();
        _ = Outcome.Value(EventFile.Write(folder[EventFile.FileName], Rows));
        const string script =
            "import sys\nfrom tensorboard.backend.event_processing.event_accumulator import EventAccumulator\n"
            + "a = EventAccumulator(sys.argv[1]); a.Reload()\n"
            + "e = a.Scalars('dagger/validation_return')[0]\n"
            + "sys.exit(0 if (e.step, e.value) == (20, 500.0) else 3)";
        Assert.SkipUnless(
            Tool.Succeeds("python3", "-c", "import tensorboard"),
            "There is no Python with the package tensorboard here."
        );
        Assert.True(Tool.Succeeds("python3", "-c", script, folder.Path));
    }
}
