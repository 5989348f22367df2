using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Plugins;

/// <summary>The flags of every verb that may need plug-ins.</summary>
internal static class PluginFlags
{
    public const string PluginName = "--plugin";
    public const string AmbientName = "--allow-ambient-calls";
    public const string MismatchName = "--allow-plugin-mismatch";

    /// <summary>Gives a verb the flags that it needs for what it does.</summary>
    public static void AddTo(Command verb, PluginUse use)
    {
        if (use != PluginUse.None)
        {
            verb.Options.Add(Plugin(use));
        }

        if (use is PluginUse.Given or PluginUse.Recorded)
        {
            verb.Options.Add(
                new Option<bool>(AmbientName)
                {
                    Description = "Use plug-ins that call clocks, random numbers and the like; runs may not repeat.",
                }
            );
        }

        if (use == PluginUse.Recorded)
        {
            verb.Options.Add(
                new Option<bool>(MismatchName)
                {
                    Description = "Use plug-ins of other versions than the run had; results may differ.",
                }
            );
        }
    }

    /// <summary>What was typed.</summary>
    public static PluginRequest Read(ParseResult parsed) =>
        new(
            Find<string[]>(parsed, PluginName) is { } plugin ? [.. parsed.GetValue(plugin) ?? []] : [],
            Find<bool>(parsed, AmbientName) is { } ambient && parsed.GetValue(ambient),
            Find<bool>(parsed, MismatchName) is { } mismatch && parsed.GetValue(mismatch)
        );

    private static Option<string[]> Plugin(PluginUse use)
    {
        var plugin = new Option<string[]>(PluginName)
        {
            Description =
                use == PluginUse.Recorded
                    ? "A plug-in's DLL, in place of those the run found. May be repeated."
                    : "A plug-in's DLL, before those of the configuration. May be repeated.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        plugin.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError(
                    UsageErrors.Encode(new Error(PluginName, "an empty path", "the DLL of a plug-in", "Name one."))
                );
            }
        });
        return plugin;
    }

    private static Option<T>? Find<T>(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == name) as Option<T>;
}
