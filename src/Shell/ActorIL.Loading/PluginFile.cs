using System.Security.Cryptography;
using ActorIL.Core.Prelude;

namespace ActorIL.Loading;

/// <summary>The bytes of a plug-in's file.</summary>
/// <param name="Path">Where they were read.</param>
/// <param name="Bytes">All of them.</param>
internal sealed record PluginFile(PluginPath Path, byte[] Bytes)
{
    private const string Wanted = "the DLL of a plug-in";

    /// <summary>SHA-256, 64 hexadecimal digits.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Reads a file, or says why it cannot be.</summary>
    public static Result<PluginFile, Error> Read(PluginPath path)
    {
        if (Directory.Exists(path.Full))
        {
            return Fail(path, "a folder", "Name the file in it, such as bin/Release/net10.0/My.dll.");
        }

        try
        {
            return Result.Success<PluginFile, Error>(new(path, File.ReadAllBytes(path.Full)));
        }
        catch (FileNotFoundException)
        {
            return Missing(path);
        }
        catch (DirectoryNotFoundException)
        {
            return Missing(path);
        }
        catch (IOException failure)
        {
            return Unreadable(path, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            return Unreadable(path, failure);
        }
    }

    private static Result<PluginFile, Error> Missing(PluginPath path) =>
        Fail(
            path,
            path.AsTyped == path.Full ? "no such file" : $"no file {path.Full}",
            OtherBuild.Of(path) is { } other
                ? $"There is {other}: name that one, or build the plug-in so that this one is there."
                : "Build the plug-in, or correct the path."
        );

    private static Result<PluginFile, Error> Unreadable(PluginPath path, Exception failure) =>
        Fail(path, $"a file that cannot be read: {failure.Message}", "Make it readable.");

    private static Result<PluginFile, Error> Fail(PluginPath path, string found, string remedy) =>
        Result.Failure<PluginFile, Error>(new(path.AsTyped, found, Wanted, remedy));
}
