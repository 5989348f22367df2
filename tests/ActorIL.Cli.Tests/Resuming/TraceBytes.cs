using System.Buffers.Binary;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>The bytes of a trace, read by the public description of the format and nothing of ours.</summary>
internal static class TraceBytes
{
    private const int MagicLength = 8;
    private const int PrefixLength = 9;
    private const byte ChunkOpcode = 0x06;
    private const byte MetadataOpcode = 0x0C;
    private const byte DataEndOpcode = 0x0F;

    /// <summary>The file with zeros for its manifest and for the checksum that covers it.</summary>
    public static byte[] WithoutManifest(string path)
    {
        var bytes = File.ReadAllBytes(path);
        foreach (var (opcode, start, length) in Records(bytes))
        {
            if (opcode is MetadataOpcode or DataEndOpcode)
            {
                bytes.AsSpan(start, length).Clear();
            }
        }

        return bytes;
    }

    /// <summary>How many chunks of messages it has.</summary>
    public static int ChunkCount(string path) =>
        Records(File.ReadAllBytes(path)).Count(record => record.Opcode == ChunkOpcode);

    /// <summary>Where the chunk of this index starts, and its length.</summary>
    public static (int Start, int Length) Chunk(string path, int chunkIndex)
    {
        var (_, start, length) = Records(File.ReadAllBytes(path))
            .Where(record => record.Opcode == ChunkOpcode)
            .ElementAt(chunkIndex);
        return (start, length);
    }

    private static List<(byte Opcode, int Start, int Length)> Records(byte[] bytes)
    {
        var records = new List<(byte, int, int)>();
        for (var at = MagicLength; at + MagicLength < bytes.Length; )
        {
            var length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 1)));
            records.Add((bytes[at], at + PrefixLength, length));
            at += PrefixLength + length;
        }

        return records;
    }
}
