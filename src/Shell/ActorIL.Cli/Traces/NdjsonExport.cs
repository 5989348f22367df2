using ActorIL.Core.Fields;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Deliveries as JSON objects, one a line.</summary>
internal static class NdjsonExport
{
    /// <summary>Writes the lines; returns how many.</summary>
    public static long Write(TextWriter output, IEnumerable<TraceEntry.Delivered> deliveries)
    {
        var count = 0L;
        foreach (var delivered in deliveries)
        {
            output.Write(
                JsonText.Object(
                    writer =>
                    {
                        _ = DeliveryJson.Write(writer, delivered);
                        FieldJson.Write(writer, "payload", PayloadOf(delivered));
                    },
                    isIndented: false
                )
            );
            output.Write('\n');
            count++;
        }

        return count;
    }

    private static FieldNode? PayloadOf(TraceEntry.Delivered delivered) =>
        delivered.Record.Payload.IsEmpty
            ? null
            : FieldTree
                .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                .Match<FieldNode?>(node => node, _ => null);
}
