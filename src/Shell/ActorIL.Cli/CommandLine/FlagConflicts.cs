using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.CommandLine;

/// <summary>Flags that say nothing beside others: who types both is told, and none is left aside.</summary>
internal static class FlagConflicts
{
    /// <summary>Refuses a flag where another one is typed too.</summary>
    /// <param name="verb">The verb that has both.</param>
    /// <param name="flag">The one that would be left aside.</param>
    /// <param name="other">The other one.</param>
    public static void RefuseBeside(this Command verb, Option flag, Option other) =>
        verb.Validators.Add(result =>
        {
            if (IsTyped(result, flag) && IsTyped(result, other))
            {
                Add(result, flag, $"{flag.Name} beside {other.Name}", "one of the two", $"Leave {flag.Name} out.");
            }
        });

    /// <summary>Refuses a flag where another one is not typed.</summary>
    /// <param name="verb">The verb that has both.</param>
    /// <param name="flag">The one that says nothing alone.</param>
    /// <param name="needed">The other one.</param>
    public static void RefuseWithout(this Command verb, Option flag, Option needed) =>
        verb.Validators.Add(result =>
        {
            if (IsTyped(result, flag) && !IsTyped(result, needed))
            {
                Add(result, flag, $"{flag.Name} alone", $"{needed.Name} too", $"Add {needed.Name}.");
            }
        });

    private static bool IsTyped(CommandResult result, Option flag) => result.GetResult(flag) is { Implicit: false };

    private static void Add(CommandResult result, Option flag, string found, string wanted, string remedy) =>
        result.AddError(UsageErrors.Encode(new Error(flag.Name, found, wanted, remedy)));
}
