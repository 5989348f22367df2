using System.Runtime.CompilerServices;
using System.Text;

namespace ActorIL.Testing;

/// <summary>
/// Snapshot tests with the file conventions of Verify: <c>Class.Method[_parameter].verified.txt</c> beside the test,
/// <c>.received.txt</c> (never committed) when the text differs.
/// </summary>
public static class Snapshot
{
    /// <summary>The one command that accepts every changed snapshot.</summary>
    public const string AcceptCommand = "ACTORIL_ACCEPT=1 dotnet test ActorIL.sln -c Release";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What to do with a text that differs from its verified file.</summary>
    public enum Mode
    {
        /// <summary>Fail, and leave the received text beside the verified one.</summary>
        Compare,

        /// <summary>Rewrite the verified file.</summary>
        Accept,

        /// <summary>Fail with the reason: snapshots are accepted by a person, never by a build server.</summary>
        Refuse,
    }

    /// <summary>Fails unless the text equals its verified file; line ends do not matter.</summary>
    /// <param name="text">The text that was produced.</param>
    /// <param name="parameter">Tells the cases of a theory apart; part of the file's name.</param>
    /// <param name="callerFilePath">Filled in by the compiler.</param>
    /// <param name="callerMemberName">Filled in by the compiler.</param>
    public static void Matches(
        string text,
        string parameter = "",
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    )
    {
        var source = RepositoryRoot.SourcePath(callerFilePath);
        var folder = Path.GetDirectoryName(source) ?? RepositoryRoot.Folder;
        var name = Name(TestCommand.ClassOf(callerFilePath), callerMemberName, parameter);
        var failure = Compare(Path.Combine(folder, name), text, ModeOf(Environment.GetEnvironmentVariable));
        if (failure.Length > 0)
        {
            Assert.Fail(failure);
        }
    }

    /// <summary>The file name without its ending; characters that no file system takes become dashes.</summary>
    public static string Name(string className, string methodName, string parameter)
    {
        var name = parameter.Length == 0 ? $"{className}.{methodName}" : $"{className}.{methodName}_{parameter}";
        return string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '=' ? c : '-'));
    }

    /// <summary>What the environment asks for: <c>ACTORIL_ACCEPT=1</c> accepts, except where <c>CI=true</c>.</summary>
    public static Mode ModeOf(Func<string, string?> variable)
    {
        var accepts = variable("ACTORIL_ACCEPT") == "1";
        var isBuildServer = string.Equals(variable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        return accepts
            ? isBuildServer
                ? Mode.Refuse
                : Mode.Accept
            : Mode.Compare;
    }

    /// <summary>Compares a text with <c>path.verified.txt</c>; the failure message, empty when they agree.</summary>
    public static string Compare(string path, string text, Mode mode)
    {
        var verified = path + ".verified.txt";
        var received = path + ".received.txt";
        var found = Normalise(text);
        var exists = File.Exists(verified);
        var wanted = exists ? Normalise(File.ReadAllText(verified, Utf8)) : string.Empty;
        if (exists && wanted == found)
        {
            File.Delete(received);
            return string.Empty;
        }

        if (mode == Mode.Accept)
        {
            File.WriteAllText(verified, found, Utf8);
            File.Delete(received);
            return string.Empty;
        }

        File.WriteAllText(received, found, Utf8);
        var file = RepositoryRoot.Relative(verified);
        var change = exists
            ? $"{file} differs (- verified, + received):\n{LineDifference.Describe(wanted, found)}"
            : $"{file} does not exist. Received:\n{LineDifference.Describe(string.Empty, found)}";
        return mode == Mode.Refuse
            ? $"{change}\nACTORIL_ACCEPT is refused where CI=true: accept the snapshot on your machine, and commit it."
            : $"{change}\nIf the new text is right, accept it with: {AcceptCommand}";
    }

    /// <summary>One form for every platform: LF, no byte-order mark, exactly one line end at the end.</summary>
    private static string Normalise(string text) =>
        text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
