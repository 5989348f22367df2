using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Networks;

/// <summary>A function of each element by itself whose slope follows from its argument.</summary>
internal interface ISmoothFunction
{
    static abstract Vector256<float> Value(Vector256<float> x);

    static abstract Vector256<float> Slope(Vector256<float> x);
}
