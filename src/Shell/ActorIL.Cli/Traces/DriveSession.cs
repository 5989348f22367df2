using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorIL.Actors.Driving;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Traces;

/// <summary>Hands one actor what it was handed in history, and compares what it does.</summary>
internal static class DriveSession
{
    private const int ShownCountMax = 20;
    private const int FieldCountMax = 5;

    public static ExitCode Run(Terminal terminal, DriveRequest request) =>
        ReplayedRun
            .Open(request.File, terminal.Plugins)
            .Match(
                run =>
                {
                    using (run)
                    {
                        return Run(terminal, request, run);
                    }
                },
                errors => terminal.Fail(errors)
            );

    private static ExitCode Run(Terminal terminal, DriveRequest request, ReplayedRun run) =>
        ActorDrive
            .Of(RunSystem.Root(run.Run.Plan), RunSystem.Settings(run.Run.Plan), request.Actor)
            .Then(drive => TraceDrive.Run(run.Trace, drive, request.Actor))
            .Match(
                report =>
                {
                    if (request.IsJson)
                    {
                        terminal.WriteJson(writer => Write(writer, request, report));
                    }
                    else
                    {
                        terminal.Out.Write(Render(request, report));
                        terminal.Out.Flush();
                    }

                    return report.IsSame ? ExitCode.Success : ExitCode.Diverged;
                },
                error => terminal.Fail(error)
            );

    private static string Render(DriveRequest request, DriveReport report)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{(report.IsSame ? "same" : "different")}: {request.Actor} took {report.InputCount} messages\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"  sent as in history   {report.SameCount}\n");
        text.Append(CultureInfo.InvariantCulture, $"  sent to nobody       {report.UndeliveredCount}\n");
        text.Append(CultureInfo.InvariantCulture, $"  failures in history  {report.FailureCount}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"  state at the end     {report.StateHash:x16}, {report.DigestCount} digests compared\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"  mismatches           {report.MismatchCount}\n");
        foreach (var mismatch in report.Mismatches.Take(ShownCountMax))
        {
            text.Append(CultureInfo.InvariantCulture, $"  at delivery {mismatch.Ordinal}: {mismatch.What}\n");
            foreach (var field in mismatch.Fields.Take(FieldCountMax))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    {field.Path}: history {LeafText.Of(field.One) ?? "nothing"}, "
                );
                text.Append(CultureInfo.InvariantCulture, $"code {LeafText.Of(field.Other) ?? "nothing"}\n");
            }
        }

        return text.ToString();
    }

    private static void Write(Utf8JsonWriter writer, DriveRequest request, DriveReport report)
    {
        writer.WriteBoolean("same", report.IsSame);
        writer.WriteString("actor", request.Actor);
        writer.WriteNumber("inputs", report.InputCount);
        writer.WriteNumber("sent", report.SameCount);
        writer.WriteNumber("undelivered", report.UndeliveredCount);
        writer.WriteNumber("failures", report.FailureCount);
        writer.WriteString("state_hash", report.StateHash.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteNumber("digests", report.DigestCount);
        writer.WriteNumber("mismatch_count", report.MismatchCount);
        writer.WriteStartArray("mismatches");
        foreach (var mismatch in report.Mismatches)
        {
            writer.WriteStartObject();
            writer.WriteNumber("ordinal", mismatch.Ordinal);
            writer.WriteString("what", mismatch.What);
            writer.WriteStartArray("fields");
            foreach (var field in mismatch.Fields)
            {
                writer.WriteStartObject();
                writer.WriteString("field", field.Path);
                writer.WriteString("recorded", LeafText.Of(field.One));
                writer.WriteString("recomputed", LeafText.Of(field.Other));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
