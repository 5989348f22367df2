using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>A few rows by four vectors of columns, held in registers over all steps.</summary>
/// <remarks>
/// Each element of C starts from its initial value, or goes on from what C holds, and takes one fused multiply-add a
/// step, in step order. Rows past the last one repeat it. Six rows are 24 independent chains in 32 registers: ten loads
/// for 24 multiply-adds.
/// </remarks>
internal static class WidePanelTile
{
    /// <summary>Rows top to top + 5; those past the last repeat it.</summary>
    public static void Six<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        nuint top,
        nuint last
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var a0 = ref operands.LeftRow(top);
        ref readonly var a1 = ref operands.LeftRow(nuint.Min(top + 1, last));
        ref readonly var a2 = ref operands.LeftRow(nuint.Min(top + 2, last));
        ref readonly var a3 = ref operands.LeftRow(nuint.Min(top + 3, last));
        ref readonly var a4 = ref operands.LeftRow(nuint.Min(top + 4, last));
        ref readonly var a5 = ref operands.LeftRow(nuint.Min(top + 5, last));
        Start<TLanes, TVector>(in operands, in initial, top, out var c00, out var c01, out var c02, out var c03);
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 1, last),
            out var c10,
            out var c11,
            out var c12,
            out var c13
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 2, last),
            out var c20,
            out var c21,
            out var c22,
            out var c23
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 3, last),
            out var c30,
            out var c31,
            out var c32,
            out var c33
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 4, last),
            out var c40,
            out var c41,
            out var c42,
            out var c43
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 5, last),
            out var c50,
            out var c51,
            out var c52,
            out var c53
        );
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b0 = TLanes.Load(in right, 0);
                var b1 = TLanes.Load(in right, TLanes.Count);
                var b2 = TLanes.Load(in right, 2 * TLanes.Count);
                var b3 = TLanes.Load(in right, 3 * TLanes.Count);
                Step<TLanes, TVector>(in a0, left, b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
                Step<TLanes, TVector>(in a1, left, b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
                Step<TLanes, TVector>(in a2, left, b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
                Step<TLanes, TVector>(in a3, left, b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
                Step<TLanes, TVector>(in a4, left, b0, b1, b2, b3, ref c40, ref c41, ref c42, ref c43);
                Step<TLanes, TVector>(in a5, left, b0, b1, b2, b3, ref c50, ref c51, ref c52, ref c53);
                left += operands.LeftStride;
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        Store<TLanes, TVector>(ref operands.ResultRow(top), c00, c01, c02, c03);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 1, last)), c10, c11, c12, c13);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 2, last)), c20, c21, c22, c23);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 3, last)), c30, c31, c32, c33);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 4, last)), c40, c41, c42, c43);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 5, last)), c50, c51, c52, c53);
    }

    /// <summary>Rows top to top + 3; those past the last repeat it.</summary>
    public static void Four<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        nuint top,
        nuint last
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var a0 = ref operands.LeftRow(top);
        ref readonly var a1 = ref operands.LeftRow(nuint.Min(top + 1, last));
        ref readonly var a2 = ref operands.LeftRow(nuint.Min(top + 2, last));
        ref readonly var a3 = ref operands.LeftRow(nuint.Min(top + 3, last));
        Start<TLanes, TVector>(in operands, in initial, top, out var c00, out var c01, out var c02, out var c03);
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 1, last),
            out var c10,
            out var c11,
            out var c12,
            out var c13
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 2, last),
            out var c20,
            out var c21,
            out var c22,
            out var c23
        );
        Start<TLanes, TVector>(
            in operands,
            in initial,
            nuint.Min(top + 3, last),
            out var c30,
            out var c31,
            out var c32,
            out var c33
        );
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b0 = TLanes.Load(in right, 0);
                var b1 = TLanes.Load(in right, TLanes.Count);
                var b2 = TLanes.Load(in right, 2 * TLanes.Count);
                var b3 = TLanes.Load(in right, 3 * TLanes.Count);
                Step<TLanes, TVector>(in a0, left, b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
                Step<TLanes, TVector>(in a1, left, b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
                Step<TLanes, TVector>(in a2, left, b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
                Step<TLanes, TVector>(in a3, left, b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
                left += operands.LeftStride;
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        Store<TLanes, TVector>(ref operands.ResultRow(top), c00, c01, c02, c03);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 1, last)), c10, c11, c12, c13);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 2, last)), c20, c21, c22, c23);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 3, last)), c30, c31, c32, c33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        nuint row,
        out TVector c0,
        out TVector c1,
        out TVector c2,
        out TVector c3
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var from = ref operands.Resumes ? ref operands.ResultRow(row) : ref initial;
        c0 = TLanes.Load(in from, 0);
        c1 = TLanes.Load(in from, TLanes.Count);
        c2 = TLanes.Load(in from, 2 * TLanes.Count);
        c3 = TLanes.Load(in from, 3 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TLanes, TVector>(
        ref readonly float row,
        nuint left,
        TVector b0,
        TVector b1,
        TVector b2,
        TVector b3,
        ref TVector c0,
        ref TVector c1,
        ref TVector c2,
        ref TVector c3
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var scale = TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in row), left));
        c0 = TLanes.MultiplyAdd(scale, b0, c0);
        c1 = TLanes.MultiplyAdd(scale, b1, c1);
        c2 = TLanes.MultiplyAdd(scale, b2, c2);
        c3 = TLanes.MultiplyAdd(scale, b3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector>(ref float row, TVector c0, TVector c1, TVector c2, TVector c3)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TLanes.Store(c0, ref row, 0);
        TLanes.Store(c1, ref row, TLanes.Count);
        TLanes.Store(c2, ref row, 2 * TLanes.Count);
        TLanes.Store(c3, ref row, 3 * TLanes.Count);
    }
}
