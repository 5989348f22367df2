using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Experience;

public sealed class LabelledBatchTests
{
    private static readonly LabelledBatch Two = new(2, 1, [1, 2, 3, 4], [0, 1]);

    [Fact]
    public void Labels_must_fill_whole_rows() =>
        Refuses("labels has 3 numbers; shape [1, 2] wants 2.", () => new(1, 2, [1], [1, 2, 3]));

    [Fact]
    public void Observations_must_be_as_many_as_labels() =>
        Refuses("observations has 3 numbers; shape [2, 2] wants 4.", () => new(2, 1, [1, 2, 3], [0, 1]));

    [Fact]
    public void Sizes_below_one_are_refused()
    {
        Refuses("observation size is 0; at least 1 is wanted.", () => new(0, 1, [], []));
        Refuses("action size is 0; at least 1 is wanted.", () => new(1, 0, [], []));
    }

    [Fact]
    public void Appending_puts_the_other_rows_last()
    {
        var three = Two.Append(new(2, 1, [5, 6], [2]));

        Assert.Equal(3, three.Count);
        Assert.Equal([1f, 2, 3, 4, 5, 6], three.Observations.ToArray());
        Assert.Equal([0f, 1, 2], three.Labels.ToArray());
    }

    [Fact]
    public void Appending_rows_of_another_size_is_refused()
    {
        Refuses("Sizes (1, 1) cannot be appended to (2, 1).", () => Two.Append(LabelledBatch.Empty(1, 1)));
        Refuses("Sizes (2, 2) cannot be appended to (2, 1).", () => Two.Append(LabelledBatch.Empty(2, 2)));
    }

    [Fact]
    public void Taking_keeps_the_first_rows()
    {
        Assert.Equal([1f, 2], Two.Take(1).Observations.ToArray());
        Assert.Equal([0f], Two.Take(1).Labels.ToArray());
        Assert.Equal(0, Two.Take(0).Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Taking_more_rows_than_there_are_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.Take(count));

    [Fact]
    public void A_batch_survives_its_bytes()
    {
        var bytes = FieldCodec.Bytes(Two);

        Assert.Equal(
            bytes, FieldCodec.Bytes(Outcome.Value(FieldCodec.Read<LabelledBatch>(bytes.AsSpan(), _ => null))));
    }

    private static void Refuses(string message, Func<LabelledBatch> make) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
