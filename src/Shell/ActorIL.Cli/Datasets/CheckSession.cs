using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Plugins;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset check`: every claim about a data set that can be looked at.</summary>
internal static class CheckSession
{
    private const int WordWidth = 8;
    private const int NameWidth = 14;

    public static ExitCode Run(Terminal terminal, string path, bool isJson) =>
        DatasetFile
            .Open(path)
            .Match(
                dataset =>
                {
                    var claims = Claims(dataset, terminal.Catalog);
                    if (isJson)
                    {
                        WriteJson(terminal, dataset, claims);
                    }
                    else
                    {
                        WriteText(terminal.Out, dataset, claims);
                        terminal.Out.Flush();
                    }

                    return claims.Any(claim => claim.IsBroken) ? ExitCode.Error : ExitCode.Success;
                },
                error => terminal.Fail(error)
            );

    /// <summary>Every claim with what came of it.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="catalog">The environments this program has.</param>
    public static ImmutableArray<DatasetClaim> Claims(LoadedDataset dataset, Catalog catalog) =>
        [Hash(dataset), .. ContentClaims.Of(dataset), .. EnvironmentClaims.Of(dataset, catalog)];

    private static DatasetClaim Hash(LoadedDataset dataset)
    {
        const string claim = "the arrays are those the sidecar speaks of";
        return dataset.Described is { } described
            ? DatasetClaim.Of(
                "hash",
                claim,
                dataset.ContentHash,
                DatasetFile.HashProblem(dataset) is null
                    ? []
                    : [new Finding("sidecar, content_hash", described.ContentHash, dataset.ContentHash)]
            )
            : DatasetClaim.Skip("hash", claim, "no sidecar");
    }

    private static void WriteText(TextWriter output, LoadedDataset dataset, ImmutableArray<DatasetClaim> claims)
    {
        output.Write($"{dataset.Path}: {DatasetText.Of(dataset)}\n");
        foreach (var claim in claims)
        {
            var name = claim.Name.PadRight(NameWidth);
            _ = claim.Outcome.Match(
                held: held => Line("ok", name + held.Detail),
                broken: broken => broken.Findings.All(finding => Line("FAILED", name + Sentence(finding))),
                skipped: skipped => Line("skipped", name + skipped.Reason)
            );
        }

        var (broken, skipped) = (claims.Count(claim => claim.IsBroken), claims.Count(IsSkipped));
        output.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{claims.Length - broken - skipped} claims hold, {broken} broken, {skipped} could not be checked\n"
            )
        );

        bool Line(string word, string text)
        {
            output.Write($"{word.PadRight(WordWidth)} {text.TrimEnd()}\n");
            return true;
        }
    }

    private static string Sentence(Finding finding) =>
        $"{finding.Place}: found {finding.Found}; wanted {finding.Wanted}";

    private static bool IsSkipped(DatasetClaim claim) =>
        claim.Outcome.Match(held: _ => false, broken: _ => false, skipped: _ => true);

    private static void WriteJson(Terminal terminal, LoadedDataset dataset, ImmutableArray<DatasetClaim> claims) =>
        terminal.WriteJson(writer =>
        {
            writer.WriteString("path", dataset.Path);
            writer.WriteString("environment", dataset.Sidecar?.Environment);
            writer.WriteNumber("steps", dataset.Content.RowCount);
            writer.WriteNumber("episodes", dataset.Content.Episodes.Length);
            writer.WriteBoolean("passed", !claims.Any(claim => claim.IsBroken));
            writer.WriteStartArray("claims");
            foreach (var claim in claims)
            {
                var (outcome, detail, findings) = claim.Outcome.Match<(string, string, ImmutableArray<Finding>)>(
                    held: held => ("held", held.Detail, []),
                    broken: broken => ("broken", "", broken.Findings),
                    skipped: skipped => ("skipped", skipped.Reason, [])
                );
                writer.WriteStartObject();
                writer.WriteString("name", claim.Name);
                writer.WriteString("claim", claim.Claim);
                writer.WriteString("outcome", outcome);
                writer.WriteString("detail", detail);
                writer.WriteStartArray("findings");
                foreach (var finding in findings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("place", finding.Place);
                    writer.WriteString("found", finding.Found);
                    writer.WriteString("wanted", finding.Wanted);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
