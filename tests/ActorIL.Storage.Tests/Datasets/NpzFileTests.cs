using System.IO.Compression;
using System.Text;
using ActorIL.Storage.Datasets;

namespace ActorIL.Storage.Tests.Datasets;

public class NpzFileTests
{
    [Theory]
    [InlineData(NpyType.Single, "'<f4'", "(2,3,)", 2, 3)]
    [InlineData(NpyType.Double, "'<f8'", "(5,)", 5)]
    [InlineData(NpyType.Int64, "'<i8'", "()")]
    [InlineData(NpyType.Byte, "'|u1'", "(0,4,)", 0, 4)]
    [InlineData(NpyType.Boolean, "'|b1'", "(1,1,1,1,)", 1, 1, 1, 1)]
    public void The_head_of_an_array_says_type_and_shape(NpyType type, string name, string sizes, params int[] shape)
    {
        var header = Npy.Header(type, [.. shape.Select(size => (long)size)]);
        Assert.Equal(0, header.Length % 64);
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0], header[..8]);
        Assert.Equal(header.Length - 10, header[8] + (header[9] << 8));
        var text = Encoding.ASCII.GetString(header.AsSpan()[10..]);
        Assert.StartsWith(
            $"{{'descr': {name}, 'fortran_order': False, 'shape': {sizes}, }}",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_are_stored_as_they_are_and_always_the_same()
    {
        var (one, other) = (Write(), Write());
        Assert.Equal(one, other);
        using var archive = new ZipArchive(new MemoryStream(one));
        Assert.Equal(["first.npy", "second.npy"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
        using var stream = archive.Entries[0].Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal([1, 2, 3, 4, 5, 6], copy.ToArray()[^6..]);
    }

    [Fact]
    public void An_array_that_does_not_fill_its_shape_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() =>
            NpzFile.Write(new MemoryStream(), [new("a", NpyType.Single, [2], [new byte[] { 0, 0, 0, 0 }])])
        );

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        NpzFile.Write(
            stream,
            [
                new("first", NpyType.Byte, [2, 3], [new byte[] { 1, 2 }, new byte[] { 3, 4, 5, 6 }]),
                new("second", NpyType.Single, [0], []),
            ]
        );
        return stream.ToArray();
    }
}
