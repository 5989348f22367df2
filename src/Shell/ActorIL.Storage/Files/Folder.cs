using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>Folders that files are to be written into.</summary>
public static class Folder
{
    /// <summary>Makes the folder and its parents where they are not there yet; returns its full path.</summary>
    public static Result<string, Error> Make(string path) =>
        FileEdge.Try(
            path,
            "a folder that can be written",
            () => Result.Success<string, Error>(Directory.CreateDirectory(path).FullName)
        );
}
