using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>
/// A data set in a trace. The trace is read once to count, and once more for each array, so that nothing but one
/// message is in memory.
/// </summary>
/// <param name="Kind">Which.</param>
/// <param name="Sizes">The sizes its parts have in common.</param>
/// <param name="PartCount">Rollouts, episodes or batches.</param>
/// <param name="Arrays">What it is made of.</param>
internal sealed record Dataset(DatasetKind Kind, DatasetSizes Sizes, long PartCount, ImmutableArray<NpyArray> Arrays)
{
    /// <summary>The data set of the deliveries that fit a filter, or why there is none.</summary>
    public static Result<Dataset, Error> Of(TraceReader trace, DatasetKind kind, DeliveryFilter filter) =>
        Level(trace).Then(_ => Count(trace, kind, filter));

    private static Result<bool, Error> Level(TraceReader trace) =>
        trace.Manifest.Level == TraceLevel.Full
            ? Result.Success<bool, Error>(true)
            : Result.Failure<bool, Error>(
                new(
                    trace.Path,
                    $"a trace of level {TraceLevels.NameOf(trace.Manifest.Level)}, which has no observations",
                    "level full",
                    "Run its config.conf again with --set trace.level=full: the run is the same."
                )
            );

    private static Result<Dataset, Error> Count(TraceReader trace, DatasetKind kind, DeliveryFilter filter)
    {
        DatasetSizes? common = null;
        ImmutableArray<DatasetColumn> columns = [];
        var lengths = Array.Empty<long>();
        var partCount = 0L;
        foreach (var part in Parts(trace, kind, filter))
        {
            var sizes = DatasetSizes.Of(part);
            if (common is null)
            {
                columns = DatasetColumn.Of(kind, sizes);
                lengths = new long[columns.Length];
            }

            common ??= sizes;
            if (common != sizes || sizes.ObservationSize <= 0 || sizes.ActionSize <= 0)
            {
                return Result.Failure<Dataset, Error>(Uneven(trace, part, common.Value, sizes));
            }

            partCount++;
            for (var i = 0; i < columns.Length; i++)
            {
                lengths[i] += columns[i].Items(part).Length;
            }
        }

        return common is { } found
            ? Result.Success<Dataset, Error>(
                new(
                    kind,
                    found,
                    partCount,
                    [.. columns.Select((column, index) => ArrayOf(trace, kind, filter, column, lengths[index]))]
                )
            )
            : Result.Failure<Dataset, Error>(
                new(
                    trace.Path,
                    $"no {DatasetKinds.MessageOf(kind)} that fits the filter",
                    $"messages with {DatasetKinds.NameOf(kind)}",
                    "`actoril trace info` shows which messages there are."
                )
            );
    }

    private static NpyArray ArrayOf(
        TraceReader trace,
        DatasetKind kind,
        DeliveryFilter filter,
        DatasetColumn column,
        long length
    ) =>
        new(
            column.Name,
            column.Type,
            [length / column.RowLength, .. column.RowShape],
            Parts(trace, kind, filter).Select(column.Items)
        );

    private static IEnumerable<DatasetPart> Parts(TraceReader trace, DatasetKind kind, DeliveryFilter filter) =>
        new TraceScan(trace)
            .Deliveries()
            .Where(delivered => IsOf(kind, delivered) && filter.Takes(delivered))
            .SelectMany(delivered =>
                FieldTree
                    .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                    .Match(node => DatasetPart.Of(kind, delivered.Record.Ordinal, node), _ => [])
            );

    private static bool IsOf(DatasetKind kind, TraceEntry.Delivered delivered) =>
        delivered
            .Channel.MessageOf(delivered.Record)
            .StartsWith(DatasetKinds.MessageOf(kind) + "/", StringComparison.Ordinal);

    private static Error Uneven(TraceReader trace, DatasetPart part, DatasetSizes common, DatasetSizes found) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{trace.Path}, delivery {part.Ordinal}"),
            $"sizes {found}",
            $"the same as before: {common}",
            "Choose a stretch of one shape with --from and --to."
        );
}
