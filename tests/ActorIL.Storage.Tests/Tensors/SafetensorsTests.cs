using System.Globalization;
using System.Text;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Tensors;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Tensors;

public sealed class SafetensorsTests
{
    [Fact]
    public void What_was_written_is_read_back() =>
        Seeded.Run(200, seed =>
        {
            using var folder = new TemporaryFolder();
            var content = SampleContents.Random(seed);

            Assert.Equal(folder["a"], Outcome.Value(Safetensors.Write(folder["a"], content)));
            Assert.Equal(content, Outcome.Value(Safetensors.Read(folder["a"])));
        });

    [Fact]
    public void A_naive_reader_finds_every_tensor_and_text() =>
        Seeded.Run(200, seed =>
        {
            var content = SampleContents.Random(seed);
            var found = NaiveSafetensors.Read(Bytes(content));

            Assert.Equal(content.Tensors.Count + content.Metadata.Count, found.Count);
            Assert.All(content.Metadata, text => Assert.Equal(text.Value, found[$"metadata {text.Key}"]));
            Assert.All(content.Tensors, tensor => Assert.Equal(Text(tensor), found[$"tensor {tensor.Name}"]));
        });

    [Fact]
    public void The_bytes_of_a_content_never_change()
    {
        var bytes = Bytes(SampleContents.Fixed);
        var headerLength = (int)BitConverter.ToUInt64(bytes);
        var header = Encoding.UTF8.GetString(bytes, 8, headerLength);
        var data = Convert.ToHexString(bytes.AsSpan(8 + headerLength));

        Snapshot.Matches(string.Create(CultureInfo.InvariantCulture, $"{headerLength}\n{header}|\n{data}"));
    }

    [Fact]
    public void The_order_of_tensors_and_texts_does_not_show() =>
        Seeded.Run(50, seed =>
        {
            var content = SampleContents.Random(seed);
            var reversed = new CheckpointContent([.. content.Tensors.Reverse()], content.Metadata);

            Assert.Equal(Bytes(content), Bytes(reversed));
        });

    [Fact]
    public void Header_and_tensors_are_aligned() =>
        Seeded.Run(200, seed =>
        {
            var bytes = Bytes(SampleContents.Random(seed));
            var headerLength = (int)BitConverter.ToUInt64(bytes);
            var header = Encoding.UTF8.GetString(bytes, 8, headerLength);
            using var json = System.Text.Json.JsonDocument.Parse(header);

            Assert.Equal(0, headerLength % 8);
            Assert.Equal('{', header[0]);
            foreach (var entry in json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
            {
                var size = entry.Value.GetProperty("dtype").GetString() switch { "F32" => 4, "U8" => 1, _ => 8 };
                Assert.Equal(0, entry.Value.GetProperty("data_offsets")[0].GetInt32() % size);
            }
        });

    [Fact]
    public void A_file_of_another_writer_is_read()
    {
        // Fields in another order, white space, an escape, data in another order than the header.
        var content = Outcome.Value(Read(
            """ {"b": {"shape": [2], "data_offsets": [4, 6], "dtype": "U8"},"""[1..]
            + "\n\t" + """ "\u0061": {"dtype":"F32","shape":[],"data_offsets":[0,4]}, "__metadata__": {}}   """,
            0, 0, 128, 63, 7, 9));

        Tensor[] expected = [new Tensor.Float32("a", [], [1]), new Tensor.UInt8("b", [2], [7, 9])];
        Assert.Equal(expected, content.Tensors);
        Assert.Empty(content.Metadata);
    }

    [Fact]
    public void An_empty_object_is_an_empty_content()
    {
        var content = Outcome.Value(Read("{}"));

        Assert.Equal((0, 0), (content.Tensors.Count, content.Metadata.Count));
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_errors()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("no such file", Outcome.Error(Safetensors.Read(folder["missing"])).Found);
        Assert.Equal("a folder", Outcome.Error(Safetensors.Read(folder.Path)).Found);
    }

    private static Result<CheckpointContent, Error> Read(string header, params byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        using var stream = new MemoryStream([.. BitConverter.GetBytes((ulong)json.Length), .. json, .. data]);
        return Safetensors.Read(stream, "a.safetensors");
    }

    private static byte[] Bytes(CheckpointContent content)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(Outcome.Value(Safetensors.Write(folder["a"], content)));
    }

    private static string Text(Tensor tensor) => tensor.Match(
        float32 => Text("F32", tensor, float32.Values.Select(value =>
            BitConverter.GetBytes(float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value)))),
        float64 => Text("F64", tensor, float64.Values.Select(value =>
            BitConverter.GetBytes(double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToUInt64Bits(value)))),
        int64 => Text("I64", tensor, int64.Values.Select(BitConverter.GetBytes)),
        uint8 => Text("U8", tensor, uint8.Values.Select(value => new[] { value })));

    private static string Text(string type, Tensor tensor, IEnumerable<byte[]> numbers) =>
        $"{type} [{string.Join(',', tensor.Shape)}] {string.Join(' ', numbers.Select(Convert.ToHexString))}";
}
