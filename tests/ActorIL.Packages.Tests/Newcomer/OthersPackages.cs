using System.Diagnostics;

namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>The packages that these tests were built with, and where they came from.</summary>
public static class OthersPackages
{
    /// <summary>Lets a process use them. The analyzers among them have seen these sources already.</summary>
    public static void Lend(ProcessStartInfo start)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        start.Environment["NUGET_PACKAGES"] =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        start.Environment["RunAnalyzers"] = "false";
        start.Environment["EnforceCodeStyleInBuild"] = "false";
        var settings = Path.Combine(home, ".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(settings))
        {
            start.Environment["RestoreConfigFile"] = settings;
        }
    }
}
