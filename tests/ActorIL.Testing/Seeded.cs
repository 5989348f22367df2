using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace ActorIL.Testing;

/// <summary>
/// Runs a hand-made random test over many seeds; a failure prints the seed and the command that repeats it.
/// </summary>
public static class Seeded
{
    /// <summary>Runs the test <paramref name="caseCount"/> times, each with a seed of its own.</summary>
    /// <param name="caseCount">How many seeds to try, 1 or more.</param>
    /// <param name="test">Everything random in it comes from the seed; it fails by throwing.</param>
    /// <param name="callerFilePath">Filled in by the compiler.</param>
    /// <param name="callerMemberName">Filled in by the compiler.</param>
    /// <exception cref="XunitException">The test failed for one seed, which the message names.</exception>
    public static void Run(
        int caseCount,
        Action<ulong> test,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(caseCount);
        var root = TestSeed.Of(callerFilePath, callerMemberName);
        for (var caseIndex = 0; caseIndex < caseCount; caseIndex++)
        {
            var seed = TestSeed.OfCase(root, caseIndex);
            try
            {
                test(seed);
            }
            catch (Exception failure)
            {
                var command = TestCommand.Repeat(callerFilePath, callerMemberName, seed);
                throw new XunitException(
                    Invariant($"Case {caseIndex + 1} of {caseCount} failed with seed {seed}: {failure.Message}\n")
                        + $"Repeat it with: {command}",
                    failure
                );
            }
        }
    }
}
