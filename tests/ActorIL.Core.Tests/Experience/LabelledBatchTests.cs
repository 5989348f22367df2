using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

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

        Assert.Equal(bytes, FieldCodec.Bytes(Outcome.Value(FieldCodec.Read<LabelledBatch>(bytes.AsSpan(), _ => null))));
    }

    [Fact]
    public void Episodes_survive_appending_cutting_and_the_encoding()
    {
        var all = Episodes([1, 0, 0]).Append(Episodes([1, 0])).Append(Episodes([1]));
        Assert.Equal([1, 0, 0, 1, 0, 1], all.Starts);
        Assert.Equal((6, 4), (all.Count, all.LabelCount));
        var read = FieldCodec.Read<LabelledBatch>(FieldCodec.Bytes(all).AsSpan(), _ => null).Require();
        Assert.Equal(FieldCodec.Bytes(all), FieldCodec.Bytes(read));
        Assert.Equal(all.Labelled, read.Labelled);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(5, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void The_last_rows_are_whole_episodes_where_they_are_known(int countMax, int count)
    {
        var all = Episodes([1, 0, 0]).Append(Episodes([1, 0])).Append(Episodes([1]));
        Assert.Equal(count, all.TakeLast(countMax).Count);
        Assert.Equal(Math.Min(countMax, 2), Two.TakeLast(Math.Min(countMax, 2)).Count);
    }

    [Fact]
    public void The_last_episode_stays_even_if_it_is_longer() =>
        Assert.Equal(3, Episodes([1, 0]).Append(Episodes([1, 0, 0])).TakeLast(2).Count);

    [Fact]
    public void Rows_with_episodes_and_rows_without_are_not_mixed() =>
        Refuses("Rows with episodes cannot be appended to rows without.", () => Two.Append(Episodes([1])));

    /// <summary>Every other row is labelled.</summary>
    private static LabelledBatch Episodes(byte[] starts) =>
        new(
            2,
            1,
            [.. new float[2 * starts.Length]],
            [.. new float[starts.Length]],
            [.. new float[starts.Length]],
            [.. starts],
            [.. starts.Select((_, i) => i % 2 == 0 ? (byte)1 : (byte)0)]
        );

    private static void Refuses(string message, Func<LabelledBatch> make) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
