using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>A channel of deliveries.</summary>
/// <param name="Topic">As in /environment-block/block-message.</param>
/// <param name="Message">The type of the messages.</param>
/// <param name="Payload">Their fields, as the trace describes them.</param>
public sealed record TraceChannel(string Topic, TypeName Message, RecordDescription Payload)
{
    /// <summary>The type of a message with its case, as in block-message.collect/1.</summary>
    public string MessageOf(DeliveryRecord record)
    {
        var name = Payload
            .Fields.FirstOrDefault(field => field.Number == record.Case && field.Kind == FieldKind.Case)
            ?.Name;
        return name is null
            ? Message.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{Message.Name}.{name}/{Message.Version}");
    }

    /// <summary>The role of the receivers: the name of their behaviour.</summary>
    public string Role => Topic.Split('/') is [_, var role, ..] ? role : "";
}
