using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Sdk;
using TestResult = FsCheck.TestResult;

namespace ActorIL.Testing;

/// <summary>
/// Laws: claims that hold for every value. Each runs many generated cases; a broken law prints the smallest case found,
/// the seed, and the command that repeats it. A law is a function to bool, or one that fails by throwing.
/// </summary>
/// <remarks>
/// Types that FsCheck knows need no generator; <see cref="Any"/> has the usual others, and any <c>Gen</c> or
/// <c>Arbitrary</c> of FsCheck serves. The last parameters are filled in by the compiler.
/// </remarks>
public static class Law
{
    /// <summary>Cases tried unless a law says otherwise.</summary>
    public const int DefaultCaseCount = 200;

    /// <summary>The law holds for every value of a type that FsCheck can generate.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T>(
        Func<T, bool> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(Prop.ForAll(law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law holds for every pair.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T1, T2>(
        Func<T1, T2, bool> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(Prop.ForAll(law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law holds for every triple.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T1, T2, T3>(
        Func<T1, T2, T3, bool> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(Prop.ForAll(law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law holds for every generated value.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T>(
        Gen<T> values,
        Func<T, bool> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(Prop.ForAll(values.ToArbitrary(), law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law holds for every generated pair.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T1, T2>(
        Gen<T1> first,
        Gen<T2> second,
        Func<T1, T2, bool> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) =>
        Check(Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law, which fails by throwing, holds for every generated value.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T>(
        Gen<T> values,
        Action<T> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(Prop.ForAll(values.ToArbitrary(), law), caseCount, callerFilePath, callerMemberName);

    /// <summary>The law, which fails by throwing, holds for every generated pair.</summary>
    /// <exception cref="XunitException">A case breaks the law.</exception>
    public static void Holds<T1, T2>(
        Gen<T1> first,
        Gen<T2> second,
        Action<T1, T2> law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) =>
        Check(Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law), caseCount, callerFilePath, callerMemberName);

    /// <summary>Any property of FsCheck, such as one with a shrinking arbitrary or a condition.</summary>
    /// <exception cref="XunitException">A case breaks the law, or too few cases met its condition.</exception>
    public static void Holds(
        Property law,
        int caseCount = DefaultCaseCount,
        [CallerFilePath] string callerFilePath = "",
        [CallerMemberName] string callerMemberName = ""
    ) => Check(law, caseCount, callerFilePath, callerMemberName);

    private static void Check(Property law, int caseCount, string callerFilePath, string callerMemberName)
    {
        var seed = TestSeed.Of(callerFilePath, callerMemberName);
        var verdict = new Verdict();
        var replay = new Replay(new Rnd(seed), FSharpOption<int>.None);
        FsCheck.Check.One(
            Config.Quick.WithMaxTest(caseCount).WithReplay(FSharpOption<Replay>.Some(replay)).WithRunner(verdict),
            law
        );
        if (verdict.Failure.Length > 0)
        {
            throw new XunitException(
                Invariant($"{callerMemberName} is broken (seed {seed}): {verdict.Failure}\n")
                    + $"Repeat it with: {TestCommand.Repeat(callerFilePath, callerMemberName, seed)}",
                verdict.Cause
            );
        }
    }

    /// <summary>Keeps what FsCheck finds instead of printing it.</summary>
    private sealed class Verdict : IRunner
    {
        public string Failure { get; private set; } = "no case was run";

        public Exception? Cause { get; private set; }

        public void OnStartFixture(Type t) { }

        public void OnArguments(
            int ntest,
            FSharpList<object> args,
            FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every
        ) { }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) { }

        public void OnFinished(string name, TestResult testResult)
        {
            if (testResult is TestResult.Failed failed)
            {
                Cause = failed.Item4 is Outcome.Failed outcome ? outcome.Item : null;
                Failure =
                    Invariant($"case {failed.Item1.NumberOfTests}, shrunk {failed.Item1.NumberOfShrinks} times\n")
                    + $"  smallest: {Runner.argumentsToString(failed.Item3).Trim()}\n"
                    + $"  first:    {Runner.argumentsToString(failed.Item2).Trim()}\n"
                    + $"  because:  {Cause?.Message}";
            }
            else if (testResult is TestResult.Exhausted exhausted)
            {
                Failure = Invariant($"only {exhausted.Item.NumberOfTests} cases met the law's condition");
            }
            else
            {
                Failure = string.Empty;
            }
        }
    }
}
