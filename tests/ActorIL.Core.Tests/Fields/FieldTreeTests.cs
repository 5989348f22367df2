using ActorIL.Core.Fields;
using ActorIL.Core.Tests.Fields.Samples;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Fields;

public sealed class FieldTreeTests
{
    private static RecordDescription Description { get; } = FieldCodec.Describe<EveryKind>();

    [Fact]
    public void A_decoded_value_written_back_has_the_same_bytes() =>
        Seeded.Run(
            300,
            seed =>
            {
                var bytes = FieldCodec.Bytes(new SampleValues(seed).EveryKind());
                Assert.Equal(bytes, NaiveTree.Bytes(Outcome.Value(FieldTree.Read(bytes.AsSpan(), Description))));
            }
        );

    [Fact]
    public void What_the_type_reads_the_tree_reads_and_damage_throws_nothing() =>
        Seeded.Run(
            5,
            seed =>
            {
                var samples = new SampleValues(seed);
                var bytes = FieldCodec.Bytes(samples.EveryKind(depth: 1)).ToArray();
                var step = Math.Max(1, bytes.Length / 500);
                for (var i = 0; i < bytes.Length; i += step)
                {
                    Agree(bytes[..i], samples);
                    foreach (var mask in (byte[])[1, 4, 0x80, 0xFF])
                    {
                        var damaged = bytes.ToArray();
                        damaged[i] ^= mask;
                        Agree(damaged, samples);
                    }
                }
            }
        );

    [Fact]
    public void Absent_fields_have_their_zero_and_absent_records_are_absent()
    {
        var root = Outcome.Value(FieldTree.Read([], Description));
        Assert.Equal(new FieldNode.Integer(0), Find(root, "count"));
        Assert.Equal(new FieldNode.Text(""), Find(root, "text"));
        Assert.Equal(new FieldNode.Absent(EveryKind.Name), Find(root, "inner"));
        Assert.Equal(new FieldNode.Block(0), Find(root, "block"));
    }

    [Fact]
    public void Records_nested_too_deep_are_an_error()
    {
        var bytes = FieldCodec.Bytes(Nest.OfDepth(FieldCodec.DepthMax)).AsSpan();
        var description = FieldCodec.Describe<Nest>();
        Outcome.Value(FieldTree.Read(bytes, description));
        byte[] deeper = [0x12, .. LengthOf(bytes.Length), .. bytes];
        Outcome.Error(FieldTree.Read(deeper, description));
    }

    [Fact]
    public void A_type_that_is_not_described_is_an_error()
    {
        var alone = Description with { Mentioned = [] };
        var bytes = FieldCodec.Bytes(EveryKind.Zero).AsSpan();
        Assert.Contains("not described", Outcome.Error(FieldTree.Read(bytes, alone)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_lead_through_records_cases_lists_and_arrays()
    {
        var value = EveryKind.Zero with
        {
            Weights = [1, 2.5f],
            Figures = [new Figure.Nothing(), new Figure.Polygon([new(1, 2), new(3, 4)])],
        };
        var root = Outcome.Value(FieldTree.Read(FieldCodec.Bytes(value).AsSpan(), Description));
        Assert.Same(root, Find(root, ""));
        Assert.Equal(new FieldNode.Single(2.5f), Find(root, "weights[1]"));
        Assert.Equal(new FieldNode.Double(3), Find(root, "figures[1].polygon.corners[1].x"));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("count.x")]
    [InlineData("count[0]")]
    [InlineData("weights[0]")]
    [InlineData("weights[")]
    [InlineData("weights[]")]
    [InlineData("weights[-1]")]
    [InlineData("weights[99999999999]")]
    [InlineData(".count")]
    [InlineData("count.")]
    [InlineData("inner.count")]
    [InlineData("origin..x")]
    [InlineData("points]")]
    public void A_path_that_leads_nowhere_is_an_error(string path) =>
        Outcome.Error(FieldPath.Find(Outcome.Value(FieldTree.Read([], Description)), path));

    private static void Agree(byte[] bytes, SampleValues samples)
    {
        var tree = FieldTree.Read(bytes, Description).Match(_ => true, _ => false);
        var typed = FieldCodec.Read<EveryKind>(bytes, samples.BlockOf).Match(_ => true, _ => false);

        // The tree knows neither the blocks nor what a constructor refuses, so it may take more, and never less.
        Assert.True(tree || !typed);
    }

    private static byte[] LengthOf(int length) =>
        length < 0x80 ? [(byte)length] : [(byte)(length | 0x80), (byte)(length >> 7)];

    private static FieldNode Find(FieldNode root, string path) => Outcome.Value(FieldPath.Find(root, path));
}
