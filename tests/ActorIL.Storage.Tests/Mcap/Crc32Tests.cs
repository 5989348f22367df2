using System.Text;
using ActorIL.Storage.Mcap;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Mcap;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_published_check_values_come_out(string text, uint crc) =>
        Assert.Equal(crc, Crc32.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Sixteen_bytes_at_once_are_the_same_as_one_bit_after_the_other() =>
        Law.Holds<byte[]>(bytes => Crc32.Of(Longer(bytes)) == BitByBit(Longer(bytes)));

    [Fact]
    public void Appending_is_the_checksum_of_the_whole() =>
        Law.Holds<byte[], byte[]>(
            (first, second) => Crc32.Append(Crc32.Of(first), second) == Crc32.Of([.. first, .. second])
        );

    [Fact]
    public void Two_checksums_combine_without_their_bytes() =>
        Law.Holds<byte[], byte[]>(
            (first, second) =>
                Crc32.Combine(Crc32.Of(first), Crc32.Of(Longer(second)), Longer(second).Length)
                == Crc32.Of([.. first, .. Longer(second)])
        );

    [Fact]
    public void A_change_in_place_shifts_by_what_follows_it() =>
        Law.Holds<byte[], byte[], byte[]>(
            (before, changed, after) =>
            {
                var flipped = changed.Select(value => (byte)(value ^ 0x5A)).ToArray();
                var difference = Crc32.Of(changed) ^ Crc32.Of(flipped);
                byte[] first = [.. before, .. changed, .. after];
                byte[] second = [.. before, .. flipped, .. after];
                return (Crc32.Of(first) ^ Crc32.Shift(difference, after.Length)) == Crc32.Of(second);
            }
        );

    [Fact]
    public void Long_stretches_combine_as_well()
    {
        var zeros = new byte[70_000];
        Assert.Equal(Crc32.Of([1, 2, 3, .. zeros]), Crc32.Combine(Crc32.Of([1, 2, 3]), Crc32.Of(zeros), zeros.Length));
    }

    private static byte[] Longer(byte[] bytes) => [.. bytes, .. bytes, .. bytes, 7];

    private static uint BitByBit(byte[] bytes)
    {
        var state = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? (state >> 1) ^ 0xEDB88320 : state >> 1;
            }
        }

        return ~state;
    }
}
