using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// Products over at most four steps, such as those of a network's few inputs and of its few outputs: four vectors of
/// columns of B stay in registers for all steps, and each row of C is written once.
/// </summary>
/// <remarks>
/// The sums of neighbouring rows do not depend on each other, so that one row at a time hides the latency; a tile of
/// rows would be all beginning and end.
/// </remarks>
internal static class ShortTile
{
    /// <summary>Most steps: four of them take 16 registers.</summary>
    public const int StepCountMax = 4;

    /// <summary>All rows of a block of one to four steps.</summary>
    public static void Rows<TLanes, TVector>(in ProductOperands operands, in WideBlock block, nuint rowCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var (stepCount, resumes) = (block.StepCount, block.Resumes);
        var b0 = VectorQuad<TLanes, TVector>.Load(in block.Right, 0);
        var b1 = stepCount > 1 ? VectorQuad<TLanes, TVector>.Load(in block.Right, block.RightStride) : b0;
        var b2 = stepCount > 2 ? VectorQuad<TLanes, TVector>.Load(in block.Right, 2 * block.RightStride) : b0;
        var b3 = stepCount > 3 ? VectorQuad<TLanes, TVector>.Load(in block.Right, 3 * block.RightStride) : b0;
        var initial = block.InitialQuad<TLanes, TVector>();
        var stride = operands.LeftStepStride;
        for (nuint row = 0; row < rowCount; row++)
        {
            ref readonly var a = ref operands.LeftElement(row, block.Start);
            ref var target = ref operands.ResultElement(row, block.Column);
            var sum = resumes ? VectorQuad<TLanes, TVector>.Load(in target, 0) : initial;
            sum.Add(At(in a, 0), in b0);
            if (stepCount > 1)
            {
                sum.Add(At(in a, stride), in b1);
            }

            if (stepCount > 2)
            {
                sum.Add(At(in a, 2 * stride), in b2);
            }

            if (stepCount > 3)
            {
                sum.Add(At(in a, 3 * stride), in b3);
            }

            block.Finish(in operands, row, sum, ref target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float At(ref readonly float row, nuint offset) => Unsafe.Add(ref Unsafe.AsRef(in row), offset);
}
