using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>Files that verbs make and never overwrite.</summary>
internal static class NewFile
{
    /// <summary>The path, if nothing is there yet.</summary>
    public static Result<string, Error> Check(string path) =>
        File.Exists(path) || Directory.Exists(path)
            ? Result.Failure<string, Error>(
                new(path, "a file that exists", "a new file", "Choose another name, or delete the file first.")
            )
            : Result.Success<string, Error>(path);
}
