using ActorIL.Core.Randomness;

namespace ActorIL.Core.Tests.Randomness;

public sealed class PhiloxTests
{
    // The three lines "philox4x32 10" of kat_vectors in Random123 1.14.0: counter, key, expected.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Ten_rounds_agree_with_the_published_known_answers(string counter, string key, string expected)
    {
        var c = Words(counter);
        var k = Words(key);

        var (x0, x1, x2, x3) = Philox.Block(c[0], c[1], c[2], c[3], k[0], k[1]);

        uint[] found = [x0, x1, x2, x3];
        Assert.Equal(Words(expected), found);
    }

    private static uint[] Words(string text) => [.. text.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
}
