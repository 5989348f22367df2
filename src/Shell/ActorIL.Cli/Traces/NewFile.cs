using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>Files that verbs make and never overwrite.</summary>
internal static class NewFile
{
    /// <summary>The path, if nothing is there yet but the folder it is to be in.</summary>
    public static Result<string, Error> Check(string path) =>
        !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))
            ? Result.Failure<string, Error>(
                new(
                    path,
                    "no such folder on the way",
                    "a file that can be written",
                    "Check the path, or create the folder first."
                )
            )
        : File.Exists(path) || Directory.Exists(path)
            ? Result.Failure<string, Error>(
                new(path, "a file that exists", "a new file", "Choose another name, or delete the file first.")
            )
        : Result.Success<string, Error>(path);
}
