using System.Buffers.Binary;
using System.Text;
using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Hashing;

public sealed class ContentHashTests
{
    private const ulong Prime32 = 2654435761;
    private const ulong Prime64 = 11400714785074694797;

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Texts_agree_with_published_hashes(string text, ulong expected) =>
        Assert.Equal(expected, ContentHash.Of(text));

    // From the sanity checks published with xxHash, which hash the start of a pseudo-random buffer; the lengths reach
    // every path: nothing, tails of 1 to 31 bytes, one stripe, many stripes, and stripes with each kind of tail.
    [Theory]
    [InlineData(0, 0xEF46DB3751D8E999, 0xAC75FDA2929B17EF)]
    [InlineData(1, 0xE934A84ADB052768, 0x5014607643A9B4C3)]
    [InlineData(2, 0x5D48CD60A77E23FF, 0x9E93152232D54A39)]
    [InlineData(3, 0xFF7E1959CB50794A, 0xAA8584E83660F7D1)]
    [InlineData(4, 0x9136A0DCA57457EE, 0xCAAB286BD8E9FDB5)]
    [InlineData(8, 0xCDBCF538E71D1348, 0xFE0C047A5353CDAC)]
    [InlineData(14, 0x8282DCC4994E35C8, 0xC3BD6BF63DEB6DF0)]
    [InlineData(32, 0x18B216492BB44B70, 0xB3F33BDF93ADE409)]
    [InlineData(33, 0x55C8DC3E578F5B59, 0xE92C292F64BC3071)]
    [InlineData(100, 0x4BFE019CD91D9EA4, 0x4853706DC9625CAE)]
    [InlineData(222, 0xB641AE8CB691C174, 0x20CB8AB7AE10C14A)]
    public void Buffers_agree_with_the_published_sanity_checks(int length, ulong unseeded, ulong seeded)
    {
        var buffer = SanityBuffer(length);

        Assert.Equal(unseeded, ContentHash.Of(buffer));
        Assert.Equal(seeded, ContentHash.Of(buffer, Prime32));
    }

    [Theory]
    [InlineData(9, 0x554B1AE991EDA6B6)]
    [InlineData(16, 0x98C90B57FDFCB55C)]
    [InlineData(17, 0x0D39A2D051A30C2C)]
    [InlineData(31, 0x299B39A290E6D783)]
    [InlineData(64, 0xEF558F8ACAC2B5CD)]
    [InlineData(129, 0x41C280132D697ABA)]
    [InlineData(241, 0x95D76C8B4D8FC4D6)]
    [InlineData(4096, 0xAB77F4AF85F4E70B)]
    [InlineData(4160, 0xEEE6A4E2AC952A5E)]
    public void Other_lengths_agree_with_the_published_sanity_checks(int length, ulong expected) =>
        Assert.Equal(expected, ContentHash.Of(SanityBuffer(length)));

    [Fact]
    public void Seven_words_have_the_hash_of_their_bytes() =>
        Seeded.Run(
            200,
            seed =>
            {
                var key = RngKey.Root(seed);
                ulong[] words =
                [
                    .. Enumerable.Range(0, 7).Select(i => key.Bits((ulong)i).First >> (i * (int)(seed % 10))),
                ];
                var bytes = new byte[56];
                for (var i = 0; i < words.Length; i++)
                {
                    BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * i), words[i]);
                }

                Assert.Equal(
                    ContentHash.Of(bytes),
                    ContentHash.Of(words[0], words[1], words[2], words[3], words[4], words[5], words[6])
                );
            }
        );

    [Fact]
    public void A_text_is_hashed_by_its_utf8_bytes() =>
        Assert.Equal(ContentHash.Of(Encoding.UTF8.GetBytes("naïve – 🎲")), ContentHash.Of("naïve – 🎲"));

    private static byte[] SanityBuffer(int length)
    {
        var buffer = new byte[length];
        var generator = Prime32;
        for (var i = 0; i < length; i++)
        {
            buffer[i] = (byte)(generator >> 56);
            generator = unchecked(generator * Prime64);
        }

        return buffer;
    }
}
