using System.Text;

namespace ActorIL.Storage.Tests.TensorBoard;

/// <summary>Reads event files bit by bit, as their formats word it.</summary>
internal static class NaiveEvents
{
    /// <summary>The messages of the records; every checksum is held against its bytes.</summary>
    public static List<byte[]> Records(byte[] file)
    {
        var records = new List<byte[]>();
        for (var at = 0; at < file.Length; )
        {
            var length = (int)BitConverter.ToUInt64(file, at);
            Assert.Equal(Masked(file.AsSpan(at, 8)), BitConverter.ToUInt32(file, at + 8));
            Assert.Equal(Masked(file.AsSpan(at + 12, length)), BitConverter.ToUInt32(file, at + 12 + length));
            records.Add(file[(at + 12)..(at + 12 + length)]);
            at += length + 16;
        }

        return records;
    }

    /// <summary>The fields of a message: numbers as they are, nested ones as bytes.</summary>
    public static Dictionary<int, object> Fields(byte[] message)
    {
        var fields = new Dictionary<int, object>();
        for (var at = 0; at < message.Length; )
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    fields.Add((int)(tag >> 3), Varint(message, ref at));
                    break;
                case 1:
                    fields.Add((int)(tag >> 3), BitConverter.ToDouble(message, at));
                    at += 8;
                    break;
                case 5:
                    fields.Add((int)(tag >> 3), BitConverter.ToSingle(message, at));
                    at += 4;
                    break;
                default:
                    var length = (int)Varint(message, ref at);
                    fields.Add((int)(tag >> 3), message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return fields;
    }

    public static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);

    /// <summary>CRC-32C by its polynomial, a bit at a time.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var state = uint.MaxValue;
        foreach (var value in bytes)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? (state >> 1) ^ 0x82F63B78 : state >> 1;
            }
        }

        return ~state;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc(bytes);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }
    }
}
