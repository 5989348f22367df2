using System.Collections.Immutable;
using System.CommandLine;
using ActorIL.Cli.Plugins;

namespace ActorIL.Cli.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">One sentence or two.</param>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Whole command lines, without the program's name.</summary>
    public required ImmutableArray<string> Examples { get; init; }

    /// <summary>What it does with plug-ins, which gives it their flags.</summary>
    public PluginUse Plugins
    {
        get;
        init
        {
            field = value;
            PluginFlags.AddTo(this, value);
        }
    }

    /// <summary>
    /// What the help says after the options: the fields of <c>--json</c>, exit codes. Lines end with LF.
    /// </summary>
    public string Notes { get; init; } = "";
}
