using System.Globalization;
using System.Text;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Addressing;

/// <summary>
/// The stable 64-bit hash of an actor's path: the same in every process, so an address can be computed, sent and
/// stored. An actor that is stopped and spawned again under its name has the same id.
/// </summary>
public readonly record struct ActorId(ulong Value) : IComparable<ActorId>
{
    private const int NameBytesMax = 256;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// Nobody: the sender of what the kernel itself sends, and the parent of the root. It sorts first.
    /// </summary>
    public static ActorId None => default;

    public bool IsNone => Value == 0;

    /// <summary>The id of the root actor of this name.</summary>
    public static ActorId Root(string name) => None.Child(name);

    /// <summary>The id of this actor's child of the given name; allocates nothing.</summary>
    /// <exception cref="ArgumentException">
    /// The name is empty, holds a slash, or is longer than 256 bytes of UTF-8.
    /// </exception>
    public ActorId Child(string name)
    {
        Span<byte> bytes = stackalloc byte[NameBytesMax];
        if (
            string.IsNullOrEmpty(name)
            || name.Contains('/', StringComparison.Ordinal)
            || !Strict.TryGetBytes(name, bytes, out var count)
        )
        {
            throw new ArgumentException(
                $"Found the actor name '{name}'; wanted 1 to {NameBytesMax} bytes without a slash.",
                nameof(name)
            );
        }

        var hash = ContentHash.Of(bytes[..count], Value);
        return new(hash == 0 ? 1 : hash);
    }

    /// <summary>Whether an actor can be called so.</summary>
    internal static bool IsName(string name) =>
        name.Length > 0
        && !name.Contains('/', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(name) <= NameBytesMax;

    public int CompareTo(ActorId other) => Value.CompareTo(other.Value);

    public static bool operator <(ActorId left, ActorId right) => left.Value < right.Value;

    public static bool operator >(ActorId left, ActorId right) => left.Value > right.Value;

    public static bool operator <=(ActorId left, ActorId right) => left.Value <= right.Value;

    public static bool operator >=(ActorId left, ActorId right) => left.Value >= right.Value;

    /// <summary>Sixteen lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
