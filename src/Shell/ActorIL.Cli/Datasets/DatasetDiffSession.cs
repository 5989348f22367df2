using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset diff`: what differs between two data sets, what they say of themselves first.</summary>
internal static class DatasetDiffSession
{
    public static ExitCode Run(Terminal terminal, string one, string other, bool isJson) =>
        DatasetFile
            .Open(one)
            .Then(first => DatasetFile.Open(other).Map(second => (First: first, Second: second)))
            .Match(
                pair =>
                {
                    var sidecar = SidecarDifference.Between(one, other);
                    var arrays = Arrays(pair.First, pair.Second);
                    if (isJson)
                    {
                        terminal.WriteJson(writer => WriteJson(writer, pair.First, pair.Second, sidecar, arrays));
                    }
                    else
                    {
                        WriteText(terminal.Out, pair.First, pair.Second, sidecar, arrays);
                        terminal.Out.Flush();
                    }

                    return sidecar.IsEmpty && arrays.IsEmpty ? ExitCode.Success : ExitCode.Diverged;
                },
                error => terminal.Fail(error)
            );

    private static ImmutableArray<ArrayDifference> Arrays(LoadedDataset one, LoadedDataset other) =>
        [
            .. one
                .Arrays.Concat(other.Arrays)
                .Select(array => array.Name)
                .Distinct()
                .Select(name => ArrayDifference.Of(name, Find(one, name), Find(other, name)))
                .Where(difference => difference is not null)
                .Select(difference => difference!),
        ];

    private static LoadedArray? Find(LoadedDataset dataset, string name) =>
        dataset.Arrays.FirstOrDefault(array => array.Name == name);

    private static void WriteText(
        TextWriter output,
        LoadedDataset one,
        LoadedDataset other,
        ImmutableArray<SidecarDifference> sidecar,
        ImmutableArray<ArrayDifference> arrays
    )
    {
        output.Write($"a: {one.Path}: {DatasetText.Of(one)}\nb: {other.Path}: {DatasetText.Of(other)}\n");
        if (sidecar.IsEmpty && arrays.IsEmpty)
        {
            output.Write("The data sets are the same.\n");
            return;
        }

        output.Write(sidecar.IsEmpty ? "The sidecars agree.\n" : "sidecar\n");
        foreach (var difference in sidecar)
        {
            output.Write($"  {difference.Path}: {difference.One ?? "nothing"} | {difference.Other ?? "nothing"}\n");
        }

        output.Write(arrays.IsEmpty ? "The arrays are the same.\n" : "arrays\n");
        foreach (var difference in arrays)
        {
            var rows = difference.RowCount > 0 ? $"; rows that differ: {RowPlace.Number(difference.RowCount)}" : "";
            output.Write($"  {difference.Place}: {difference.One} | {difference.Other}{rows}\n");
        }

        output.Write(TextTable.Render(["statistic", "a", "b"], [.. Statistics(one, other)]));
    }

    private static IEnumerable<IReadOnlyList<string>> Statistics(LoadedDataset one, LoadedDataset other)
    {
        yield return Row("steps", one.Content.RowCount, other.Content.RowCount);
        yield return Row("episodes", one.Content.Episodes.Length, other.Content.Episodes.Length);
        var (mine, theirs) = (InfoSession.Returns(one.Content), InfoSession.Returns(other.Content));
        if (!mine.IsEmpty && !theirs.IsEmpty)
        {
            yield return Row("mean return", mine.Average(), theirs.Average());
        }

        foreach (var name in (string[])[DatasetArrays.Observations, DatasetArrays.Actions])
        {
            var (left, right) = (Find(one, name)!, Find(other, name)!);
            for (var component = 0; component < Math.Min(left.RowSize, right.RowSize); component++)
            {
                var (a, b) = (ColumnStatistics.Of(left, component), ColumnStatistics.Of(right, component));
                var label = string.Create(CultureInfo.InvariantCulture, $"{name} {component}");
                yield return Row($"{label} mean", a.Mean, b.Mean);
                yield return Row($"{label} deviation", a.Deviation, b.Deviation);
            }
        }
    }

    private static IReadOnlyList<string> Row(string name, double one, double other) =>
        [name, one.ToString("G6", CultureInfo.InvariantCulture), other.ToString("G6", CultureInfo.InvariantCulture)];

    private static void WriteJson(
        Utf8JsonWriter writer,
        LoadedDataset one,
        LoadedDataset other,
        ImmutableArray<SidecarDifference> sidecar,
        ImmutableArray<ArrayDifference> arrays
    )
    {
        writer.WriteBoolean("same", sidecar.IsEmpty && arrays.IsEmpty);
        writer.WriteString("a", one.Path);
        writer.WriteString("b", other.Path);
        writer.WriteStartArray("sidecar");
        foreach (var difference in sidecar)
        {
            writer.WriteStartObject();
            writer.WriteString("key", difference.Path);
            writer.WriteString("a", difference.One);
            writer.WriteString("b", difference.Other);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("arrays");
        foreach (var difference in arrays)
        {
            writer.WriteStartObject();
            writer.WriteString("array", difference.Name);
            writer.WriteString("place", difference.Place);
            writer.WriteString("a", difference.One);
            writer.WriteString("b", difference.Other);
            writer.WriteNumber("rows", difference.RowCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("statistics");
        foreach (var row in Statistics(one, other))
        {
            writer.WriteStartObject();
            writer.WriteString("name", row[0]);
            writer.WriteFinite("a", double.Parse(row[1], CultureInfo.InvariantCulture));
            writer.WriteFinite("b", double.Parse(row[2], CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
