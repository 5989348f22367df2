using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The operands of C = initial + A B, or C += A B, as blocks and tiles see them: a whole product, or a panel of its
/// columns over some of its steps; already checked.
/// </summary>
/// <remarks>
/// The steps of the sum come in runs: within a run, A's elements are one stride apart, and the first ones of two runs
/// another. A patch of an image is like that, row by row, so that it is read where it lies. B's steps lie one stride
/// apart through all runs.
/// </remarks>
internal readonly ref struct PanelOperands
{
    private readonly ref readonly float _left;
    private readonly ref readonly float _right;
    private readonly ref float _result;

    /// <param name="left">A, at its first row and step.</param>
    /// <param name="right">B, at its first step and column.</param>
    /// <param name="result">C, at its first row and column.</param>
    public PanelOperands(ref readonly float left, ref readonly float right, ref float result)
    {
        _left = ref left;
        _right = ref right;
        _result = ref result;
        RightColumnStride = 1;
    }

    /// <summary>Where A's rows lie.</summary>
    public required RowPlaces LeftRows { get; init; }

    /// <summary>Where C's rows lie.</summary>
    public required RowPlaces ResultRows { get; init; }

    /// <summary>At least 1.</summary>
    public required nuint RunCount { get; init; }

    /// <summary>Steps of a run, at least 1.</summary>
    public required nuint StepCount { get; init; }

    /// <summary>From one step of A to the next, within a run.</summary>
    public required nuint LeftStride { get; init; }

    /// <summary>From the first step of a run of A to that of the next.</summary>
    public required nuint LeftRunStride { get; init; }

    /// <summary>From one step of B to the next.</summary>
    public required nuint RightStride { get; init; }

    /// <summary>From one column of B to the next; 1 unless B is given transposed.</summary>
    public nuint RightColumnStride { get; init; }

    /// <summary>Whether blocks of B are copied side by side first; always where its columns are not.</summary>
    public bool PacksRight { get; init; }

    /// <summary>Whether sums go on from what C holds, instead of from initial values.</summary>
    public required bool Resumes { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float LeftRow(nuint row) => ref Unsafe.Add(ref Unsafe.AsRef(in _left), LeftRows.Offset(row));

    /// <summary>A's first row, at a step of a run.</summary>
    public ref readonly float LeftStep(nuint run, nuint step) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _left), (run * LeftRunStride) + (step * LeftStride));

    /// <summary>B at a column and a step, counted through all runs.</summary>
    public ref readonly float RightElement(nuint step, nuint column) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _right), (step * RightStride) + (column * RightColumnStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float ResultRow(nuint row) => ref Unsafe.Add(ref _result, ResultRows.Offset(row));
}
