using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Fields;

/// <summary>The uses of a field description, as plain functions.</summary>
public static class FieldCodec
{
    /// <summary>How deep records may nest in the outermost one; a writer refuses what a reader would.</summary>
    public const int DepthMax = 64;

    /// <summary>The largest field number of the wire format, 2²⁹ − 1; the smallest is 1.</summary>
    public const int NumberMax = (1 << 29) - 1;

    /// <summary>Appends the canonical bytes of <paramref name="value"/> to <paramref name="buffer"/>.</summary>
    /// <exception cref="InvalidOperationException">Records nest deeper than <see cref="DepthMax"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(T value, FieldBuffer buffer)
        where T : IFields<T>
    {
        var writer = new FieldWriter(buffer);
        T.Fields(ref writer, value);
    }

    /// <summary>The canonical bytes of <paramref name="value"/>.</summary>
    public static ImmutableArray<byte> Bytes<T>(T value)
        where T : IFields<T>
    {
        var buffer = new FieldBuffer();
        Write(value, buffer);
        return [.. buffer.Written];
    }

    /// <summary>
    /// The hash of the canonical bytes, using <paramref name="scratch"/> for them; allocates nothing once it has
    /// grown.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash<T>(T value, FieldBuffer scratch)
        where T : IFields<T>
    {
        scratch.Clear();
        var writer = new FieldWriter(scratch);
        T.Fields(ref writer, value);
        return ContentHash.Of(scratch.Written);
    }

    /// <summary>
    /// The value whose bytes these are. Unknown fields are skipped, absent ones are their type's zero. Bytes that
    /// make no value are an error, fields that a record's constructor refuses with an <see cref="ArgumentException"/>
    /// among them.
    /// </summary>
    /// <param name="bytes">Bytes as <see cref="Write{T}"/> makes them, shape [n].</param>
    /// <param name="blocks">Finds the numbers of a block by its hash.</param>
    public static Result<T, Error> Read<T>(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks)
        where T : IFields<T>
    {
        var reader = new FieldReader(bytes, blocks);
        var value = reader.Value<T>();
        return reader.Fault is { } found
            ? Result.Failure<T, Error>(
                new(
                    $"{T.Name}, byte {found.Offset}",
                    found.Found,
                    "canonical field bytes",
                    "The bytes are damaged or of another version."
                )
            )
            : Result.Success<T, Error>(value!);
    }

    /// <summary>Adds the parameter blocks that <paramref name="value"/> mentions, each under its hash.</summary>
    public static void Blocks<T>(T value, SortedDictionary<ulong, ParameterBlock> blocks)
        where T : IFields<T>
    {
        var collector = new BlockCollector(blocks);
        T.Fields(ref collector, value);
    }

    /// <summary>The description of a type's fields, nested types included once each.</summary>
    public static RecordDescription Describe<T>()
        where T : IFields<T> => FieldDescriber.Describe<T>();
}
