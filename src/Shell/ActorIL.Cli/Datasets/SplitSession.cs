using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset split`: whole episodes into a part for training and one for validation.</summary>
internal static class SplitSession
{
    public static ExitCode Run(Terminal terminal, SplitRequest request)
    {
        var train = request.Train ?? Path.ChangeExtension(request.File, null) + "-train" + DatasetFile.Ending;
        var validation =
            request.Validation ?? Path.ChangeExtension(request.File, null) + "-validation" + DatasetFile.Ending;
        return Apart(train, validation)
            .Then(_ => DatasetWriting.Check(train))
            .Then(_ => DatasetWriting.Check(validation))
            .Then(_ => DatasetFile.Load(request.File))
            .Then(dataset => DatasetWriting.Require(dataset).Then(sidecar => Split(dataset, sidecar, request)))
            .Then(parts =>
                DatasetWriting
                    .Save(train, parts.Train.Sidecar, parts.Train.Content)
                    .Then(_ => DatasetWriting.Save(validation, parts.Validation.Sidecar, parts.Validation.Content))
                    .Map(_ => parts)
            )
            .Match(
                parts =>
                {
                    Write(terminal, request.IsJson, [(train, parts.Train), (validation, parts.Validation)]);
                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );
    }

    private static Result<string, Error> Apart(string train, string validation) =>
        Path.GetFullPath(train) == Path.GetFullPath(validation)
            ? Result.Failure<string, Error>(
                new("--validation", $"{validation}, as --train says", "another file", "Choose another name.")
            )
            : Result.Success<string, Error>(train);

    /// <summary>The episodes for validation, ascending: a function of seed, count and fraction.</summary>
    public static ImmutableArray<int> Chosen(int episodeCount, double fraction, ulong seed)
    {
        var key = RngKey.Root(seed).Fold("split");
        var count = (int)Math.Round(episodeCount * fraction, MidpointRounding.AwayFromZero);
        return
        [
            .. Enumerable
                .Range(0, episodeCount)
                .OrderBy(index => key.Bits((ulong)index).First)
                .ThenBy(index => index)
                .Take(Math.Clamp(count, 1, Math.Max(1, episodeCount - 1)))
                .Order(),
        ];
    }

    private static Result<(DemonstrationRecord Train, DemonstrationRecord Validation), Error> Split(
        LoadedDataset dataset,
        DatasetSidecar sidecar,
        SplitRequest request
    )
    {
        var count = dataset.Content.Episodes.Length;
        if (count < 2)
        {
            return Result.Failure<(DemonstrationRecord, DemonstrationRecord), Error>(
                new(
                    dataset.Path,
                    dataset.Content.Features.Episodes ? "one episode" : "no episodes",
                    "at least two episodes, for whole ones are split",
                    "Collect more, or import it with --episode-steps."
                )
            );
        }

        var chosen = Chosen(count, request.Fraction, request.Seed);
        var others = Enumerable.Range(0, count).Except(chosen);
        return Result.Success<(DemonstrationRecord, DemonstrationRecord), Error>(
            (
                new(Described("train"), dataset.Content.Only(others)),
                new(Described("validation"), dataset.Content.Only(chosen))
            )
        );

        DatasetSidecar Described(string part) =>
            sidecar with
            {
                Derivations = new(
                    sidecar.Derivations.Items.Add(
                        new(
                            "split",
                            [dataset.ContentHash],
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{part} part, fraction {request.Fraction}, seed {request.Seed}"
                            )
                        )
                    )
                ),
            };
    }

    private static void Write(
        Terminal terminal,
        bool isJson,
        ImmutableArray<(string Path, DemonstrationRecord Part)> parts
    )
    {
        if (isJson)
        {
            terminal.WriteJson(writer =>
            {
                foreach (var ((path, part), name) in parts.Zip((string[])["train", "validation"]))
                {
                    writer.WriteStartObject(name);
                    writer.WriteString("path", path);
                    writer.WriteNumber("steps", part.Content.RowCount);
                    writer.WriteNumber("episodes", part.Content.Episodes.Length);
                    writer.WriteEndObject();
                }
            });
            return;
        }

        foreach (var (path, part) in parts)
        {
            DatasetWriting.Tell(terminal, path, part.Sidecar, part.Content);
        }

        terminal.Out.Flush();
    }
}
