using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>A channel that a trace already has.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Id">Its id.</param>
/// <param name="SchemaName">The name of its schema.</param>
/// <param name="SchemaId">The id of its schema.</param>
public sealed record ChannelState(string Topic, int Id, string SchemaName, int SchemaId) : IFields<ChannelState>
{
    public static TypeName Name => new("actoril.channel-state", 1);

    public static ChannelState Fields<TVisitor>(scoped ref TVisitor visitor, ChannelState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var topic = value?.Topic ?? "";
        var id = value?.Id ?? 0;
        var schemaName = value?.SchemaName ?? "";
        var schemaId = value?.SchemaId ?? 0;
        visitor.Field(1, "topic", ref topic);
        visitor.Field(2, "id", ref id);
        visitor.Field(3, "schema_name", ref schemaName);
        visitor.Field(4, "schema_id", ref schemaId);
        return TVisitor.Rebuilds ? new(topic, id, schemaName, schemaId) : value!;
    }
}
