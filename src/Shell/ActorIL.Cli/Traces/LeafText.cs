using System.Globalization;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>A leaf as people read it: a float with its bits.</summary>
internal static class LeafText
{
    public static string? Of(FieldLeaf? leaf) =>
        leaf is not { } found ? null
        : found.Width == 32 ? string.Create(CultureInfo.InvariantCulture, $"{found.Text} (0x{found.Bits:x8})")
        : found.Width == 64 ? string.Create(CultureInfo.InvariantCulture, $"{found.Text} (0x{found.Bits:x16})")
        : found.Text;
}
