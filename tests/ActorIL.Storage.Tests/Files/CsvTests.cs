using System.Globalization;
using System.Text;
using ActorIL.Storage.Files;
using ActorIL.Testing;
using FsCheck.Fluent;

namespace ActorIL.Storage.Tests.Files;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public void A_field_is_quoted_where_it_must_be(string field, string expected) =>
        Assert.Equal($"{expected},x\n", Line(field, "x"));

    [Fact]
    public void A_naive_reader_finds_every_field()
    {
        var text = Gen.Elements('a', ',', '"', '\n', '\r', ' ').ArrayOf().Select(characters => new string(characters));
        Law.Holds(text.ArrayOf(3), fields =>
        {
            var read = NaiveCsv.Read(Line(fields) + Line("last", "1"));
            return read.Count == 2 && read[0].SequenceEqual(fields) && read[1] is ["last", "1"];
        });
    }

    [Fact]
    public void Every_double_reads_back_as_itself() =>
        Law.Holds(Any.Seed, bits =>
        {
            var value = BitConverter.UInt64BitsToDouble(bits);
            var read = double.Parse(Csv.Number(value), CultureInfo.InvariantCulture);
            return double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToUInt64Bits(read) == bits;
        });

    [Fact]
    public void Numbers_that_are_none_have_names() =>
        Assert.Equal(
            "NaN Infinity -Infinity -0",
            $"{Csv.Number(double.NaN)} {Csv.Number(1 / 0.0)} {Csv.Number(-1 / 0.0)} {Csv.Number(-0.0)}");

    private static string Line(params ReadOnlySpan<string> fields)
    {
        var text = new StringBuilder();
        Csv.AppendLine(text, fields);
        return text.ToString();
    }
}
