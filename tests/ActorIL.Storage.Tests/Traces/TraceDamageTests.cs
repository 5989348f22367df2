using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>Whatever happens to a file: what is read of it was recorded, what is left can be repaired.</summary>
public sealed class TraceDamageTests
{
    private const int TickCount = 4;

    // Most of a manifest is padding, of which every so many bytes are tried.
    private const int PaddingStride = 997;
    private const int RepairStride = 149;

    [Fact]
    public void A_trace_cut_at_any_byte_gives_a_prefix_and_repairs_to_one_that_verifies()
    {
        using var folder = new TemporaryFolder();
        var (whole, all) = Make(folder["a.mcap"]);
        var cut = folder["cut.mcap"];
        foreach (var length in Places(whole).Reverse())
        {
            File.WriteAllBytes(cut, whole[..length]);
            CheckPrefix(cut, all);
            if (length % RepairStride == 0)
            {
                CheckRepair(folder, cut, all);
            }
        }
    }

    [Fact]
    public void A_trace_with_any_byte_changed_gives_a_prefix_and_repairs_to_one_that_verifies()
    {
        using var folder = new TemporaryFolder();
        var (whole, all) = Make(folder["a.mcap"]);
        var changed = folder["changed.mcap"];
        foreach (var place in Places(whole))
        {
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= (byte)(1 << (place % 8));
            File.WriteAllBytes(changed, bytes);
            CheckPrefix(changed, all);
            if (place % RepairStride == 0)
            {
                CheckRepair(folder, changed, all);
            }
        }
    }

    [Fact]
    public void A_whole_trace_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        Make(folder["a.mcap"]);
        var report = Outcome.Value(TraceRepair.Run(folder["a.mcap"], folder["b.mcap"]));
        Assert.True(report.IsWhole);
        Assert.False(File.Exists(folder["b.mcap"]));
        Assert.Equal(["a.mcap"], folder.Names);
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        var (whole, _) = Make(folder["a.mcap"]);
        File.WriteAllBytes(folder["cut.mcap"], whole[..^9]);
        File.WriteAllText(folder["b.mcap"], "precious");
        Assert.Equal(
            "something of that name",
            Outcome.Error(TraceRepair.Run(folder["cut.mcap"], folder["b.mcap"])).Found
        );
        Assert.Equal("precious", File.ReadAllText(folder["b.mcap"]));
        Assert.Equal(["a.mcap", "b.mcap", "cut.mcap"], folder.Names);
    }

    [Fact]
    public void What_was_lost_is_told_where_the_end_of_the_file_is_left()
    {
        using var folder = new TemporaryFolder();
        var (whole, all) = Make(folder["a.mcap"]);
        var deliveries = all.Count(entry => entry.StartsWith("delivery", StringComparison.Ordinal));
        var (damaged, repaired) = (folder["damaged.mcap"], folder["repaired.mcap"]);

        // In the middle of the chunks: the summary still knows how many there were.
        var summary = whole.Length - (whole.Length - ManifestEnd(whole)) / 2;
        var bytes = (byte[])whole.Clone();
        bytes[ManifestEnd(whole) + ((summary - ManifestEnd(whole)) / 2)] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        var report = Outcome.Value(TraceRepair.Run(damaged, repaired));
        Assert.Equal(deliveries, report.LastOrdinal + report.LostDeliveryCount);
        Assert.True(report.LostChunkCount > 0);
        Assert.False(report.IsComplete);

        // Only the closing: nothing of the run is lost.
        File.WriteAllBytes(damaged, whole[..^1]);
        File.Delete(repaired);
        report = Outcome.Value(TraceRepair.Run(damaged, repaired));
        Assert.True(report.IsComplete);
        Assert.Equal(whole, File.ReadAllBytes(repaired));
    }

    private static (byte[] Whole, IReadOnlyList<string> Entries) Make(string path)
    {
        SmallTrace.Record(path, SmallTrace.Root(TickCount), SmallTrace.Recording(TraceLevel.Full, 900));
        var (entries, error) = SmallTrace.Read(path);
        Assert.Equal("", error);
        return (File.ReadAllBytes(path), [.. entries.Select(Text)]);
    }

    private static void CheckPrefix(string path, IReadOnlyList<string> all)
    {
        var (entries, error) = SmallTrace.Read(path);
        Assert.NotEqual("", error);
        Assert.Equal(all.Take(entries.Count), entries.Select(Text));
    }

    private static void CheckRepair(TemporaryFolder folder, string path, IReadOnlyList<string> all)
    {
        var repaired = folder["repaired.mcap"];
        File.Delete(repaired);
        var isRepaired = TraceRepair.Run(path, repaired).Match(_ => true, _ => false);
        if (!isRepaired)
        {
            // Where not even the manifest is left, nothing is.
            Assert.Empty(SmallTrace.Read(path).Entries);
            Assert.False(File.Exists(repaired));
            return;
        }

        var (entries, error) = SmallTrace.Read(repaired);
        Assert.Equal("", error);
        Assert.NotNull(entries[^1].Ending);
        Assert.Equal(all.Take(entries.Count - 1), entries.Select(Text).SkipLast(1));
        Assert.Null(SmallTrace.Verify(repaired, SmallTrace.Root(TickCount)));
    }

    private static IEnumerable<int> Places(byte[] whole)
    {
        var end = ManifestEnd(whole);
        return Enumerable
            .Range(0, whole.Length)
            .Where(place => place < 128 || place >= end - 128 || place % PaddingStride == 0);
    }

    // The padding is the last of the manifest.
    private static int ManifestEnd(byte[] whole) => whole.AsSpan().LastIndexOf("      "u8) + 6;

    private static string Text(TraceEntry entry) =>
        entry.Match(
            delivered => $"delivery {delivered.Channel.Topic} {Hash(delivered.Record)}",
            digested => $"digests {Hash(digested.Record)}",
            happened => $"event {Hash(happened.Record)}",
            numbers => $"block {Hash(numbers.Record)}",
            ended => $"end {Hash(ended.Record)}"
        );

    private static string Hash<T>(T record)
        where T : IFields<T> => $"{ContentHash.Of(FieldCodec.Bytes(record).AsSpan()):x16}";
}
