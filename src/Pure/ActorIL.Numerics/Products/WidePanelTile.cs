using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>A few rows by four vectors of columns, held in registers over all steps.</summary>
/// <remarks>
/// Each element of C starts from its initial value, or goes on from what C holds, and takes one fused multiply-add a
/// step, in step order. Rows past the last one repeat it. As <see cref="WideTile"/>, for rows and steps that lie where
/// the patches of an image do.
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
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        var r4 = nuint.Min(top + 4, last);
        var r5 = nuint.Min(top + 5, last);
        ref readonly var a0 = ref operands.LeftRow(top);
        ref readonly var a1 = ref operands.LeftRow(r1);
        ref readonly var a2 = ref operands.LeftRow(r2);
        ref readonly var a3 = ref operands.LeftRow(r3);
        ref readonly var a4 = ref operands.LeftRow(r4);
        ref readonly var a5 = ref operands.LeftRow(r5);
        ref var t0 = ref operands.ResultRow(top);
        ref var t1 = ref operands.ResultRow(r1);
        ref var t2 = ref operands.ResultRow(r2);
        ref var t3 = ref operands.ResultRow(r3);
        ref var t4 = ref operands.ResultRow(r4);
        ref var t5 = ref operands.ResultRow(r5);
        var c0 = Start<TLanes, TVector>(in operands, in initial, in t0);
        var c1 = Start<TLanes, TVector>(in operands, in initial, in t1);
        var c2 = Start<TLanes, TVector>(in operands, in initial, in t2);
        var c3 = Start<TLanes, TVector>(in operands, in initial, in t3);
        var c4 = Start<TLanes, TVector>(in operands, in initial, in t4);
        var c5 = Start<TLanes, TVector>(in operands, in initial, in t5);
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b = VectorQuad<TLanes, TVector>.Load(in right, 0);
                c0.Add(At(in a0, left), in b);
                c1.Add(At(in a1, left), in b);
                c2.Add(At(in a2, left), in b);
                c3.Add(At(in a3, left), in b);
                c4.Add(At(in a4, left), in b);
                c5.Add(At(in a5, left), in b);
                left += operands.LeftStride;
                right = ref At(in right, operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        c0.Store(ref t0, 0);
        c1.Store(ref t1, 0);
        c2.Store(ref t2, 0);
        c3.Store(ref t3, 0);
        c4.Store(ref t4, 0);
        c5.Store(ref t5, 0);
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
        var r1 = nuint.Min(top + 1, last);
        var r2 = nuint.Min(top + 2, last);
        var r3 = nuint.Min(top + 3, last);
        ref readonly var a0 = ref operands.LeftRow(top);
        ref readonly var a1 = ref operands.LeftRow(r1);
        ref readonly var a2 = ref operands.LeftRow(r2);
        ref readonly var a3 = ref operands.LeftRow(r3);
        ref var t0 = ref operands.ResultRow(top);
        ref var t1 = ref operands.ResultRow(r1);
        ref var t2 = ref operands.ResultRow(r2);
        ref var t3 = ref operands.ResultRow(r3);
        var c0 = Start<TLanes, TVector>(in operands, in initial, in t0);
        var c1 = Start<TLanes, TVector>(in operands, in initial, in t1);
        var c2 = Start<TLanes, TVector>(in operands, in initial, in t2);
        var c3 = Start<TLanes, TVector>(in operands, in initial, in t3);
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b = VectorQuad<TLanes, TVector>.Load(in right, 0);
                c0.Add(At(in a0, left), in b);
                c1.Add(At(in a1, left), in b);
                c2.Add(At(in a2, left), in b);
                c3.Add(At(in a3, left), in b);
                left += operands.LeftStride;
                right = ref At(in right, operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        c0.Store(ref t0, 0);
        c1.Store(ref t1, 0);
        c2.Store(ref t2, 0);
        c3.Store(ref t3, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VectorQuad<TLanes, TVector> Start<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        ref readonly float result
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => VectorQuad<TLanes, TVector>.Load(in operands.Resumes ? ref result : ref initial, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly float At(ref readonly float source, nuint offset) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in source), offset);
}
