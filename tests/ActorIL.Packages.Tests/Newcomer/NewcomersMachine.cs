using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>
/// A folder that stands for the machine of somebody new: a home of its own with no packages, tools and templates, the
/// sources as one gets them, and an empty folder to begin in. Nothing outside of it is written.
/// </summary>
public sealed class NewcomersMachine : IDisposable
{
    // Far above what any command needs: it ends a hang, it measures nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("actoril-newcomer-");

    public NewcomersMachine()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Desk);
        SourceCopy.Write(Sources);

        // No source but the one that the commands add: everything must come from there.
        var settings = Directory.CreateDirectory(Path.Combine(Home, ".nuget", "NuGet"));
        File.WriteAllText(
            Path.Combine(settings.FullName, "NuGet.Config"),
            "<configuration><packageSources><clear /></packageSources></configuration>"
        );
    }

    /// <summary>The sources, in another folder than those that are tested here.</summary>
    public string Sources => Path.Combine(_root.FullName, "sources");

    /// <summary>Where work begins: an empty folder outside the sources.</summary>
    public string Desk => Path.Combine(_root.FullName, "desk");

    /// <summary>The folder that packages were packed to.</summary>
    public string Feed => Path.Combine(Home, "actoril-packages");

    private string Home => Path.Combine(_root.FullName, "home");

    /// <summary>Runs one command line, as a shell does.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="line">As typed.</param>
    public CommandResult Run(string folder, string line)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", line + " 2>&1"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = Home;
        start.Environment["DOTNET_CLI_HOME"] = Home;
        start.Environment["DOTNET_ROOT"] = runtime;
        start.Environment["PATH"] = $"{runtime}:{path}:{Path.Combine(Home, ".dotnet", "tools")}";
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Home, ".nuget", "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (folder == Sources)
        {
            // Building the program needs packages of others, which are here already; none of them is ours.
            OthersPackages.Lend(start);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{line} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{line} did not end.");
        }

        return new(line, process.ExitCode, output.GetAwaiter().GetResult());
    }

    public void Dispose() => _root.Delete(recursive: true);
}
