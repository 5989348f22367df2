using System.Globalization;
using System.Text;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Storage.Tensors;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Tensors;

/// <summary>Files that no writer wrote: an error that names file, place and cause, never an exception.</summary>
public sealed class SafetensorsDamageTests
{
    private const string Whole = """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""";

    [Fact]
    public void Every_kind_of_damage_is_told_with_its_place()
    {
        var text = new StringBuilder();
        foreach (var (header, dataLength) in DamagedHeaders())
        {
            var found = Read(Encoding.UTF8.GetBytes(header), dataLength).Match(_ => "NOT REFUSED", error => $"{error}");
            text.Append(CultureInfo.InvariantCulture, $"{header} + {dataLength}\n    {found}\n");
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void The_undamaged_header_is_read() =>
        Assert.Equal(1, Outcome.Value(Read(Encoding.UTF8.GetBytes(Whole), 2)).Tensors.Count);

    [Theory]
    [InlineData("", "byte 0", "the end of the file within the header's length")]
    [InlineData("02000000", "byte 4", "the end of the file within the header's length")]
    [InlineData("03000000000000007B7D", "byte 0", "a header of 3 bytes in a file of 10")]
    [InlineData("00E1F505000000007B7D", "byte 0", "a header of 100000000 bytes in a file of 10")]
    [InlineData("01E1F505000000007B7D", "byte 0", "a header of 100000001 bytes, more than 100000000")]
    [InlineData("FFFFFFFFFFFFFFFF7B7D", "byte 0", "a header of 18446744073709551615 bytes, more than 100000000")]
    [InlineData("0000000000000000", "byte 8", "no JSON object")]
    [InlineData("0400000000000000" + "7B22FF22", "byte 8", "a header that is not UTF-8")]
    public void A_damaged_start_is_an_error(string hex, string place, string found)
    {
        using var stream = new MemoryStream(Convert.FromHexString(hex));
        var error = Outcome.Error(Safetensors.Read(stream, "a.safetensors"));

        Assert.Equal(($"a.safetensors, {place}", found), (error.Where, error.Found));
    }

    [Fact]
    public void Lengths_are_checked_before_anything_is_allocated()
    {
        var header = Encoding.UTF8.GetBytes(
            """{"a":{"dtype":"F64","shape":[2000000000],"data_offsets":[0,16000000000]}}""");
        Outcome.Error(Read(header, 8));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Outcome.Error(Read(header, 8));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_an_error()
    {
        var bytes = Bytes(SampleContents.Fixed);
        for (var length = 0; length < bytes.Length; length++)
        {
            using var stream = new MemoryStream(bytes[..length]);
            Outcome.Error(Safetensors.Read(stream, "a.safetensors"));
        }
    }

    [Fact]
    public void A_file_with_anything_behind_it_is_an_error()
    {
        using var stream = new MemoryStream([.. Bytes(SampleContents.Fixed), 0]);
        Outcome.Error(Safetensors.Read(stream, "a.safetensors"));
    }

    [Fact]
    public void A_file_changed_anywhere_is_read_or_an_error()
    {
        var bytes = Bytes(SampleContents.Fixed);
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit <= 8; bit++)
            {
                var damaged = bytes.ToArray();
                damaged[i] ^= bit < 8 ? (byte)(1 << bit) : (byte)0xFF;
                using var stream = new MemoryStream(damaged);
                AssertReadOrTold(Safetensors.Read(stream, "a.safetensors"));
            }
        }
    }

    [Fact]
    public void Headers_of_random_pieces_are_read_or_an_error()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"__metadata__\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"",
            "\"F32\"", "\"U8\"", "0", "1", "4", "-1", "1e9", "null", "true", " ", "\"\\ud800\"", "9223372036854775807",
        ];
        Seeded.Run(5000, seed =>
        {
            var key = RngKey.Root(seed);
            var header = new StringBuilder("{");
            for (var i = 1UL; i < 1 + (ulong)Draw.Index(key, 0, 25); i++)
            {
                header.Append(pieces[Draw.Index(key, i, pieces.Length)]);
            }

            AssertReadOrTold(Read(Encoding.UTF8.GetBytes(header.ToString()), 4));
        });
    }

    private static IEnumerable<(string Header, int DataLength)> DamagedHeaders()
    {
        yield return (Whole, 1);
        yield return (Whole, 3);
        yield return (Whole + "x", 2);
        yield return (" " + Whole, 2);
        yield return (Whole[..^1], 2);
        yield return ("[]", 0);
        yield return ("""{"a":1}""", 0);
        yield return ("""{"a":{}}""", 0);
        yield return (Whole.Replace("U8", "F16", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("\"U8\"", "8", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "2", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[-2]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[2.0]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[\"2\"]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[2147483648]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[[2]]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[2]", "[3]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[0,2]", "[0,2,2]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[0,2]", "[0]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[0,2]", "[2,0]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("[0,2]", "[1,3]", StringComparison.Ordinal), 3);
        yield return (Whole.Replace("[0,2]", "[9223372036854775807,1]", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("\"a\"", "\"\"", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("\"shape\"", "\"dtype\"", StringComparison.Ordinal), 2);
        yield return (Whole.Replace("\"shape\"", "\"strides\"", StringComparison.Ordinal), 2);
        yield return (Two("a", "[0,2]", "[2,4]"), 4);
        yield return (Two("b", "[0,2]", "[1,3]"), 3);
        yield return (Two("b", "[0,2]", "[3,5]"), 5);
        yield return (Two("b", "[0,2]", "[0,2]"), 2);
        yield return ("""{"__metadata__":"text"}""", 0);
        yield return ("""{"__metadata__":{"seed":1}}""", 0);
        yield return ("""{"__metadata__":{"seed":"1","seed":"2"}}""", 0);
        yield return ("""{"__metadata__":{"seed":"\ud800"}}""", 0);
        yield return ("""{"__metadata__":{},"__metadata__":{}}""", 0);
    }

    private static string Two(string name, string first, string second) =>
        Whole[..^1].Replace("[0,2]", first, StringComparison.Ordinal)
        + $",\"{name}\":" + Whole["{\"a\":".Length..].Replace("[0,2]", second, StringComparison.Ordinal);

    private static void AssertReadOrTold(Result<CheckpointContent, Error> result) =>
        result.Match(
            content =>
            {
                using var stream = new MemoryStream(Bytes(content));
                Assert.Equal(content, Outcome.Value(Safetensors.Read(stream, "again")));
                return true;
            },
            error =>
            {
                Assert.StartsWith("a.safetensors, byte ", error.Where, StringComparison.Ordinal);
                Assert.NotEmpty(error.Found);
                return false;
            });

    private static Result<CheckpointContent, Error> Read(byte[] header, int dataLength)
    {
        using var stream = new MemoryStream(
            [.. BitConverter.GetBytes((ulong)header.Length), .. header, .. new byte[dataLength]]);
        return Safetensors.Read(stream, "a.safetensors");
    }

    private static byte[] Bytes(CheckpointContent content)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(Outcome.Value(Safetensors.Write(folder["a"], content)));
    }
}
