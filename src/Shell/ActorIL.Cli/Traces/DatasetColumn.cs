using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Fields;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Traces;

/// <summary>One array of a data set.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its items.</param>
/// <param name="RowShape">The sizes after the first, which follows from how much there is.</param>
/// <param name="Items">The bytes that a part adds to it.</param>
internal sealed record DatasetColumn(
    string Name,
    NpyType Type,
    ImmutableArray<long> RowShape,
    Func<DatasetPart, ReadOnlyMemory<byte>> Items
)
{
    /// <summary>The arrays of a data set.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="sizes">The sizes all its parts have.</param>
    public static ImmutableArray<DatasetColumn> Of(DatasetKind kind, DatasetSizes sizes) =>
        kind switch
        {
            DatasetKind.Rollouts => Rollouts(sizes),
            DatasetKind.Demonstrations => Demonstrations(sizes),
            DatasetKind.Labels => Labels(sizes),
        };

    /// <summary>Bytes of one row.</summary>
    public long RowLength => RowShape.Aggregate((long)Npy.SizeOf(Type), (product, size) => product * size);

    private static ImmutableArray<DatasetColumn> Rollouts(DatasetSizes sizes)
    {
        var count = sizes.EnvironmentCount;
        return
        [
            new("observations", NpyType.Single, [count, sizes.ObservationSize], Floats("observations")),
            new("actions", NpyType.Single, [count, sizes.ActionSize], Floats("actions")),
            new("rewards", NpyType.Single, [count], Floats("rewards")),
            new("endings", NpyType.Byte, [count], part => part.Bytes("endings").AsMemory()),
            new("final_observations", NpyType.Single, [sizes.ObservationSize], Floats("final_observations")),
            new("last_observations", NpyType.Single, [count, sizes.ObservationSize], Floats("last_observations")),
            new("step_counts", NpyType.Int64, [], part => Whole(part.Singles("rewards").Length / count)),
            new("ordinals", NpyType.Int64, [], part => Whole(part.Ordinal)),
        ];
    }

    private static ImmutableArray<DatasetColumn> Demonstrations(DatasetSizes sizes) =>
        [
            new(
                "observations",
                NpyType.Single,
                [sizes.ObservationSize],
                part => Observations(part, sizes, isLast: false)
            ),
            new("actions", NpyType.Single, [sizes.ActionSize], Floats("actions")),
            new("rewards", NpyType.Double, [], part => Raw(part.Doubles("rewards").AsSpan())),
            new("endings", NpyType.Byte, [], Endings),
            new(
                "final_observations",
                NpyType.Single,
                [sizes.ObservationSize],
                part => Observations(part, sizes, isLast: true)
            ),
            new("step_counts", NpyType.Int64, [], part => Whole(part.Doubles("rewards").Length)),
            new("full", NpyType.Boolean, [], part => new[] { (byte)IsFull(part) }),
            new("ordinals", NpyType.Int64, [], part => Whole(part.Ordinal)),
        ];

    private static ImmutableArray<DatasetColumn> Labels(DatasetSizes sizes) =>
        [
            new("observations", NpyType.Single, [sizes.ObservationSize], Floats("observations")),
            new("labels", NpyType.Single, [sizes.ActionSize], Floats("labels")),
            new(
                "batch_sizes",
                NpyType.Int64,
                [],
                part => Whole(part.Singles("labels").Length / Math.Max(1, sizes.ActionSize))
            ),
            new("ordinals", NpyType.Int64, [], part => Whole(part.Ordinal)),
        ];

    // Row T of a trajectory is what the last action led to; it has no action of its own.
    private static ReadOnlyMemory<byte> Observations(DatasetPart part, DatasetSizes sizes, bool isLast)
    {
        var all = part.Singles("observations").AsSpan();
        var border = Math.Max(0, all.Length - (int)sizes.ObservationSize);
        return Raw(isLast ? all[border..] : all[..border]);
    }

    private static ReadOnlyMemory<byte> Endings(DatasetPart part)
    {
        var endings = new byte[part.Doubles("rewards").Length];
        if (endings.Length > 0)
        {
            endings[^1] = (byte)part.Number("ending");
        }

        return endings;
    }

    private static long IsFull(DatasetPart part) =>
        FieldPath.Find(part.Message, "demonstrated.full").Match(FieldArrays.Number, _ => 0);

    private static Func<DatasetPart, ReadOnlyMemory<byte>> Floats(string field) =>
        part => Raw(part.Singles(field).AsSpan());

    private static ReadOnlyMemory<byte> Whole(long value) => Raw<long>([value]);

    private static ReadOnlyMemory<byte> Raw<T>(ReadOnlySpan<T> items)
        where T : unmanaged => MemoryMarshal.AsBytes(items).ToArray();
}
