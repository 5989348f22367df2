using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The innermost kernels where there are 32 vector registers: a few rows by four vectors of neighbouring columns.
/// </summary>
/// <remarks>
/// As in <see cref="ProductTile"/>, each output element takes one fused multiply-add a step, in step order, and rows
/// past the last one repeat it. Each row of A is read once for four vectors instead of two, so that the loads of a step
/// take fewer cycles than its arithmetic even where they straddle cache lines.
/// </remarks>
internal static class WideTile
{
    /// <summary>Rows top to top + 5; those past the last repeat it.</summary>
    public static void Six<TLanes, TVector>(in ProductOperands operands, in WideBlock block, nuint top, nuint last)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        var r4 = nuint.Min(top + 4, last);
        var r5 = nuint.Min(top + 5, last);
        ref var t0 = ref operands.ResultElement(top, block.Column);
        ref var t1 = ref operands.ResultElement(r1, block.Column);
        ref var t2 = ref operands.ResultElement(r2, block.Column);
        ref var t3 = ref operands.ResultElement(r3, block.Column);
        ref var t4 = ref operands.ResultElement(r4, block.Column);
        ref var t5 = ref operands.ResultElement(r5, block.Column);
        var c0 = block.InitialQuad<TLanes, TVector>();
        var (c1, c2, c3, c4, c5) = (c0, c0, c0, c0, c0);
        if (block.Resumes)
        {
            c0 = VectorQuad<TLanes, TVector>.Load(in t0, 0);
            c1 = VectorQuad<TLanes, TVector>.Load(in t1, 0);
            c2 = VectorQuad<TLanes, TVector>.Load(in t2, 0);
            c3 = VectorQuad<TLanes, TVector>.Load(in t3, 0);
            c4 = VectorQuad<TLanes, TVector>.Load(in t4, 0);
            c5 = VectorQuad<TLanes, TVector>.Load(in t5, 0);
        }

        ref readonly var a0 = ref operands.LeftElement(top, block.Start);
        ref readonly var a1 = ref operands.LeftElement(r1, block.Start);
        ref readonly var a2 = ref operands.LeftElement(r2, block.Start);
        ref readonly var a3 = ref operands.LeftElement(r3, block.Start);
        ref readonly var a4 = ref operands.LeftElement(r4, block.Start);
        ref readonly var a5 = ref operands.LeftElement(r5, block.Start);
        ref readonly var right = ref block.Right;
        var (leftStride, rightStride) = (operands.LeftStepStride, block.RightStride);
        var (left, offset) = ((nuint)0, (nuint)0);
        for (var remaining = block.StepCount; remaining != 0; remaining--)
        {
            var b = VectorQuad<TLanes, TVector>.Load(in right, offset);
            c0.Add(At(in a0, left), in b);
            c1.Add(At(in a1, left), in b);
            c2.Add(At(in a2, left), in b);
            c3.Add(At(in a3, left), in b);
            c4.Add(At(in a4, left), in b);
            c5.Add(At(in a5, left), in b);
            left += leftStride;
            offset += rightStride;
        }

        block.Finish(in operands, top, c0, ref t0);
        block.Finish(in operands, r1, c1, ref t1);
        block.Finish(in operands, r2, c2, ref t2);
        block.Finish(in operands, r3, c3, ref t3);
        block.Finish(in operands, r4, c4, ref t4);
        block.Finish(in operands, r5, c5, ref t5);
    }

    /// <summary>Rows top to top + 3; those past the last repeat it.</summary>
    public static void Four<TLanes, TVector>(in ProductOperands operands, in WideBlock block, nuint top, nuint last)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        ref var t0 = ref operands.ResultElement(top, block.Column);
        ref var t1 = ref operands.ResultElement(r1, block.Column);
        ref var t2 = ref operands.ResultElement(r2, block.Column);
        ref var t3 = ref operands.ResultElement(r3, block.Column);
        var c0 = block.InitialQuad<TLanes, TVector>();
        var (c1, c2, c3) = (c0, c0, c0);
        if (block.Resumes)
        {
            c0 = VectorQuad<TLanes, TVector>.Load(in t0, 0);
            c1 = VectorQuad<TLanes, TVector>.Load(in t1, 0);
            c2 = VectorQuad<TLanes, TVector>.Load(in t2, 0);
            c3 = VectorQuad<TLanes, TVector>.Load(in t3, 0);
        }

        ref readonly var a0 = ref operands.LeftElement(top, block.Start);
        ref readonly var a1 = ref operands.LeftElement(r1, block.Start);
        ref readonly var a2 = ref operands.LeftElement(r2, block.Start);
        ref readonly var a3 = ref operands.LeftElement(r3, block.Start);
        ref readonly var right = ref block.Right;
        var (leftStride, rightStride) = (operands.LeftStepStride, block.RightStride);
        var (left, offset) = ((nuint)0, (nuint)0);
        for (var remaining = block.StepCount; remaining != 0; remaining--)
        {
            var b = VectorQuad<TLanes, TVector>.Load(in right, offset);
            c0.Add(At(in a0, left), in b);
            c1.Add(At(in a1, left), in b);
            c2.Add(At(in a2, left), in b);
            c3.Add(At(in a3, left), in b);
            left += leftStride;
            offset += rightStride;
        }

        block.Finish(in operands, top, c0, ref t0);
        block.Finish(in operands, r1, c1, ref t1);
        block.Finish(in operands, r2, c2, ref t2);
        block.Finish(in operands, r3, c3, ref t3);
    }

    /// <summary>Rows top and top + 1; where that is past the last, it repeats it.</summary>
    public static void Two<TLanes, TVector>(in ProductOperands operands, in WideBlock block, nuint top, nuint last)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var r1 = nuint.Min(top + 1, last);
        ref var t0 = ref operands.ResultElement(top, block.Column);
        ref var t1 = ref operands.ResultElement(r1, block.Column);
        var c0 = block.InitialQuad<TLanes, TVector>();
        var c1 = c0;
        if (block.Resumes)
        {
            c0 = VectorQuad<TLanes, TVector>.Load(in t0, 0);
            c1 = VectorQuad<TLanes, TVector>.Load(in t1, 0);
        }

        ref readonly var a0 = ref operands.LeftElement(top, block.Start);
        ref readonly var a1 = ref operands.LeftElement(r1, block.Start);
        ref readonly var right = ref block.Right;
        var (leftStride, rightStride) = (operands.LeftStepStride, block.RightStride);
        var (left, offset) = ((nuint)0, (nuint)0);
        for (var remaining = block.StepCount; remaining != 0; remaining--)
        {
            var b = VectorQuad<TLanes, TVector>.Load(in right, offset);
            c0.Add(At(in a0, left), in b);
            c1.Add(At(in a1, left), in b);
            left += leftStride;
            offset += rightStride;
        }

        block.Finish(in operands, top, c0, ref t0);
        block.Finish(in operands, r1, c1, ref t1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float At(ref readonly float row, nuint offset) => Unsafe.Add(ref Unsafe.AsRef(in row), offset);
}
