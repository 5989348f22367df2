using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Tests.Fields.Samples;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Fields;

/// <summary>Bytes that no writer wrote: always an error or a value, never an exception.</summary>
public sealed class FieldReaderTests
{
    [Fact]
    public void Bytes_cut_off_anywhere_throw_nothing() =>
        Seeded.Run(20, seed => ForEachSample(seed, (bytes, read) =>
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                read(bytes[..length]);
            }
        }));

    [Fact]
    public void Bytes_changed_anywhere_throw_nothing() =>
        Seeded.Run(10, seed => ForEachSample(seed, (bytes, read) =>
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                for (var bit = 0; bit <= 8; bit++)
                {
                    var damaged = bytes.ToArray();
                    damaged[i] ^= bit < 8 ? (byte)(1 << bit) : (byte)0xFF;
                    read(damaged);
                }
            }
        }));

    [Fact]
    public void Random_bytes_throw_nothing() =>
        Seeded.Run(2000, seed =>
        {
            var samples = new SampleValues(seed);
            var bytes = samples.Bytes(samples.Below(80));
            ForEachSample(seed, (_, read) => read(bytes));
        });

    [Theory]
    [InlineData("0A", "length of field 1 missing")]
    [InlineData("0A05", "field 1 cut off")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01", "a length beyond any array")]
    [InlineData("08FFFFFFFFFFFFFFFFFFFF01", "a number longer than 64 bits")]
    [InlineData("00", "field number 0")]
    [InlineData("FFFFFFFFFFFFFFFF7F00", "a field number of 60 bits")]
    [InlineData("1A0163120161", "field 2 after field 3")]
    [InlineData("1A01631A0164", "field 3 twice")]
    [InlineData("1B", "wire type 3")]
    [InlineData("1C", "wire type 4")]
    [InlineData("1E", "wire type 6")]
    [InlineData("1800", "field 3 with the wire type of a number")]
    [InlineData("1A02C328", "text that is not UTF-8")]
    [InlineData("1A03EDA080", "half of a surrogate pair in UTF-8")]
    public void Damage_of_a_known_kind_is_an_error(string hex, string damage) =>
        Assert.False(ReadHex<Late>(hex).Match(_ => true, _ => false), damage);

    [Fact]
    public void A_number_too_wide_for_its_field_is_an_error() =>
        Assert.Contains("32-bit", Outcome.Error(ReadHex<EveryKind>("10808080808001")).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("4A03000000")]
    [InlineData("520700000000000000")]
    [InlineData("5A0100")]
    [InlineData("620400000000")]
    public void A_packed_field_of_no_whole_number_of_elements_is_an_error(string hex) =>
        Assert.False(ReadHex<EveryKind>(hex).Match(_ => true, _ => false));

    [Theory]
    [InlineData("", "none of the cases of sample-figure/1")]
    [InlineData("2A00", "none of the cases of sample-figure/1")]
    [InlineData("0A001200", "a second case, circle")]
    [InlineData("0A000A00", "field 1 after field 1")]
    public void A_union_holds_exactly_one_case(string hex, string found) =>
        Assert.Equal(found, Outcome.Error(ReadHex<Figure>(hex)).Found);

    [Fact]
    public void A_union_without_a_case_is_found_inside_lists_and_records()
    {
        const string found = "none of the cases of sample-figure/1";
        Assert.Equal(found, Outcome.Error(ReadHex<EveryKind>("8A0100")).Found);
        Assert.Equal(found, Outcome.Error(ReadHex<EveryKind>("920100")).Found);
    }

    [Fact]
    public void A_constructor_never_meets_a_damaged_item()
    {
        var drawing = new Drawing([new Figure.Circle(1), new Figure.Nothing()]);
        var bytes = FieldCodec.Bytes(drawing);

        Assert.Equal(drawing, Outcome.Value(FieldCodec.Read<Drawing>(bytes.AsSpan(), _ => null)));
        Assert.Equal("none of the cases of sample-figure/1", Outcome.Error(ReadHex<Drawing>("0A020A000A00")).Found);
    }

    [Fact]
    public void Fields_that_a_constructor_refuses_are_an_error_at_their_place()
    {
        // Field 18, the outline: a circle of radius -1, behind a text of two bytes.
        var error = Outcome.Error(ReadHex<EveryKind>("3A026869" + "920107" + "1205" + "0D000080BF"));

        Assert.Equal("sample-every-kind/3, byte 14", error.Where);
        Assert.StartsWith("fields that sample-figure-circle/1 refuses: ", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_fault_is_told_by_its_place_in_all_the_bytes()
    {
        // Field 15, the inner record, holds a text that is cut off: found where its one byte stands.
        var error = Outcome.Error(ReadHex<EveryKind>("0801" + "7A03" + "3A0568"));

        Assert.Equal("sample-every-kind/3, byte 6", error.Where);
        Assert.Equal("1 bytes where 5 belong", error.Found);
    }

    [Theory]
    [InlineData(FieldCodec.DepthMax + 1)]
    [InlineData(2_000)]
    public void Records_nested_too_deep_are_an_error(int depth)
    {
        var bytes = Array.Empty<byte>();
        for (var level = 0; level < depth; level++)
        {
            bytes = [0x12, .. Varint(bytes.Length), .. bytes];
        }

        var error = Outcome.Error(FieldCodec.Read<Nest>(bytes, _ => null));
        Assert.Equal($"records nested deeper than {FieldCodec.DepthMax}", error.Found);
    }

    [Fact]
    public void A_length_is_checked_before_anything_is_allocated()
    {
        var bytes = Convert.FromHexString("5AFCFFFFFF07");
        Outcome.Error(FieldCodec.Read<EveryKind>(bytes, _ => null));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Outcome.Error(FieldCodec.Read<EveryKind>(bytes, _ => null));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    private static void ForEachSample(ulong seed, Action<byte[], Action<byte[]>> check)
    {
        var samples = new SampleValues(seed);
        check(Short(samples.EveryKind(depth: 1)), bytes => ReadTwice<EveryKind>(bytes, samples.BlockOf));
        check(Short(samples.Figure(depth: 3)), bytes => ReadTwice<Figure>(bytes, samples.BlockOf));
        check(
            Short(new Drawing([samples.Figure(2), samples.Figure(2)])),
            bytes => ReadTwice<Drawing>(bytes, samples.BlockOf));
        check(
            Short(new Trajectory(2, 1, [1, 2, 3, 4, 5, 6], [7, 8], [0.5, -1], Ending.Truncated)),
            bytes => ReadTwice<Trajectory>(bytes, samples.BlockOf));
        check(
            Short(new Rollout(2, 1, 1, [1, 2, 3, 4], [5, 6, 7, 8], [1, 0, 1, 0], [0, 1, 2, 0], [9], [10, 11])),
            bytes => ReadTwice<Rollout>(bytes, samples.BlockOf));
        check(
            Short(new LabelledBatch(2, 1, [1, 2, 3, 4], [0, 1])),
            bytes => ReadTwice<LabelledBatch>(bytes, samples.BlockOf));
    }

    private static byte[] Short<T>(T value)
        where T : IFields<T>
    {
        var bytes = FieldCodec.Bytes(value);
        return [.. bytes.AsSpan()[..Math.Min(bytes.Length, 600)]];
    }

    /// <summary>What reads as a value is one: it can be written, and reads back the same.</summary>
    private static void ReadTwice<T>(byte[] bytes, Func<ulong, ParameterBlock?> blocks)
        where T : IFields<T> =>
        FieldCodec.Read<T>(bytes, blocks).Match(
            value =>
            {
                var canonical = FieldCodec.Bytes(value);
                var again = Outcome.Value(FieldCodec.Read<T>(canonical.AsSpan(), blocks));
                Assert.True(canonical.AsSpan().SequenceEqual(FieldCodec.Bytes(again).AsSpan()));
                return true;
            },
            error =>
            {
                Assert.NotEmpty(error.Found);
                return false;
            });

    private static Result<T, Error> ReadHex<T>(string hex)
        where T : IFields<T> => FieldCodec.Read<T>(Convert.FromHexString(hex), _ => null);

    private static byte[] Varint(int value) =>
        value < 128 ? [(byte)value] : [(byte)(value | 128), .. Varint(value >> 7)];
}
