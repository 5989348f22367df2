using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>One environment in full.</summary>
internal static class EnvironmentPage
{
    public static ExitCode Write(Terminal terminal, EnvironmentEntry entry, bool isJson)
    {
        var parameters = EnvironmentParameters.List(entry.Module);
        if (isJson)
        {
            terminal.WriteJson(writer => WriteFields(writer, entry, parameters));
        }
        else
        {
            WriteText(terminal.Out, entry, parameters);
        }

        return ExitCode.Success;
    }

    private static void WriteText(
        TextWriter output,
        EnvironmentEntry entry,
        ImmutableArray<EnvironmentParameter> parameters
    )
    {
        var seeding = entry.GymnasiumSeeded.Match(_ => "same seed, same start", error => error.Found);
        output.Write($"{entry.Id}: {entry.Module.Summary}\n");
        output.Write($"  observations  {entry.Module.Observations}\n");
        output.Write($"  actions       {entry.Module.Actions}\n");
        output.Write($"  controller    {entry.Controller.Match(policy => policy.Name, error => error.Found)}\n");
        output.Write($"  controllers   {string.Join(", ", entry.Controllers.Select(known => known.Name))}\n");
        output.Write($"  danger        {entry.Danger.Match(_ => "measured", error => error.Found)}\n");
        output.Write(entry.Perturbation.Match(PerturbationText.Of, error => $"  perturbation  {error.Found}\n"));
        output.Write($"  Gymnasium     {seeding}\n");
        output.Write("  parameters    (environment.parameters in a configuration)\n");
        foreach (var parameter in parameters)
        {
            output.Write($"    {parameter.Name} = {parameter.Json}\n");
        }

        output.Write($"  state         {string.Join(", ", StateFields(entry))}\n");
    }

    private static void WriteFields(
        Utf8JsonWriter writer,
        EnvironmentEntry entry,
        ImmutableArray<EnvironmentParameter> parameters
    )
    {
        writer.WriteString("name", entry.Id);
        writer.WriteString("summary", entry.Module.Summary);
        writer.WriteBoolean("has_controller", entry.Controller.Match(_ => true, _ => false));
        writer.WriteStartArray("controllers");
        foreach (var known in entry.Controllers)
        {
            writer.WriteStringValue(known.Name);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_danger", entry.Danger.Match(_ => true, _ => false));
        writer.WriteBoolean("has_gymnasium_seeding", entry.GymnasiumSeeded.Match(_ => true, _ => false));
        PerturbationText.Write(writer, entry.Perturbation.Match<IPerturbation?>(found => found, _ => null));
        SpaceView.Write(writer, "observations", entry.Module.Observations);
        SpaceView.Write(writer, "actions", entry.Module.Actions);
        writer.WriteStartObject("parameters");
        foreach (var parameter in parameters)
        {
            writer.WritePropertyName(parameter.Name);
            writer.WriteRawValue(parameter.Json);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("state");
        foreach (var field in StateFields(entry))
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<string> StateFields(EnvironmentEntry entry)
    {
        var state = entry.Module.Open(new StateListing());
        return Names(state, state, "");
    }

    private static IEnumerable<string> Names(RecordDescription root, RecordDescription record, string prefix) =>
        record.Fields.SelectMany(field =>
            Nested(root, field) is { } inner ? Names(root, inner, $"{prefix}{field.Name}.") : [prefix + field.Name]
        );

    private static RecordDescription? Nested(RecordDescription root, FieldDescription field) =>
        root.Mentioned.FirstOrDefault(other => other.Name == field.Nested);
}
