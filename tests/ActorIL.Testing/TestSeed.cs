using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ActorIL.Testing;

/// <summary>Where random tests get their seed: fixed by the test's name, so that a green run stays green.</summary>
public static class TestSeed
{
    private static readonly ulong FreshRoot = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>
    /// The seed of a test: <c>ACTORIL_SEED</c> if it is set (<c>random</c> draws afresh in each run), else a hash of
    /// its name.
    /// </summary>
    /// <exception cref="FormatException">The variable is neither a number nor <c>random</c>.</exception>
    public static ulong Of(string callerFilePath, string callerMemberName) =>
        Of(callerFilePath, callerMemberName, Environment.GetEnvironmentVariable(TestCommand.SeedVariable));

    /// <summary>The same for a given value of the variable; null or empty is unset.</summary>
    /// <exception cref="FormatException">The value is neither a number nor <c>random</c>.</exception>
    public static ulong Of(string callerFilePath, string callerMemberName, string? value) => value switch
    {
        null or "" => Hash($"{TestCommand.ClassOf(callerFilePath)}.{callerMemberName}"),
        "random" => Mix(unchecked(FreshRoot + Of(callerFilePath, callerMemberName, null))),
        _ when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => seed,
        _ => throw new FormatException(
            $"{TestCommand.SeedVariable} is '{value}'; wanted a number from 0 to {ulong.MaxValue}, or 'random'."),
    };

    /// <summary>The seed of one case; case 0 has the root itself, so that a printed seed repeats.</summary>
    public static ulong OfCase(ulong root, int caseIndex) =>
        caseIndex == 0 ? root : Mix(unchecked(root + (ulong)caseIndex));

    /// <summary>FNV-1a, 64 bits: stable between processes, which string hashes are not.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64: neighbouring numbers give unrelated seeds.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
