namespace ActorIL.Plugins;

/// <summary>
/// What a class library brings to the program: the one class in which it lists its entries, public and with a
/// constructor without parameters. What comes with the program is listed in the same way.
/// </summary>
public interface IPlugin
{
    /// <summary>Its name in manifests and errors: letters, digits, dots and hyphens; unlike other plug-ins'.</summary>
    string Name { get; }

    /// <summary>Its version, such as 1.2.0: raise it when a run would give other numbers.</summary>
    string Version { get; }

    /// <summary>What it brings.</summary>
    PluginEntries Entries { get; }
}
