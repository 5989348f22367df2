using System.Text.RegularExpressions;

namespace ActorIL.Cli.Tests.Running;

public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("from-the-start", 0)]
    [InlineData("during-the-run", 160)]
    public async Task A_full_disk_is_explained(string name, int freeKilobytes)
    {
        var disk = _folder.Combine("disk");
        Directory.CreateDirectory(disk);
        var file = _folder.Write("endless.conf", SmallExperiments.Endless);
        Assert.SkipUnless(OperatingSystem.IsLinux() && await CanMountAsync(disk), "No small disk can be mounted here.");

        // A disk of 256 kB, all but the last of them taken.
        var fill = $"head -c {(256 - freeKilobytes) * 1024} /dev/zero > {disk}/filler; ";
        var run = $"{ProgramProcess.DotnetPath} {ProgramProcess.ProgramPath} run {file} --out {disk}/output; code=$?; ";
        var list = $"echo --- left; cd {disk}/output 2>/dev/null && find . -type f -size +0 | sort; exit $code";
        using var child = ProgramProcess.StartOther(
            "unshare",
            _folder.Folder,
            "-rm",
            "sh",
            "-c",
            Mount(disk) + fill + run + list
        );
        var result = await child.EndAsync();
        Assert.Equal(1, result.Code);
        Assert.DoesNotContain(".partial", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Snapshot.Matches(FirstError(result.Error, disk), name);
    }

    /// <summary>Which file meets the end of the disk first depends on the size of its pages.</summary>
    private static string FirstError(string text, string disk)
    {
        var lines = text[text.IndexOf("error:", StringComparison.Ordinal)..].Split('\n').Take(4);
        var error = string.Join('\n', lines).Replace(disk, "{disk}", StringComparison.Ordinal);
        error = Regex.Replace(error, "output/[^ \n]+", "output/{file}");
        return Regex.Replace(error, "wanted: an? [A-Za-z ]*file", "wanted: a {kind of} file");
    }

    private static string Mount(string disk) => $"mount -t tmpfs -o size=256k tmpfs {disk} && ";

    private async Task<bool> CanMountAsync(string disk)
    {
        try
        {
            using var child = ProgramProcess.StartOther(
                "unshare",
                _folder.Folder,
                "-rm",
                "sh",
                "-c",
                Mount(disk) + "true"
            );
            return (await child.EndAsync()).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
