using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>One rollout, episode or batch of a data set.</summary>
/// <param name="Ordinal">The delivery it came with.</param>
/// <param name="Message">The whole message.</param>
/// <param name="Content">The rollout, trajectory or batch itself.</param>
internal sealed record DatasetPart(long Ordinal, FieldNode Message, FieldNode Content)
{
    public long Number(string field) => Find(Content, field) is { } node ? FieldArrays.Number(node) : 0;

    public ImmutableArray<float> Singles(string field) =>
        Find(Content, field) is { } node ? FieldArrays.Singles(node) : [];

    public ImmutableArray<double> Doubles(string field) =>
        Find(Content, field) is { } node ? FieldArrays.Doubles(node) : [];

    public ImmutableArray<byte> Bytes(string field) => Find(Content, field) is { } node ? FieldArrays.Bytes(node) : [];

    /// <summary>The parts a message holds, in order.</summary>
    public static ImmutableArray<DatasetPart> Of(DatasetKind kind, long ordinal, FieldNode message) =>
        kind switch
        {
            DatasetKind.Rollouts => One(ordinal, message, "rolled.collected.rollout"),
            DatasetKind.Demonstrations =>
            [
                .. Items(message, "demonstrated.demonstrations.trajectories")
                    .Select(item => new DatasetPart(ordinal, message, item)),
            ],
            DatasetKind.Labels => One(ordinal, message, "append.batch"),
        };

    private static ImmutableArray<DatasetPart> One(long ordinal, FieldNode message, string path) =>
        Find(message, path) is { } content ? [new(ordinal, message, content)] : [];

    private static ImmutableArray<FieldNode> Items(FieldNode message, string path) =>
        Find(message, path) is { } list ? FieldArrays.Items(list) : [];

    private static FieldNode? Find(FieldNode node, string path) =>
        FieldPath.Find(node, path).Match<FieldNode?>(found => found, _ => null);
}
