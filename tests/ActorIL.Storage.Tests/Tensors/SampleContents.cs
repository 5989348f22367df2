using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Tests.Tensors;

/// <summary>Random checkpoints as a function of a seed, and one fixed one.</summary>
internal static class SampleContents
{
    private static readonly string[] Names = ["actor.weight", "actor.bias", "a", "ä \"quoted\"", "b\n", "__", "Z"];

    public static CheckpointContent Fixed => new(
        [
            new Tensor.UInt8("flags", [3], [1, 0, 255]),
            new Tensor.Float32("actor", [2, 2], [1, -0f, float.NaN, float.Epsilon]),
            new Tensor.Float64("mean", [], [0.1]),
            new Tensor.Int64("empty", [0, 5], []),
        ],
        ImmutableSortedDictionary<string, string>.Empty.Add("seed", "42").Add("environment", "CartPole-v1"));

    public static CheckpointContent Random(ulong seed)
    {
        var key = RngKey.Root(seed);
        var metadata = ImmutableSortedDictionary<string, string>.Empty;
        for (var i = 0UL; i < (ulong)Draw.Index(key, 0, 4); i++)
        {
            var child = key.Fold("metadata").Fold(i);
            metadata = metadata.SetItem(Names[Draw.Index(child, 0, Names.Length)], $"{child} – \"\\\n\u0001");
        }

        var chosen = Names.Where((_, i) => Draw.Index(key.Fold("chosen"), (ulong)i, 2) == 0);
        return new([.. chosen.Select((name, i) => RandomTensor(name, key.Fold("tensor").Fold((ulong)i)))], metadata);
    }

    private static Tensor RandomTensor(string name, RngKey key)
    {
        var shape = EquatableArray.From(
            Enumerable.Range(0, Draw.Index(key, 0, 4)).Select(axis => Draw.Index(key, 1 + (ulong)axis, 4)).ToArray());
        var bits = Enumerable.Range(0, shape.Aggregate(1, (product, length) => product * length))
            .Select(i => key.Fold("values").Bits((ulong)i).First)
            .ToArray();
        return Draw.Index(key, 9, 4) switch
        {
            0 => new Tensor.Float32(
                name, shape, EquatableArray.From(bits.Select(word => BitConverter.UInt32BitsToSingle((uint)word)))),
            1 => new Tensor.Float64(name, shape, EquatableArray.From(bits.Select(BitConverter.UInt64BitsToDouble))),
            2 => new Tensor.Int64(name, shape, EquatableArray.From(bits.Select(word => (long)word))),
            _ => new Tensor.UInt8(name, shape, EquatableArray.From(bits.Select(word => (byte)word))),
        };
    }
}
