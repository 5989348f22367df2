using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>Compares deliveries of two traces in one view.</summary>
/// <param name="view">Which differences count.</param>
/// <param name="isSameLevel">Whether both traces keep the same part of a payload.</param>
/// <param name="first">The blocks of the first trace.</param>
/// <param name="second">The blocks of the second trace.</param>
internal sealed class DeliveryComparison(DifferenceView view, bool isSameLevel, BlockMemory first, BlockMemory second)
{
    /// <summary>Whether two deliveries are the same in everything, their place and cause included.</summary>
    public bool AreSame(TraceEntry.Delivered one, TraceEntry.Delivered other) =>
        one.Channel.Topic == other.Channel.Topic
        && one.Record.Key == other.Record.Key
        && one.Record.Cause == other.Record.Cause
        && one.Record.IsExternal == other.Record.IsExternal
        && HaveSameContent(one, other);

    /// <summary>Whether two deliveries say the same.</summary>
    public bool HaveSameContent(TraceEntry.Delivered one, TraceEntry.Delivered other) =>
        one.Record.PayloadHash == other.Record.PayloadHash
            ? one.Channel.Message == other.Channel.Message
            : view.Tolerance is not null
                && one.Record.Payload.Length > 0
                && other.Record.Payload.Length > 0
                && Fields(one, other) is { IsDefault: false, IsEmpty: true };

    /// <summary>
    /// The fields that differ in this view; default where payloads were not recorded or cannot be read.
    /// </summary>
    public ImmutableArray<FieldDifference> Fields(TraceEntry.Delivered one, TraceEntry.Delivered other) =>
        one.Record.Payload.Length + other.Record.Payload.Length > 0 && Node(one) is { } left && Node(other) is { } right
            ? [.. FieldDifference.Between(left, right).SelectMany(Opened).Where(Counts)]
            : default;

    private bool Counts(FieldDifference difference) =>
        difference is not { One: { } one, Other: { } other } ? isSameLevel
        : !isSameLevel && (IsZero(one) || IsZero(other)) ? false
        : !Accepts(one, other);

    private bool Accepts(FieldLeaf one, FieldLeaf other) =>
        one.Width != 0 && one.Width == other.Width
            ? view.Accepts(ValueOf(one), ValueOf(other)) && (view.Tolerance is not null || one.Bits == other.Bits)
            : one == other;

    // A block shows as the hash of its content: where both contents are known, their numbers take its place.
    private IEnumerable<FieldDifference> Opened(FieldDifference difference) =>
        difference is { One: { Width: 0 } one, Other: { Width: 0 } other }
        && HashOf(one.Text) is { } left
        && HashOf(other.Text) is { } right
        && first.Find(left) is { } before
        && second.Find(right) is { } after
        && before.Length == after.Length
            ? Numbers(difference.Path, before, after)
            : [difference];

    private static IEnumerable<FieldDifference> Numbers(
        string path,
        ImmutableArray<float> before,
        ImmutableArray<float> after
    ) =>
        Enumerable
            .Range(0, before.Length)
            .Where(index =>
                BitConverter.SingleToUInt32Bits(before[index]) != BitConverter.SingleToUInt32Bits(after[index])
            )
            .Select(index =>
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
                return new FieldDifference(at, Leaf(at, before[index]), Leaf(at, after[index]));
            });

    private static FieldLeaf Leaf(string path, float value) =>
        new(path, value.ToString("R", CultureInfo.InvariantCulture), BitConverter.SingleToUInt32Bits(value), Width: 32);

    private static ulong? HashOf(string text) =>
        text.Length == 16
        && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : null;

    private static double ValueOf(FieldLeaf leaf) =>
        leaf.Width == 32
            ? BitConverter.UInt32BitsToSingle((uint)leaf.Bits)
            : BitConverter.UInt64BitsToDouble(leaf.Bits);

    // What a lower level leaves out reads as the zero of its type.
    private static bool IsZero(FieldLeaf leaf) =>
        leaf.Width != 0 ? leaf.Bits == 0 : leaf.Text is "" or "0" or "false" or "absent" or "0000000000000000";

    private static FieldNode? Node(TraceEntry.Delivered delivered) =>
        FieldTree
            .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
            .Match<FieldNode?>(node => node, _ => null);
}
