using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What an envelope holds.</summary>
/// <param name="Form">How to read the rest.</param>
/// <param name="Bytes">Canonical bytes.</param>
/// <param name="TypeText">What a dead letter calls its type; empty where the bytes say it.</param>
/// <param name="MessageName">The type of a message that nobody is there to read.</param>
/// <param name="Blocks">Hashes of the blocks such a message mentions.</param>
public sealed record BodySnapshot(
    BodyForm Form,
    ImmutableArray<byte> Bytes,
    string TypeText,
    string MessageName,
    ImmutableArray<long> Blocks
) : IFields<BodySnapshot>
{
    public static TypeName Name => new("actoril.body", 1);

    /// <summary>Nothing at all.</summary>
    internal static BodySnapshot None { get; } = new(BodyForm.None, [], "", "", []);

    public static BodySnapshot Fields<TVisitor>(scoped ref TVisitor visitor, BodySnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var form = (int)(value?.Form ?? default);
        var bytes = value?.Bytes ?? [];
        var typeText = value?.TypeText ?? "";
        var messageName = value?.MessageName ?? "";
        var blocks = value?.Blocks ?? [];
        visitor.Field(1, "form", ref form);
        visitor.Field(2, "bytes", ref bytes);
        visitor.Field(3, "type_text", ref typeText);
        visitor.Field(4, "message_name", ref messageName);
        visitor.Field(5, "blocks", ref blocks);
        return TVisitor.Rebuilds ? new((BodyForm)form, bytes, typeText, messageName, blocks) : value!;
    }
}
