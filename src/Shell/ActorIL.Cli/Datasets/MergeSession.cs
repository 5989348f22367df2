using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset merge`: several data sets into one.</summary>
internal static class MergeSession
{
    public static ExitCode Run(
        Terminal terminal,
        ImmutableArray<string> files,
        string target,
        bool dropsDuplicates,
        bool isJson
    ) =>
        DatasetWriting
            .Check(target)
            .Then(_ => Load(files))
            .Then(parts => DatasetMerging.Of(parts, dropsDuplicates))
            .Then(merged => DatasetWriting.Save(target, merged.Sidecar, merged.Content).Map(_ => merged))
            .Match(
                merged =>
                {
                    if (isJson)
                    {
                        WriteJson(terminal, target, merged);
                    }
                    else
                    {
                        WriteText(terminal, target, merged);
                    }

                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );

    private static Result<ImmutableArray<LoadedDataset>, Error> Load(ImmutableArray<string> files) =>
        files.Aggregate(
            Result.Success<ImmutableArray<LoadedDataset>, Error>([]),
            (parts, file) => parts.Then(found => DatasetFile.Load(file).Map(found.Add))
        );

    private static void WriteText(Terminal terminal, string target, DatasetMerging merged)
    {
        DatasetWriting.Tell(terminal, target, merged.Sidecar, merged.Content);
        if (merged.DroppedCount > 0)
        {
            terminal.Out.Write(
                string.Create(CultureInfo.InvariantCulture, $"  {merged.DroppedCount} duplicate episodes dropped\n")
            );
        }

        if (!merged.DroppedArrays.IsEmpty)
        {
            terminal.Out.Write($"  left out, since not all have them: {string.Join(", ", merged.DroppedArrays)}\n");
        }

        terminal.Out.Flush();
    }

    private static void WriteJson(Terminal terminal, string target, DatasetMerging merged) =>
        terminal.WriteJson(writer =>
        {
            writer.WriteString("path", target);
            writer.WriteNumber("steps", merged.Content.RowCount);
            writer.WriteNumber("episodes", merged.Content.Episodes.Length);
            writer.WriteNumber("duplicates_dropped", merged.DroppedCount);
            writer.WriteStartArray("arrays_dropped");
            foreach (var name in merged.DroppedArrays)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        });
}
