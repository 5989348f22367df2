using System.IO.Compression;
using System.Text;
using ActorIL.Storage.Datasets;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Datasets;

public class NpzReaderTests
{
    private static readonly System.Collections.Immutable.ImmutableArray<string> Heads =
    [
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
        "{'descr': \"<f4\", 'fortran_order': False, 'shape': (2,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }   \n",
    ];

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Arrays_are_read_stored_and_deflated(CompressionLevel level)
    {
        foreach (var head in Heads)
        {
            var array = Assert.Single(
                Outcome.Value(Read(Archive(level, ("a.npy", Npy(head, [0, 0, 128, 63, 0, 0, 0, 64])))))
            );
            Assert.Equal(("a", NpyType.Single, 2L), (array.Name, array.Type, array.RowCount));
            Assert.Equal([1f, 2f], array.As<float>().ToArray());
        }
    }

    [Fact]
    public void Every_type_is_read_as_it_was_written()
    {
        NpyArray[] arrays =
        [
            .. Enum.GetValues<NpyType>()
                .Select(type => new NpyArray(
                    $"{type}",
                    type,
                    [1, 2],
                    [new byte[ActorIL.Storage.Datasets.Npy.SizeOf(type) * 2]]
                )),
        ];
        using var stream = new MemoryStream();
        NpzFile.Write(stream, arrays);
        var read = Outcome.Value(Read(stream.ToArray()));
        Assert.Equal(arrays.Select(array => (array.Name, array.Type)), read.Select(array => (array.Name, array.Type)));
        Assert.All(read, array => Assert.Equal((2, 0.0, "0"), (array.Count, array[1], array.Text(1))));
    }

    [Theory]
    [InlineData("object", "{'descr': '|O', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("big-endian", "{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("fortran", "{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }")]
    [InlineData("structure", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("half", "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("too-short", "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }")]
    [InlineData("huge", "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999,99999999999999), }")]
    [InlineData("negative", "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }")]
    [InlineData("code", "__import__('os').system('true')")]
    [InlineData("nine-axes", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,2), }")]
    public void What_cannot_be_read_is_refused(string name, string head) =>
        Snapshot.Matches(
            Outcome.Error(Read(Archive(CompressionLevel.Fastest, ("a.npy", Npy(head, new byte[8]))))).ToString(),
            name
        );

    [Fact]
    public void A_length_is_held_against_the_file_before_memory_is_taken()
    {
        // A small archive whose directory promises three gigabytes.
        var bytes = Archive(CompressionLevel.NoCompression, ("a.npy", Npy(Heads[0], new byte[8])));
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 0xC0000000u);
        Assert.Contains("bytes in a file of", Outcome.Error(Read(bytes)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_members_and_double_ones_are_refused()
    {
        var array = Npy(Heads[0], new byte[8]);
        Assert.Contains("no .npy", Error(("a.txt", array)), StringComparison.Ordinal);
        Assert.Contains("two arrays", Error(("a.npy", array), ("a.npy", array)), StringComparison.Ordinal);
    }

    [Fact]
    public void Truth_values_are_zero_or_one() =>
        Assert.Contains(
            "truth values",
            Error(("a.npy", Npy("{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", [1, 2]))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("missing.npz")]
    [InlineData("")]
    public void A_missing_file_and_a_folder_are_errors(string name)
    {
        using var folder = new TemporaryFolder();
        Outcome.Error(NpzReader.Read(folder[name]));
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void A_file_cut_anywhere_is_an_error(CompressionLevel level)
    {
        var bytes = Small(level);
        for (var length = 0; length < bytes.Length; length++)
        {
            Outcome.Error(Read(bytes[..length]));
        }
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void A_changed_byte_never_changes_a_number_unseen(CompressionLevel level)
    {
        var whole = Small(level);
        var wanted = Outcome.Value(Read(whole));
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var mask in (byte[])[0x01, 0x10, 0x80, 0xFF])
            {
                var bytes = whole.ToArray();
                bytes[at] ^= mask;
                _ = Read(bytes)
                    .Match(
                        arrays =>
                        {
                            // Times, flags and the like say nothing of the numbers.
                            Assert.Equal(wanted.Select(array => array.Items), arrays.Select(array => array.Items));
                            return true;
                        },
                        error => error.Found.Length > 0
                    );
            }
        }
    }

    private static byte[] Small(CompressionLevel level) =>
        Archive(
            level,
            (
                "observations.npy",
                Npy(
                    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }",
                    [.. Enumerable.Range(0, 16).Select(i => (byte)i)]
                )
            ),
            ("actions.npy", Npy("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", new byte[16]))
        );

    private static string Error(params (string Name, byte[] Bytes)[] members) =>
        Outcome.Error(Read(Archive(CompressionLevel.Fastest, members))).Found;

    private static Core.Prelude.Result<
        System.Collections.Immutable.ImmutableArray<LoadedArray>,
        Core.Prelude.Error
    > Read(byte[] bytes) => NpzReader.Read(new MemoryStream(bytes), "FILE");

    private static byte[] Npy(string head, byte[] items) =>
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)head.Length,
            (byte)(head.Length >> 8),
            .. Encoding.ASCII.GetBytes(head),
            .. items,
        ];

    private static byte[] Archive(CompressionLevel level, params (string Name, byte[] Bytes)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
