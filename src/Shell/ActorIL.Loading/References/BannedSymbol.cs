using System.Collections.Immutable;

namespace ActorIL.Loading.References;

/// <summary>A line of the list that the compiler holds the functional core to: BannedSymbols.txt, embedded.</summary>
/// <param name="Type">Full name with arity.</param>
/// <param name="Member">The member's name; empty where the whole type is banned.</param>
/// <param name="Wanted">What to use instead.</param>
internal sealed record BannedSymbol(string Type, string Member, string Wanted)
{
    private const string ResourceName = "BannedSymbols.txt";

    /// <summary>The list as it was when the program was built.</summary>
    public static ImmutableArray<BannedSymbol> All { get; } = Read();

    /// <summary>Whether a use is one of it.</summary>
    public bool Matches(Reference reference) =>
        reference.Type == Type && (Member.Length == 0 || reference.Member == Member);

    private static ImmutableArray<BannedSymbol> Read()
    {
        using var stream = typeof(BannedSymbol).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Parse),
        ];
    }

    /// <summary>A line such as <c>T:System.Guid; identities are paths and keys</c>.</summary>
    private static BannedSymbol Parse(string line)
    {
        var (symbol, wanted) = (line.Split(';', count: 2)[0], line.Split(';', count: 2)[1].Trim());
        var name = symbol[2..];
        var dot = name.LastIndexOf('.');
        return symbol[0] == 'M' ? new(name[..dot], name[(dot + 1)..], wanted) : new(name, "", wanted);
    }
}
