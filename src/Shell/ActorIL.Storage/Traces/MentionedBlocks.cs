using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>Finds the parameter blocks that decoded values name.</summary>
internal static class MentionedBlocks
{
    /// <summary>Adds the hash of every block a value names, itself or below.</summary>
    public static bool Collect(FieldNode node, SortedSet<ulong> hashes) =>
        node.Match(
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            block => block.Hash == 0 || hashes.Add(block.Hash) || true,
            record =>
            {
                foreach (var field in record.Fields)
                {
                    Collect(field.Value, hashes);
                }

                return true;
            },
            records =>
            {
                foreach (var item in records.Items)
                {
                    Collect(item, hashes);
                }

                return true;
            },
            _ => true
        );
}
