using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class DamagedTraceTests(RecordedTraces traces)
{
    private const int PlaceCount = 12;

    [Fact]
    public void A_trace_that_was_cut_anywhere_is_looked_at_as_far_as_it_goes()
    {
        var bytes = File.ReadAllBytes(traces.Full);
        for (var place = 0; place < PlaceCount; place++)
        {
            Look(bytes[..(int)((long)bytes.Length * place / PlaceCount)]);
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_an_error_or_a_warning_and_never_a_crash()
    {
        var bytes = File.ReadAllBytes(traces.Full);
        for (var place = 0; place < PlaceCount; place++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[(int)((long)bytes.Length * place / PlaceCount) + 11] ^= 0x10;
            Look(damaged);
        }
    }

    private void Look(byte[] bytes)
    {
        var damaged = traces.New("mcap");
        File.WriteAllBytes(damaged, bytes);
        foreach (
            var command in new string[][]
            {
                ["info", damaged, "--json"],
                ["ls", damaged, "--limit", "1000"],
                ["show", damaged, "16", "--recorded"],
                ["filter", damaged, "--out", traces.New("mcap"), "--message", "*.rolled"],
                ["export", damaged, "--format", "ndjson"],
                ["export", damaged, "--format", "npz", "--what", "rollouts", "--out", traces.New("npz")],
            }
        )
        {
            var result = Invocation.Run(["trace", .. command]);
            Assert.InRange(result.Code, 0, 1);
            Assert.Equal(result.Code == 1, result.Error.StartsWith("error: ", StringComparison.Ordinal));
        }

        File.Delete(damaged);
    }
}
