using System.Runtime.Intrinsics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>The four forms of one function, which must agree in every bit.</summary>
internal sealed record FunctionForms<T>(
    Func<T, T> Scalar,
    Func<Vector256<T>, Vector256<T>> Narrow,
    Func<Vector512<T>, Vector512<T>> Wide,
    SpanFunction<T> Span);
