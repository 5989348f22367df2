using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>A function of one number at every width; each width gives each element the same bits.</summary>
internal interface IFunction<T>
    where T : struct
{
    static abstract T Apply(T x);

    static abstract Vector256<T> Apply(Vector256<T> x);

    static abstract Vector512<T> Apply(Vector512<T> x);
}
