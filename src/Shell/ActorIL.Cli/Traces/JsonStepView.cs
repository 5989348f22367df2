using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Traces;

/// <summary>A walk for programs: one object a line and command.</summary>
/// <param name="terminal">Where they go.</param>
internal sealed class JsonStepView(Terminal terminal) : IStepView
{
    public void Prompt()
    {
        // A program does not wait to be asked.
    }

    public void Show(StepScreen screen) =>
        Write(writer =>
        {
            writer.WriteString("command", screen.Command);
            writer.WriteNull("error");
            if (screen is { Command: StepCommands.Show or StepCommands.Where, Shown: { } shown })
            {
                ShowJson.Write(writer, shown);
            }
            else if (screen.Shown is { } place)
            {
                _ = DeliveryJson.Write(writer, place.Delivered);
            }

            if (screen.Command == StepCommands.Actors)
            {
                WriteActors(writer, screen);
            }
        });

    public void Refuse(string command, Error error) =>
        Write(writer =>
        {
            writer.WriteString("command", command);
            writer.WriteString("error", error.ToString());
        });

    private static void WriteActors(Utf8JsonWriter writer, StepScreen screen)
    {
        writer.WriteStartArray("actors");
        foreach (var actor in screen.Actors)
        {
            writer.WriteStartObject();
            writer.WriteString("path", actor.Path);
            writer.WriteString("state_hash", actor.StateHash.ToString("x16", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Write(Action<Utf8JsonWriter> fields)
    {
        terminal.Out.Write(JsonText.Object(fields, isIndented: false));
        terminal.Out.Write('\n');
        terminal.Out.Flush();
    }
}
