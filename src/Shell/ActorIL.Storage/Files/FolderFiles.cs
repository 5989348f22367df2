using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>Folders inside a run directory.</summary>
public static class FolderFiles
{
    /// <summary>Makes a folder where there is none; returns the path.</summary>
    public static Result<string, Error> Create(string path) =>
        FileEdge.Try(
            path,
            "a folder that can be made",
            () => Result.Success<string, Error>(Directory.CreateDirectory(path).FullName)
        );
}
