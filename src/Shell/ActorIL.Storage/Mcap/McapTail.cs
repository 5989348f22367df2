using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>What follows the data: the summary section up to the end of the file.</summary>
/// <param name="Start">Where it starts; the footer, when there is no summary.</param>
/// <param name="HasSummary">Whether there is one.</param>
/// <param name="Summary">What it says; empty when there is none.</param>
internal sealed record McapTail(long Start, bool HasSummary, McapSummary Summary)
{
    // Two offsets and a checksum.
    private const int FooterLength = McapBuffer.HeadLength + 20;

    public static Result<McapTail, Error> Read(McapSource source, McapReadOptions options)
    {
        var footerOffset = source.Length - McapEncoding.Magic.Length - FooterLength;
        return source
            .Bytes(footerOffset, FooterLength + McapEncoding.Magic.Length)
            .Then(bytes =>
            {
                var fields = new McapFields(bytes.Span);
                var opcode = fields.Take(1);
                var length = fields.UInt64();
                var start = fields.UInt64();
                var offsetsStart = fields.UInt64();
                var crc = fields.UInt32();
                var isFooter = opcode[0] == McapOpcode.Footer && length == FooterLength - McapBuffer.HeadLength;
                if (!isFooter || !fields.Take((ulong)McapEncoding.Magic.Length).SequenceEqual(McapEncoding.Magic))
                {
                    return Failure(source, footerOffset, "the end of the file, which was not closed");
                }

                var hasSummary = start != 0;
                var begin = hasSummary ? start : (ulong)footerOffset;
                return begin > (ulong)footerOffset || offsetsStart > (ulong)footerOffset
                    ? Failure(source, footerOffset, $"a footer that places the summary at byte {begin}")
                    : Read(source, options, (long)begin, hasSummary, footerOffset, crc);
            });
    }

    private static Result<McapTail, Error> Read(
        McapSource source,
        McapReadOptions options,
        long start,
        bool hasSummary,
        long footerOffset,
        uint crc
    )
    {
        if (footerOffset - start > McapLimits.SummaryLengthMax)
        {
            return Failure(source, start, $"a summary of {footerOffset - start} bytes");
        }

        // The checksum covers the section and the footer up to the checksum itself.
        return source
            .Bytes(start, footerOffset - start + FooterLength - 4)
            .Then(bytes =>
            {
                var isChecked = options.RequireChecksums || (hasSummary && crc != 0);
                return isChecked && crc != Crc32.Of(bytes.Span)
                    ? Failure(source, start, $"a summary whose checksum is not {crc:x8}, as it says")
                    : McapSummaryReader
                        .Read(bytes[..(int)(footerOffset - start)])
                        .MapError(fault => source.At(start + fault.Offset, fault.Found))
                        .Map(summary => new McapTail(start, hasSummary, summary));
            });
    }

    private static Result<McapTail, Error> Failure(McapSource source, long offset, string found) =>
        Result.Failure<McapTail, Error>(source.At(offset, found));
}
