using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>Arrays and numbers of decoded values; empty or 0 where a value holds none of the kind.</summary>
internal static class FieldArrays
{
    public static ImmutableArray<byte> Bytes(FieldNode node) =>
        node.Match(
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            bytes => bytes.Values,
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => ImmutableArray<byte>.Empty
        );

    public static ImmutableArray<float> Singles(FieldNode node) =>
        node.Match(
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            singles => singles.Values,
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => ImmutableArray<float>.Empty
        );

    public static ImmutableArray<double> Doubles(FieldNode node) =>
        node.Match(
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            doubles => doubles.Values,
            _ => [],
            _ => [],
            _ => [],
            _ => ImmutableArray<double>.Empty
        );

    public static ImmutableArray<FieldNode> Items(FieldNode node) =>
        node.Match(
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            _ => [],
            records => records.Items,
            _ => ImmutableArray<FieldNode>.Empty
        );

    /// <summary>A whole number; 0 or 1 for a truth value.</summary>
    public static long Number(FieldNode node) =>
        node.Match(
            boolean => boolean.Value ? 1L : 0L,
            integer => integer.Value,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L,
            _ => 0L
        );
}
