using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>What wide tiles one under another share: four vectors of columns of B, over a run of steps.</summary>
internal readonly ref struct WideBlock
{
    /// <summary>B at the first step of the run, first column of the block.</summary>
    public readonly ref readonly float Right;

    /// <summary>Initial values of all columns; null for 0.</summary>
    public readonly ref readonly float Initial;

    public WideBlock(ref readonly float right, ref readonly float initial)
    {
        Right = ref right;
        Initial = ref initial;
    }

    /// <summary>From one step of B to the next.</summary>
    public required nuint RightStride { get; init; }

    /// <summary>First column in the result.</summary>
    public required nuint Column { get; init; }

    /// <summary>First step of the run.</summary>
    public required nuint Start { get; init; }

    /// <summary>Whether sums go on from what the result holds, instead of from initial values.</summary>
    public required bool Resumes { get; init; }

    /// <summary>Whether the sums are complete after this run and are multiplied by the slopes of tanh.</summary>
    public required bool EndsInSlopes { get; init; }

    /// <summary>Steps of the run.</summary>
    public required nuint StepCount { get; init; }

    /// <summary>Initial values of the block's columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorQuad<TLanes, TVector> InitialQuad<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        Unsafe.IsNullRef(in Initial) ? default : VectorQuad<TLanes, TVector>.Load(in Initial, Column);

    /// <summary>Writes a row's sums, multiplied by the slopes where that is due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<TLanes, TVector>(
        in ProductOperands operands,
        nuint row,
        VectorQuad<TLanes, TVector> sums,
        ref float target
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (EndsInSlopes)
        {
            sums.MultiplyBySlope(VectorQuad<TLanes, TVector>.Load(in operands.Tangent(row, Column), 0));
        }

        sums.Store(ref target, 0);
    }
}
