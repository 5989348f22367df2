using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>A channel of deliveries.</summary>
/// <param name="Topic">As in /environment-block/block-message.</param>
/// <param name="Message">The type of the messages.</param>
/// <param name="Payload">Their fields, as the trace describes them.</param>
public sealed record TraceChannel(string Topic, TypeName Message, RecordDescription Payload)
{
    /// <summary>The role of the receivers: the name of their behaviour.</summary>
    public string Role => Topic.Split('/') is [_, var role, ..] ? role : "";
}
