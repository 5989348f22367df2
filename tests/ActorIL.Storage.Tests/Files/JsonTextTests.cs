using System.Text.Json;
using ActorIL.Storage.Files;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Files;

public sealed class JsonTextTests
{
    [Fact]
    public void An_object_has_its_fields_in_order_and_readable_texts() =>
        Snapshot.Matches(JsonText.Object(writer =>
        {
            writer.WriteString("run_directory", "runs/naïve/a+b <1>");
            writer.WriteNumber("seed", ulong.MaxValue);
            writer.WriteBoolean("completed", true);
            writer.WriteFinite("wall_seconds", 0.1);
            writer.WriteFinite("peak", 1e300);
            writer.WriteStartArray("stages");
            writer.WriteStartObject();
            writer.WriteFinite("mean", double.NaN);
            writer.WriteFinite("ci_low", double.NegativeInfinity);
            writer.WriteFinite("ci_high", double.PositiveInfinity);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }));

    [Fact]
    public void On_one_line_there_is_no_line_end() =>
        Assert.Equal("""{"a":1,"b":2}""", JsonText.Object(
            writer =>
            {
                writer.WriteNumber("a", 1);
                writer.WriteNumber("b", 2);
            },
            isIndented: false));

    [Fact]
    public void Every_finite_double_reads_back_as_itself() =>
        Law.Holds(Any.Seed, bits =>
        {
            var value = BitConverter.UInt64BitsToDouble(bits);
            using var document = JsonDocument.Parse(JsonText.Object(writer => writer.WriteFinite("x", value)));
            var read = document.RootElement.GetProperty("x");
            return double.IsFinite(value)
                ? BitConverter.DoubleToUInt64Bits(read.GetDouble()) == bits
                : read.ValueKind == JsonValueKind.Null;
        });
}
