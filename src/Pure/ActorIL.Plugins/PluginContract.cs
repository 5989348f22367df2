using System.Globalization;

namespace ActorIL.Plugins;

/// <summary>The contract between the program and plug-ins: the version of this assembly.</summary>
public static class PluginContract
{
    /// <summary>The contract of this program, such as 1.0: the first two numbers of the assembly's version.</summary>
    public static string Version
    {
        get
        {
            var version = typeof(PluginContract).Assembly.GetName().Version ?? new Version(0, 0);
            return string.Create(CultureInfo.InvariantCulture, $"{version.Major}.{version.Minor}");
        }
    }
}
