using static System.FormattableString;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>The float functions against double references, and span against scalar, over all kinds of floats.</summary>
public sealed class SingleAccuracyTests
{
    // A prime, so that the sweep meets every pattern of low bits.
    private const uint Stride = 1021;

    public static TheoryData<string> Names => FunctionTable.SingleNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_is_what_the_doc_comment_promises(string name) => AssertPromise(name, Stride);

    /// <summary>
    /// Some twenty minutes:
    /// <c>dotnet run -c Release --project tests/ActorIL.Core.Tests -- -explicit only -trait Category=Exhaustive</c>.
    /// </summary>
    [Theory(Explicit = true)]
    [Trait("Category", "Exhaustive")]
    [MemberData(nameof(Names))]
    public void Error_is_what_the_doc_comment_promises_for_every_float(string name) => AssertPromise(name, 1);

    private static void AssertPromise(string name, uint stride)
    {
        var (ulpMax, at) = WorstError(name, stride);
        TestContext.Current.TestOutputHelper?.WriteLine(Invariant($"{name}: {ulpMax:F5} ulp at {at:R}"));
        var promise = FunctionTable.DocumentedUlpMax(name, typeof(float));
        Assert.True(ulpMax <= promise, Invariant($"{name}({at:R}) is {ulpMax:F4} ulp off, not {promise}."));
        Assert.True(ulpMax >= 0.8 * promise, Invariant($"{name} is {ulpMax:F4} ulp off, well below {promise}."));
    }

    private static (double UlpMax, float At) WorstError(string name, uint stride)
    {
        var (forms, reference) = (FunctionTable.Single(name), FunctionTable.Reference(name));
        var (ulpMax, at) = (0.0, 0f);
        var (arguments, results) = (new float[4096], new float[4096]);
        for (var bits = 0UL; bits <= uint.MaxValue; )
        {
            var count = 0;
            for (; count < arguments.Length && bits <= uint.MaxValue; count++, bits += stride)
            {
                arguments[count] = BitConverter.UInt32BitsToSingle((uint)bits);
            }

            forms.Span(arguments, results);
            for (var index = 0; index < count; index++)
            {
                if (Bits(forms.Scalar(arguments[index])) != Bits(results[index]))
                {
                    Assert.Fail(Invariant($"{name}({arguments[index]:R}) depends on the width."));
                }

                var ulp = UlpError.Of(results[index], reference(arguments[index]));
                (ulpMax, at) = ulp > ulpMax ? (ulp, arguments[index]) : (ulpMax, at);
            }
        }

        return (ulpMax, at);
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
