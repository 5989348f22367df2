using System.Collections.Immutable;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Tests.Tensors;

public sealed class CheckpointContentTests
{
    private static readonly CheckpointContent Content = new(
        [new Tensor.Int64("steps", [], [300_032]), new Tensor.Float32("actor", [2], [1, 2])],
        ImmutableSortedDictionary<string, string>.Empty.Add("environment", "CartPole-v1"));

    [Fact]
    public void Tensors_are_kept_by_name() =>
        Assert.Equal(["actor", "steps"], Content.Tensors.Select(tensor => tensor.Name));

    [Fact]
    public void Two_tensors_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CheckpointContent(
            [new Tensor.Float32("x", [1], [1]), new Tensor.Int64("x", [1], [1])],
            ImmutableSortedDictionary<string, string>.Empty));

    [Fact]
    public void Floats_are_found_by_name() =>
        Assert.Equal([1f, 2f], Outcome.Value(Content.Floats("actor", "a.safetensors")).Values);

    [Fact]
    public void Floats_that_are_missing_or_something_else_are_an_error()
    {
        Assert.Equal("no tensor 'critic'", Outcome.Error(Content.Floats("critic", "a.safetensors")).Found);
        Assert.Equal("I64 numbers", Outcome.Error(Content.Floats("steps", "a.safetensors")).Found);
    }

    [Fact]
    public void Texts_are_found_by_name()
    {
        Assert.Equal("CartPole-v1", Outcome.Value(Content.Text("environment", "a.safetensors")));
        Assert.Equal("no metadata 'seed'", Outcome.Error(Content.Text("seed", "a.safetensors")).Found);
    }

    [Fact]
    public void Contents_compare_by_value_whatever_the_order()
    {
        var reversed = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("environment", "CartPole-v1");
        var same = new CheckpointContent([.. Content.Tensors.Reverse()], reversed);

        Assert.Equal(Content, same);
        Assert.Equal(Content.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Content, new(Content.Tensors.Items, Content.Metadata.Add("seed", "1")));
        Assert.NotEqual(Content, new([Content.Tensors[0]], Content.Metadata));
    }
}
