using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Storage.Datasets;

/// <summary>An array that was read.</summary>
/// <param name="Name">What it is called in its archive.</param>
/// <param name="Type">Its items.</param>
/// <param name="Shape">Its sizes, the slowest axis first.</param>
/// <param name="Items">Its bytes, as many as shape and type say.</param>
public sealed record LoadedArray(string Name, NpyType Type, ImmutableArray<long> Shape, ImmutableArray<byte> Items)
{
    /// <summary>The first size; 1 for an array without axes.</summary>
    public long RowCount => Shape is [var rows, ..] ? rows : 1;

    /// <summary>Items of one row: the product of all sizes but the first.</summary>
    public long RowSize => Shape.Length == 0 ? 1 : Shape[1..].Aggregate(1L, (product, size) => product * size);

    /// <summary>How many items there are.</summary>
    public int Count => Items.Length / Npy.SizeOf(Type);

    /// <summary>One item as a number; whole numbers above 2^53 are rounded.</summary>
    /// <param name="index">In [0, <see cref="Count"/>).</param>
    public double this[int index] =>
        Type switch
        {
            NpyType.Single => As<float>()[index],
            NpyType.Double => As<double>()[index],
            NpyType.Int32 => As<int>()[index],
            NpyType.Int64 => As<long>()[index],
            NpyType.UInt64 => As<ulong>()[index],
            NpyType.Byte or NpyType.Boolean => Items[index],
        };

    /// <summary>One item in the shortest form that reads back as itself.</summary>
    /// <param name="index">In [0, <see cref="Count"/>).</param>
    public string Text(int index) =>
        Type switch
        {
            NpyType.Single => As<float>()[index].ToString(CultureInfo.InvariantCulture),
            NpyType.Int64 => As<long>()[index].ToString(CultureInfo.InvariantCulture),
            NpyType.UInt64 => As<ulong>()[index].ToString(CultureInfo.InvariantCulture),
            NpyType.Double or NpyType.Int32 or NpyType.Byte or NpyType.Boolean => this[index]
                .ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The items themselves.</summary>
    /// <exception cref="ArgumentException">The items have another size.</exception>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == Npy.SizeOf(Type)
            ? MemoryMarshal.Cast<byte, T>(Items.AsSpan())
            : throw new ArgumentException($"{Name} has items of {Npy.SizeOf(Type)} bytes, not {typeof(T).Name}.");

    /// <summary>The same, to be written.</summary>
    public NpyArray ToArray() => new(Name, Type, Shape, [Items.AsMemory()]);

    /// <summary>Type and shape for tables: <c>&lt;f4 [25, 4]</c>.</summary>
    public string Form => $"{Npy.NameOf(Type)} [{string.Join(", ", Shape)}]";
}
