using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>
/// A named array of numbers with a shape, its last axis contiguous. A shape without axes is one number.
/// </summary>
public abstract record Tensor
{
    private Tensor(string name, TensorType type, EquatableArray<int> shape, int count)
    {
        if (name.Length == 0 || name == CheckpointContent.MetadataName)
        {
            throw new ArgumentException($"'{name}' cannot be the name of a tensor.");
        }

        if (CountOf(shape) != count)
        {
            throw new ArgumentException(
                $"Tensor {name} has {count} numbers; shape [{string.Join(", ", shape)}] wants {CountOf(shape)}."
            );
        }

        (Name, Type, Shape) = (name, type, shape);
    }

    public string Name { get; }

    public TensorType Type { get; }

    /// <summary>The length of each axis, ≥ 0.</summary>
    public EquatableArray<int> Shape { get; }

    public abstract TOut Match<TOut>(
        Func<Float32, TOut> float32,
        Func<Float64, TOut> float64,
        Func<Int64, TOut> int64,
        Func<UInt8, TOut> uint8
    );

    internal static Int128 CountOf(EquatableArray<int> shape)
    {
        // Exact whatever the lengths: the product stops growing once it is beyond any array.
        Int128 count = 1;
        var hasEmptyAxis = false;
        foreach (var length in shape)
        {
            if (length < 0)
            {
                throw new ArgumentException($"Shape [{string.Join(", ", shape)}] has a negative length.");
            }

            hasEmptyAxis |= length == 0;
            count = count > int.MaxValue ? count : count * length;
        }

        return hasEmptyAxis ? 0 : count;
    }

    /// <exception cref="ArgumentException">
    /// The shape does not hold that many numbers, or the name is empty or reserved.
    /// </exception>
    public sealed record Float32(string Name, EquatableArray<int> Shape, EquatableArray<float> Values)
        : Tensor(Name, TensorType.Float32, Shape, Values.Count)
    {
        public override TOut Match<TOut>(
            Func<Float32, TOut> float32,
            Func<Float64, TOut> float64,
            Func<Int64, TOut> int64,
            Func<UInt8, TOut> uint8
        ) => float32(this);
    }

    /// <inheritdoc cref="Float32"/>
    public sealed record Float64(string Name, EquatableArray<int> Shape, EquatableArray<double> Values)
        : Tensor(Name, TensorType.Float64, Shape, Values.Count)
    {
        public override TOut Match<TOut>(
            Func<Float32, TOut> float32,
            Func<Float64, TOut> float64,
            Func<Int64, TOut> int64,
            Func<UInt8, TOut> uint8
        ) => float64(this);
    }

    /// <inheritdoc cref="Float32"/>
    public sealed record Int64(string Name, EquatableArray<int> Shape, EquatableArray<long> Values)
        : Tensor(Name, TensorType.Int64, Shape, Values.Count)
    {
        public override TOut Match<TOut>(
            Func<Float32, TOut> float32,
            Func<Float64, TOut> float64,
            Func<Int64, TOut> int64,
            Func<UInt8, TOut> uint8
        ) => int64(this);
    }

    /// <inheritdoc cref="Float32"/>
    public sealed record UInt8(string Name, EquatableArray<int> Shape, EquatableArray<byte> Values)
        : Tensor(Name, TensorType.UInt8, Shape, Values.Count)
    {
        public override TOut Match<TOut>(
            Func<Float32, TOut> float32,
            Func<Float64, TOut> float64,
            Func<Int64, TOut> int64,
            Func<UInt8, TOut> uint8
        ) => uint8(this);
    }
}
