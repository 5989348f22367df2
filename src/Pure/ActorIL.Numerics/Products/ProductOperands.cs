using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The operands of C = initial + A B, or C += A B, as the kernels see them: references and strides in elements, already checked.
/// </summary>
/// <remarks>A[r, k] is at r * LeftRowStride + k * LeftStepStride, B[k, j] at k * RightStride + j, C[r, j] at
/// r * ResultStride + j, where k counts steps.</remarks>
internal readonly ref struct ProductOperands
{
    private readonly ref readonly float _left;
    private readonly ref readonly float _right;
    private readonly ref float _result;
    private readonly ref readonly float _tangents;

    public ProductOperands(ref readonly float left, ref readonly float right, ref float result)
    {
        _left = ref left;
        _right = ref right;
        _result = ref result;
    }

    /// <summary>
    /// The same for C = (A B) (1 - T²), element by element: what comes back through tanh, T having its values and C's
    /// shape and stride.
    /// </summary>
    public ProductOperands(
        ref readonly float left,
        ref readonly float right,
        ref float result,
        ref readonly float tangents
    )
        : this(in left, in right, ref result) => _tangents = ref tangents;

    public bool HasTangents => !Unsafe.IsNullRef(in _tangents);

    public required nuint StepCount { get; init; }

    public required nuint LeftRowStride { get; init; }

    public required nuint LeftStepStride { get; init; }

    public required nuint RightStride { get; init; }

    public required nuint ResultStride { get; init; }

    /// <summary>Whether sums go on from what C holds: C += A B.</summary>
    public bool Resumes { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float LeftRow(nuint row) => ref Unsafe.Add(ref Unsafe.AsRef(in _left), row * LeftRowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float LeftElement(nuint row, nuint step) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _left), (row * LeftRowStride) + (step * LeftStepStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float RightElement(nuint step, nuint column) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _right), (step * RightStride) + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float ResultRow(nuint row) => ref Unsafe.Add(ref _result, row * ResultStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float ResultElement(nuint row, nuint column) =>
        ref Unsafe.Add(ref _result, (row * ResultStride) + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float Tangent(nuint row, nuint column) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _tangents), (row * ResultStride) + column);
}
