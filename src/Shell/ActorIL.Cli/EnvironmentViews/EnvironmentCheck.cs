using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Environments;
using ActorIL.Environments.Checks;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>The conformance kit's verdict.</summary>
internal static class EnvironmentCheck
{
    public static ExitCode Write(Terminal terminal, EnvironmentEntry entry, ConformancePlan plan, bool isJson)
    {
        var report = Conformance.Check(entry.Module, plan);
        if (terminal.Plugins.OfEnvironment(terminal.Catalog, entry.Id) is { } plugin)
        {
            report = report with { Checks = new([.. report.Checks, PluginClaims.NoAmbientCalls(plugin)]) };
        }

        if (isJson)
        {
            terminal.WriteJson(writer => WriteFields(writer, report));
        }
        else
        {
            terminal.Out.Write($"{report}\n");
            terminal.Out.Write($"{report.EnvironmentId} {(report.Passed ? "keeps" : "breaks")} the contract.\n");
        }

        return report.Passed ? ExitCode.Success : ExitCode.Error;
    }

    private static void WriteFields(Utf8JsonWriter writer, ConformanceReport report)
    {
        writer.WriteString("environment", report.EnvironmentId);
        writer.WriteBoolean("passed", report.Passed);
        writer.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            var (outcome, evidence) = check.Outcome.Match<(string, string?)>(
                passed: _ => ("passed", null),
                warned: warned => ("warned", warned.Evidence.ToString()),
                failed: failed => ("failed", failed.Evidence.ToString())
            );
            writer.WriteStartObject();
            writer.WriteString("name", check.Name);
            writer.WriteString("claim", check.Claim);
            writer.WriteString("outcome", outcome);
            writer.WriteString("evidence", evidence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
