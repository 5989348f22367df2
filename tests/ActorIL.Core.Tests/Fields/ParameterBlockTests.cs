using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Tests.Fields.Samples;

namespace ActorIL.Core.Tests.Fields;

public sealed class ParameterBlockTests
{
    [Fact]
    public void A_block_keeps_a_copy_of_its_numbers()
    {
        float[] source = [1, 2, 3];
        var block = ParameterBlock.Copy(source);
        source[0] = 9;

        Assert.Equal([1f, 2f, 3f], block.Values.ToArray());
        Assert.Equal(3, block.Count);
    }

    [Fact]
    public void A_block_is_named_by_its_bits_and_length()
    {
        Assert.Equal(ParameterBlock.Copy([1, 2]), ParameterBlock.Copy([1, 2]));
        Assert.NotEqual(ParameterBlock.Copy([1, 2]), ParameterBlock.Copy([2, 1]));
        Assert.NotEqual(ParameterBlock.Copy([0]), ParameterBlock.Copy([-0f]));
        Assert.NotEqual(ParameterBlock.Copy([0]), ParameterBlock.Copy([0, 0]));
        Assert.Equal(ContentHash.Of([0, 0, 128, 63], seed: 1), ParameterBlock.Copy([1]).Hash);
    }

    [Fact]
    public void Every_not_a_number_has_one_form()
    {
        var block = ParameterBlock.Copy([BitConverter.UInt32BitsToSingle(0xFFC01234)]);

        Assert.Equal(0x7FC00000U, BitConverter.SingleToUInt32Bits(block.Values[0]));
        Assert.Equal(ParameterBlock.Copy([float.NaN]), block);
    }

    [Fact]
    public void The_empty_block_equals_any_block_of_nothing()
    {
        Assert.Equal(ParameterBlock.Empty, ParameterBlock.Copy([]));
        Assert.Equal(ParameterBlock.Empty.GetHashCode(), ParameterBlock.Copy([]).GetHashCode());
        Assert.False(ParameterBlock.Empty.Equals("text"));
    }

    [Fact]
    public void A_NaN_of_any_kind_at_any_place_is_the_one_there_is()
    {
        for (var place = 0; place < 19; place++)
        {
            var (odd, plain) = (new float[19], new float[19]);
            odd[place] = BitConverter.UInt32BitsToSingle(0xFFC01234);
            plain[place] = BitConverter.UInt32BitsToSingle(0x7FC00000);

            Assert.Equal(ParameterBlock.Copy(plain).Hash, ParameterBlock.Copy(odd).Hash);
            Assert.Equal(
                FieldCodec.Bytes(EveryKind.Zero with { Weights = [.. plain] }),
                FieldCodec.Bytes(EveryKind.Zero with { Weights = [.. odd] })
            );
        }
    }
}
