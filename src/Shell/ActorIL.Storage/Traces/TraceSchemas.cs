using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>The schemas of a trace's channels.</summary>
internal static class TraceSchemas
{
    private const string DeliveryPrefix = "actoril.delivery-of.";

    /// <summary>A delivery whose payload is a message of this type: the same bytes, described more closely.</summary>
    public static RecordDescription Delivery(MessageType type)
    {
        var delivery = FieldCodec.Describe<DeliveryRecord>();
        var message = type.Description;
        return new(
            new(DeliveryPrefix + type.Name.Name, type.Name.Version),
            [
                .. delivery.Fields.Select(field =>
                    field.Number == DeliveryRecord.PayloadNumber ? Payload(field, message) : field
                ),
            ],
            [.. delivery.Mentioned, message with { Mentioned = [] }, .. message.Mentioned]
        );
    }

    /// <summary>The message that deliveries of this schema hold; null for another kind of schema.</summary>
    public static RecordDescription? PayloadOf(RecordDescription delivery)
    {
        var payload = delivery.Fields.FirstOrDefault(field => field.Number == DeliveryRecord.PayloadNumber);
        return delivery.Name.Name.StartsWith(DeliveryPrefix, StringComparison.Ordinal) && payload?.Nested is { } name
            ? delivery.Mentioned.FirstOrDefault(mentioned => mentioned.Name == name) is { } message
                ? message with
                {
                    Mentioned = delivery.Mentioned,
                }
                : null
            : null;
    }

    private static FieldDescription Payload(FieldDescription field, RecordDescription message) =>
        field with
        {
            Kind = FieldKind.Record,
            Nested = message.Name,
        };
}
