using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>What is written follows from the run alone, however often it was broken off.</summary>
public sealed class TraceRecordingTests
{
    // A DataEnd record: its kind, length and checksum.
    private const int DataEndLength = 13;

    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Actions)]
    [InlineData(TraceLevel.Full)]
    public void A_recording_that_was_broken_off_and_gone_on_with_is_the_very_same_file(TraceLevel level)
    {
        using var folder = new TemporaryFolder();
        var recording = SmallTrace.Recording(level, 1_500);
        SmallTrace.Record(folder["whole.mcap"], SmallTrace.Root(), recording);
        var whole = Data(folder["whole.mcap"]);
        for (var round = 1; round < 40; round += 3)
        {
            var path = folder[$"{round}.mcap"];
            RecordInTwo(path, recording, round);
            Assert.Equal(whole, Data(path));
            Assert.Null(SmallTrace.Verify(path, SmallTrace.Root()));
            Assert.Single(Manifest(path).Resumptions);
        }
    }

    [Fact]
    public void A_slow_disk_makes_the_run_wait_and_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        using var gate = new ManualResetEventSlim();
        using var stream = new GatedStream(gate);
        var writer = Outcome.Value(McapWriter.Start(stream, "slow", new("", "")));
        stream.IsGated = true;
        using var file = TraceFile.Of("slow", writer);
        const int ChunkCount = 40;
        var handedOver = 0;
        var run = new Thread(() =>
        {
            for (var i = 0; i < ChunkCount; i++)
            {
                file.Append(Chunk(i));
                Volatile.Write(ref handedOver, i + 1);
            }
        });
        run.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref handedOver) >= TraceFile.QueueLength);
        Assert.False(run.Join(TimeSpan.FromMilliseconds(50)));

        // One chunk is at the disk, the queue is full, and the next one waits.
        Assert.InRange(Volatile.Read(ref handedOver), TraceFile.QueueLength, TraceFile.QueueLength + 1);
        gate.Set();
        run.Join();
        Outcome.Value(file.Close());
        Assert.True(file.StallCount > 0);
        Assert.True(file.StallTime > TimeSpan.Zero);
        using var reader = Outcome.Value(
            McapReader.Open(new MemoryStream(stream.Written), "slow", McapReadOptions.Own)
        );
        Assert.Equal(ChunkCount, Outcome.Value(reader.Summary()).Chunks.Count);
    }

    private static void RecordInTwo(string path, TraceRecording recording, int round)
    {
        var (root, manifest) = (SmallTrace.Root(), SmallTrace.Manifest(recording.Level, "2026-02-02T00:00:00Z"));
        RunCheckpoint checkpoint;
        RecorderState state;
        using (var trace = Outcome.Value(OpenTrace.Begin(path, manifest, null, recording)))
        {
            var host = new SimulationHost(root, SmallTrace.Settings with { Observers = [trace.Recorder] });
            var count = 0;
            host.Run(_ => count++ == round);
            checkpoint = new(
                Outcome.Value(host.Capture()),
                ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty,
                ImmutableSortedDictionary<string, string>.Empty
            );
            state = Outcome.Value(trace.Recorder.Save());

            // It goes on for a while, and is killed.
            count = 0;
            host.Run(_ => count++ == 7);
        }

        using var resumed = Outcome.Value(
            OpenTrace.Resume(
                path,
                checkpoint,
                state,
                new(checkpoint.Snapshot.Clock.DeliveryCount, "2026-02-03T00:00:00Z", "1"),
                _ => recording
            )
        );
        var rest = Outcome.Value(
            SimulationHost.Restore(
                root,
                SmallTrace.Settings with
                {
                    Observers = [resumed.Recorder],
                },
                checkpoint.Snapshot
            )
        );
        var outcome = rest.Run();
        resumed.Recorder.End(SmallTrace.Ending(outcome, rest));
        Outcome.Value(resumed.Close());
    }

    private static TraceManifest Manifest(string path)
    {
        using var trace = Outcome.Value(TraceReader.Open(path));
        return trace.Manifest;
    }

    /// <summary>Everything of a file but its manifest and the checksum of the data, which covers that.</summary>
    private static byte[] Data(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var reader = Outcome.Value(McapReader.Open(path, McapReadOptions.Own));
        foreach (var record in reader.Records())
        {
            var (offset, length) = Outcome
                .Value(record)
                .Match(
                    _ => default,
                    _ => default,
                    _ => default,
                    _ => default,
                    _ => default,
                    _ => default,
                    metadata => (metadata.Place.Offset, metadata.Place.Length),
                    other => other.Place.Length == DataEndLength ? (other.Place.Offset, other.Place.Length) : default
                );
            bytes.AsSpan((int)offset, (int)length).Clear();
        }

        return bytes;
    }

    private static McapSealedChunk Chunk(int number)
    {
        var builder = new McapChunkBuilder();
        if (number == 0)
        {
            builder.Add(new McapSchema(1, "s", "", default));
            builder.Add(new McapChannel(1, 1, "/t", "", McapMap.Empty));
        }

        builder.AddMessage(1, (uint)number, (ulong)number, 0, [(byte)number]);
        return builder.Seal();
    }

    /// <summary>A disk that takes nothing until it may.</summary>
    private sealed class GatedStream(ManualResetEventSlim gate) : MemoryStream
    {
        public bool IsGated { get; set; }

        public byte[] Written { get; private set; } = [];

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsGated)
            {
                gate.Wait();
            }

            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            Written = ToArray();
            base.Dispose(disposing);
        }
    }
}
