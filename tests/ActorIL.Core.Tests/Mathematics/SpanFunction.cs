namespace ActorIL.Core.Tests.Mathematics;

/// <summary>A function of each element of <paramref name="source"/>.</summary>
internal delegate void SpanFunction<T>(ReadOnlySpan<T> source, Span<T> destination);
