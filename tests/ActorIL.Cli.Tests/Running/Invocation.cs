using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Plugins;

namespace ActorIL.Cli.Tests.Running;

/// <summary>What came of a command line.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">What it printed.</param>
/// <param name="Error">What it printed on the error stream.</param>
internal sealed record Invocation(int Code, string Out, string Error)
{
    /// <summary>Runs the program within this process.</summary>
    public static Invocation Run(params string[] arguments) => Run(ProgramCatalog.Shipped(), arguments);

    /// <summary>Runs the program with other things to choose from.</summary>
    public static Invocation Run(Catalog catalog, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, _ => null, TimeProvider.System) { Plugins = new(catalog) };
        var code = ActorIlProgram.Run(arguments, terminal);
        return new((int)code, output.ToString(), error.ToString());
    }

    /// <summary>Everything, for a snapshot; what changes from machine to machine is given a name.</summary>
    public string Text(params ReadOnlySpan<(string Found, string Name)> names)
    {
        var text = $"exit code {Code}\n--- output\n{Out}--- error stream\n{Error}";
        foreach (var (found, name) in names)
        {
            text = text.Replace(found, name, StringComparison.Ordinal);
        }

        return text;
    }
}
