using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ActorIL.Loading.References;

/// <summary>
/// What the functional core and plug-ins may not use: the analyzer's list, and patterns over compiled references, since
/// that list takes no wildcards and the analyzer sees no generated call.
/// </summary>
internal static class BannedReferences
{
    private const string Transcendentals =
        "^(Exp|Log|Pow|RootN|Cbrt|Hypot|Sin|Cos|Tan|Asin|Acos|Atan|Lerp|DegreesToRadians|RadiansToDegrees)";

    private const string ExactMathematics =
        "Abs|Min|Max|Clamp|Sqrt|Floor|Ceiling|Truncate|FusedMultiplyAdd|CopySign|BigMul|DivRem|Sign|Round";

    private static readonly ImmutableArray<Ban> Bans =
    [
        new(@"^System\.", "Estimate$", "an exact operation: estimates differ between processors"),
        new(@"^System\.", "Native$", "the portable operation: native ones differ between processors"),
        new(@"^System\.Math(F)?$", $"^(?!({ExactMathematics})$)", "ActorIL.Core.Mathematics"),
        new(@"^System\.(Single|Double|Half)$", Transcendentals, "ActorIL.Core.Mathematics"),
        new(@"^System\.Runtime\.Intrinsics\.Vector\d+$", Transcendentals, "ActorIL.Core.Mathematics"),
        new(
            @"^System\.Numerics\.I(Exponential|Logarithmic|Trigonometric|Hyperbolic|Power)Functions",
            "",
            "ActorIL.Core.Mathematics"
        ),
        new(
            @"^System\.Runtime\.Intrinsics\.Vector\d+$",
            "^(Sum|Dot)$",
            "a fixed tree: the order of a sum shows",
            "Single|Double"
        ),
        new(
            @"^System\.Numerics\.(Vector(`1|\d)?|Matrix\dx\d|Quaternion|Plane)$",
            "",
            "Vector256 or Vector512: this width or order depends on the machine"
        ),
        new(@"^System\.Linq\.Parallel", "", "a loop: hosts own threads"),
        new(
            @"^System\.Collections\.(Immutable\.Immutable|Frozen\.Frozen)(Dictionary|HashSet|Set)(`|$|\+)",
            "^(?!(TryGetValue|Contains|ContainsKey|get_Item|GetValueOrDefault|ToFrozen\\w+|get_Count)$).",
            "ImmutableSortedDictionary or ImmutableSortedSet: these enumerate in a random order"
        ),
        new(
            @"^System\.Collections\.Immutable\.Immutable(Dictionary|HashSet)(`|$|\+)",
            "",
            "ImmutableSortedDictionary or ImmutableSortedSet"
        ),
        new(
            @"^System\.Collections\.Generic\.(Dictionary|HashSet)`\d(\+|$)",
            "^(GetEnumerator|get_Keys|get_Values|CopyTo)$",
            "an order of its own: none is taken from a hash table"
        ),
        new(@"^System\.(HashCode$|.*)", "^GetHashCode$", "ContentHash: hash codes differ between processes"),
        new(@"^System\.HashCode$", "", "ContentHash: hash codes differ between processes"),
        new(
            @"^System\.(Date(Time|TimeOffset|Only)|Time(Only|Provider|ZoneInfo)|Diagnostics\.Stopwatch)$",
            "",
            "the virtual time of Ctx"
        ),
        new(@"^System\.(Random|Guid|Security\.Cryptography\..*)$", "", "RngKey"),
        new(@"^System\.(Environment|AppContext|AppDomain|Console|Diagnostics\.Process)$", "", "nothing ambient"),
        new(@"^System\.Globalization\.CultureInfo$", "^get_(Current|Installed|Default)", "the invariant culture"),
        new(
            @"^System\.IO\.(File|Directory|Drive|FileSystem|FileStream|FileInfo|DirectoryInfo).*(?<!Exception)$",
            "",
            "bytes or text from the shell"
        ),
        new(@"^System\.IO\.Path$", "^(GetTemp|GetFullPath|Exists|GetRandom)", "bytes or text from the shell"),
        new(@"^System\.Net\.", "", "bytes or text from the shell"),
        new(@"^System\.Threading\.(?!CancellationToken$)", "", "hosts own threads"),
    ];

    /// <summary>What is banned among references, each once, in their order.</summary>
    public static IEnumerable<BannedUse> Find(IEnumerable<Reference> references) =>
        from reference in references
        where !IsOwnHashCode(reference)
        let wanted = Wanted(reference)
        where wanted is not null
        select new BannedUse(reference, wanted);

    private static string? Wanted(Reference reference) =>
        Bans.FirstOrDefault(ban => ban.Matches(reference))?.Wanted
        ?? BannedSymbol.All.FirstOrDefault(symbol => symbol.Matches(reference))?.Wanted;

    /// <summary>A type may answer the platform's question for a hash code, from the hash codes of its parts.</summary>
    private static bool IsOwnHashCode(Reference reference) =>
        reference.Member == "GetHashCode" && reference.Within.EndsWith(".GetHashCode", StringComparison.Ordinal);

    private sealed record Ban(string Type, string Member, string Wanted, string Arguments = "")
    {
        private readonly Regex type = new(Type, RegexOptions.CultureInvariant);
        private readonly Regex member = new(Member, RegexOptions.CultureInvariant);
        private readonly Regex arguments = new(Arguments, RegexOptions.CultureInvariant);

        public bool Matches(Reference reference) =>
            type.IsMatch(reference.Type) && member.IsMatch(reference.Member) && arguments.IsMatch(reference.Arguments);
    }
}
