using ActorIL.Testing;

namespace ActorIL.Storage.Tests;

/// <summary>
/// A real file system of a few pages, which can be filled or made read-only; only where mounting is allowed.
/// </summary>
internal sealed class TemporaryDisk : IDisposable
{
    private readonly TemporaryFolder _folder;

    private TemporaryDisk(TemporaryFolder folder) => _folder = folder;

    public string Path => _folder.Path;

    /// <summary>A path on it.</summary>
    public string this[string name] => _folder[name];

    /// <summary>What is on it, sorted.</summary>
    public IEnumerable<string> Names => _folder.Names;

    /// <summary>A disk of that many bytes; skips the test where the system does not let it mount one.</summary>
    public static TemporaryDisk OrSkip(int sizeBytes)
    {
        var folder = new TemporaryFolder();
        var options = FormattableString.Invariant($"size={sizeBytes}");
        var isMounted =
            OperatingSystem.IsLinux()
            && Environment.IsPrivilegedProcess
            && Tool.Succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.Path);
        if (!isMounted)
        {
            folder.Dispose();
            Assert.Skip("Mounting a small disk takes Linux and root.");
        }

        return new(folder);
    }

    /// <summary>Allows reading only.</summary>
    public void MakeReadOnly() => Assert.True(Tool.Succeeds("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Assert.True(Tool.Succeeds("umount", Path));
        _folder.Dispose();
    }
}
