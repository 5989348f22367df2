using System.Globalization;
using System.Text;

namespace ActorIL.Hocon;

/// <summary>Configuration files are UTF-8; anything else is refused with the place of the first wrong byte.</summary>
public static class Utf8Text
{
    public static HoconResult<string> Decode(ReadOnlySpan<byte> bytes, string source)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
        var validLength = ValidLength(bytes);
        if (validLength == bytes.Length)
        {
            return strict.GetString(bytes);
        }

        var before = strict.GetString(bytes[..validLength]);
        var line = before.Count(character => character == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new HoconError(
            new HoconOrigin(source, line, column),
            string.Create(CultureInfo.InvariantCulture, $"byte 0x{bytes[validLength]:x2} at offset {validLength}"),
            "UTF-8 text",
            "Save the file as UTF-8, or name the configuration file instead of a binary one."
        );
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[length..], out _, out var byteCount) != System.Buffers.OperationStatus.Done)
            {
                return length;
            }

            length += byteCount;
        }

        return length;
    }
}
