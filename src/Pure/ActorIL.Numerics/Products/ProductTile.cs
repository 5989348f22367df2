using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The innermost kernels of a matrix product: a few rows by two vectors of columns, held in registers over all steps.
/// </summary>
/// <remarks>
/// Each output element starts from its initial value and takes one fused multiply-add per step, in step order. Rows
/// past the last one repeat it: they compute and store the same bits again, which costs less than a kernel for every
/// count. Six rows by two vectors are twelve independent chains, enough to hide the latency of the fused
/// multiply-add, and fit the sixteen vector registers of AVX2; four rows are the fewest that still hide it.
/// </remarks>
internal static class ProductTile
{
    /// <summary>Rows top to top + 5; those past the last repeat it.</summary>
    public static void Six<TLanes, TVector>(
        in ProductOperands operands,
        in TileBlock block,
        TVector initialFirst,
        TVector initialSecond,
        nuint top,
        nuint last
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var (first, second) = (block.First, block.Second);
        var r0 = top;
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        var r4 = nuint.Min(top + 4, last);
        var r5 = nuint.Min(top + 5, last);
        ref readonly var a0 = ref operands.LeftRow(r0);
        ref readonly var a1 = ref operands.LeftRow(r1);
        ref readonly var a2 = ref operands.LeftRow(r2);
        ref readonly var a3 = ref operands.LeftRow(r3);
        ref readonly var a4 = ref operands.LeftRow(r4);
        ref readonly var a5 = ref operands.LeftRow(r5);
        ref var t0 = ref operands.ResultRow(r0);
        ref var t1 = ref operands.ResultRow(r1);
        ref var t2 = ref operands.ResultRow(r2);
        ref var t3 = ref operands.ResultRow(r3);
        ref var t4 = ref operands.ResultRow(r4);
        ref var t5 = ref operands.ResultRow(r5);
        var (c00, c10, c20) = (initialFirst, initialFirst, initialFirst);
        var (c30, c40, c50) = (initialFirst, initialFirst, initialFirst);
        var (c01, c11, c21) = (initialSecond, initialSecond, initialSecond);
        var (c31, c41, c51) = (initialSecond, initialSecond, initialSecond);
        if (block.Resumes)
        {
            Load<TLanes, TVector>(in t0, first, second, out c00, out c01);
            Load<TLanes, TVector>(in t1, first, second, out c10, out c11);
            Load<TLanes, TVector>(in t2, first, second, out c20, out c21);
            Load<TLanes, TVector>(in t3, first, second, out c30, out c31);
            Load<TLanes, TVector>(in t4, first, second, out c40, out c41);
            Load<TLanes, TVector>(in t5, first, second, out c50, out c51);
        }

        ref readonly var b0 = ref block.RightFirst;
        ref readonly var b1 = ref block.RightSecond;
        var (leftStride, rightStride) = (operands.LeftStepStride, block.RightStride);
        var (left, right) = (block.Start * leftStride, (nuint)0);
        for (var remaining = block.StepCount; remaining != 0; remaining--)
        {
            var x = TLanes.Load(in b0, right);
            var y = TLanes.Load(in b1, right);
            Step<TLanes, TVector>(in a0, left, x, y, ref c00, ref c01);
            Step<TLanes, TVector>(in a1, left, x, y, ref c10, ref c11);
            Step<TLanes, TVector>(in a2, left, x, y, ref c20, ref c21);
            Step<TLanes, TVector>(in a3, left, x, y, ref c30, ref c31);
            Step<TLanes, TVector>(in a4, left, x, y, ref c40, ref c41);
            Step<TLanes, TVector>(in a5, left, x, y, ref c50, ref c51);
            left += leftStride;
            right += rightStride;
        }

        Store<TLanes, TVector>(ref t0, first, second, c00, c01);
        Store<TLanes, TVector>(ref t1, first, second, c10, c11);
        Store<TLanes, TVector>(ref t2, first, second, c20, c21);
        Store<TLanes, TVector>(ref t3, first, second, c30, c31);
        Store<TLanes, TVector>(ref t4, first, second, c40, c41);
        Store<TLanes, TVector>(ref t5, first, second, c50, c51);
    }

    /// <summary>Rows top to top + 3; those past the last repeat it.</summary>
    public static void Four<TLanes, TVector>(
        in ProductOperands operands,
        in TileBlock block,
        TVector initialFirst,
        TVector initialSecond,
        nuint top,
        nuint last
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var (first, second) = (block.First, block.Second);
        var r0 = top;
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        ref readonly var a0 = ref operands.LeftRow(r0);
        ref readonly var a1 = ref operands.LeftRow(r1);
        ref readonly var a2 = ref operands.LeftRow(r2);
        ref readonly var a3 = ref operands.LeftRow(r3);
        ref var t0 = ref operands.ResultRow(r0);
        ref var t1 = ref operands.ResultRow(r1);
        ref var t2 = ref operands.ResultRow(r2);
        ref var t3 = ref operands.ResultRow(r3);
        TVector c00 = initialFirst,
            c10 = initialFirst,
            c20 = initialFirst,
            c30 = initialFirst;
        TVector c01 = initialSecond,
            c11 = initialSecond,
            c21 = initialSecond,
            c31 = initialSecond;
        if (block.Resumes)
        {
            Load<TLanes, TVector>(in t0, first, second, out c00, out c01);
            Load<TLanes, TVector>(in t1, first, second, out c10, out c11);
            Load<TLanes, TVector>(in t2, first, second, out c20, out c21);
            Load<TLanes, TVector>(in t3, first, second, out c30, out c31);
        }

        ref readonly var b0 = ref block.RightFirst;
        ref readonly var b1 = ref block.RightSecond;
        var (leftStride, rightStride) = (operands.LeftStepStride, block.RightStride);
        var (left, right) = (block.Start * leftStride, (nuint)0);
        for (var remaining = block.StepCount; remaining != 0; remaining--)
        {
            var x = TLanes.Load(in b0, right);
            var y = TLanes.Load(in b1, right);
            Step<TLanes, TVector>(in a0, left, x, y, ref c00, ref c01);
            Step<TLanes, TVector>(in a1, left, x, y, ref c10, ref c11);
            Step<TLanes, TVector>(in a2, left, x, y, ref c20, ref c21);
            Step<TLanes, TVector>(in a3, left, x, y, ref c30, ref c31);
            left += leftStride;
            right += rightStride;
        }

        Store<TLanes, TVector>(ref t0, first, second, c00, c01);
        Store<TLanes, TVector>(ref t1, first, second, c10, c11);
        Store<TLanes, TVector>(ref t2, first, second, c20, c21);
        Store<TLanes, TVector>(ref t3, first, second, c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TLanes, TVector>(
        ref readonly float row,
        nuint left,
        TVector x,
        TVector y,
        ref TVector first,
        ref TVector second
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var scale = TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in row), left));
        first = TLanes.MultiplyAdd(scale, x, first);
        second = TLanes.MultiplyAdd(scale, y, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<TLanes, TVector>(
        ref readonly float row,
        nuint first,
        nuint second,
        out TVector x,
        out TVector y
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        x = TLanes.Load(in row, first);
        y = TLanes.Load(in row, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector>(ref float row, nuint first, nuint second, TVector x, TVector y)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TLanes.Store(x, ref row, first);
        TLanes.Store(y, ref row, second);
    }
}
