using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>The numbers of a tensor as little-endian bytes, NaN canonicalised, and back.</summary>
internal static class TensorBytes
{
    public static byte[] Of(Tensor tensor) =>
        tensor.Match(
            float32 =>
                Bytes(
                    float32.Values,
                    4,
                    (value, target) => BinaryPrimitives.WriteUInt32LittleEndian(target, CanonicalNumbers.Bits(value))
                ),
            float64 =>
                Bytes(
                    float64.Values,
                    8,
                    (value, target) => BinaryPrimitives.WriteUInt64LittleEndian(target, CanonicalNumbers.Bits(value))
                ),
            int64 => Bytes(int64.Values, 8, (value, target) => BinaryPrimitives.WriteInt64LittleEndian(target, value)),
            uint8 => uint8.Values.AsSpan().ToArray()
        );

    /// <param name="name">Its name.</param>
    /// <param name="type">Its element type.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="bytes">As many as the shape wants.</param>
    public static Tensor Read(string name, TensorType type, EquatableArray<int> shape, byte[] bytes) =>
        type switch
        {
            TensorType.Float32 => new Tensor.Float32(
                name,
                shape,
                Values<float>(bytes, 4, source => BinaryPrimitives.ReadSingleLittleEndian(source))
            ),
            TensorType.Float64 => new Tensor.Float64(
                name,
                shape,
                Values<double>(bytes, 8, source => BinaryPrimitives.ReadDoubleLittleEndian(source))
            ),
            TensorType.Int64 => new Tensor.Int64(
                name,
                shape,
                Values<long>(bytes, 8, source => BinaryPrimitives.ReadInt64LittleEndian(source))
            ),
            TensorType.UInt8 => new Tensor.UInt8(name, shape, new(ImmutableCollectionsMarshal.AsImmutableArray(bytes))),
        };

    private static byte[] Bytes<T>(EquatableArray<T> values, int size, Action<T, Span<byte>> write)
        where T : IEquatable<T>
    {
        var items = values.AsSpan();
        var bytes = new byte[checked(size * items.Length)];
        for (var i = 0; i < items.Length; i++)
        {
            write(items[i], bytes.AsSpan(size * i, size));
        }

        return bytes;
    }

    private static EquatableArray<T> Values<T>(byte[] bytes, int size, Func<ReadOnlySpan<byte>, T> read)
        where T : IEquatable<T>
    {
        var values = new T[bytes.Length / size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(bytes.AsSpan(size * i, size));
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(values));
    }
}
