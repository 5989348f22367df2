using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset merge FILE FILE... --out FILE`.</summary>
internal static class DatasetMergeVerb
{
    private const string DuplicatesName = "--duplicates";
    private const string Drop = "drop";
    private const string Refuse = "refuse";
    private const int FileCountMax = 1000;

    private const string Notes = """
        All must have the same environment, with the same constants and spaces, and the same preprocessing. Episodes
        keep their keys and sources. Two episodes are the same where all their steps are, bit for bit. Arrays that not
        all have are left out.

        JSON: path, steps, episodes, duplicates_dropped, arrays_dropped[]

        """;

    public static Verb Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = "Two data sets or more, in the order wanted.",
            Arity = new ArgumentArity(2, FileCountMax),
        };
        files.RefuseFlags();
        var target = DatasetVerb.Target(Flags.OutName, "A new data set, NAME.npz.");
        target.Required = true;
        var (duplicates, json) = (Duplicates(), Flags.Json());
        var verb = new Verb("merge", "Makes one data set of several.")
        {
            Notes = Notes,
            Examples =
            [
                "dataset merge one.npz other.npz --out both.npz",
                "dataset merge one.npz other.npz --out both.npz --duplicates drop --json",
            ],
            Arguments = { files },
            Options = { target, duplicates, json },
        };
        verb.SetAction(parsed =>
            (int)
                MergeSession.Run(
                    terminal,
                    [.. parsed.GetRequiredValue(files)],
                    parsed.GetRequiredValue(target) ?? "",
                    parsed.GetValue(duplicates) == Drop,
                    parsed.GetValue(json)
                )
        );
        return verb;
    }

    private static Option<string?> Duplicates() =>
        new(DuplicatesName)
        {
            Description = "Episodes that are there twice: `refuse` (the default) or `drop` the later ones.",
            HelpName = "WHAT",
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (text is Drop or Refuse)
                {
                    return text;
                }

                result.AddError(
                    UsageErrors.Encode(
                        new(DuplicatesName, $"\"{text}\"", $"\"{Refuse}\" or \"{Drop}\"", "Choose one of the two.")
                    )
                );
                return null;
            },
        };
}
