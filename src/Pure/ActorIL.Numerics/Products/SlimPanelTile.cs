using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>A few rows by two vectors of columns, held in registers over all steps.</summary>
/// <remarks>
/// As <see cref="WidePanelTile"/>, for panels half as wide and for machines with sixteen registers.
/// </remarks>
internal static class SlimPanelTile
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
        Start<TLanes, TVector>(in operands, in initial, top, out var c00, out var c01);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 1, last), out var c10, out var c11);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 2, last), out var c20, out var c21);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 3, last), out var c30, out var c31);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 4, last), out var c40, out var c41);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 5, last), out var c50, out var c51);
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b0 = TLanes.Load(in right, 0);
                var b1 = TLanes.Load(in right, TLanes.Count);
                Step<TLanes, TVector>(in a0, left, b0, b1, ref c00, ref c01);
                Step<TLanes, TVector>(in a1, left, b0, b1, ref c10, ref c11);
                Step<TLanes, TVector>(in a2, left, b0, b1, ref c20, ref c21);
                Step<TLanes, TVector>(in a3, left, b0, b1, ref c30, ref c31);
                Step<TLanes, TVector>(in a4, left, b0, b1, ref c40, ref c41);
                Step<TLanes, TVector>(in a5, left, b0, b1, ref c50, ref c51);
                left += operands.LeftStride;
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        Store<TLanes, TVector>(ref operands.ResultRow(top), c00, c01);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 1, last)), c10, c11);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 2, last)), c20, c21);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 3, last)), c30, c31);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 4, last)), c40, c41);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 5, last)), c50, c51);
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
        Start<TLanes, TVector>(in operands, in initial, top, out var c00, out var c01);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 1, last), out var c10, out var c11);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 2, last), out var c20, out var c21);
        Start<TLanes, TVector>(in operands, in initial, nuint.Min(top + 3, last), out var c30, out var c31);
        ref readonly var right = ref operands.RightElement(0, 0);
        nuint run = 0;
        for (var runs = operands.RunCount; runs != 0; runs--)
        {
            var left = run;
            for (var steps = operands.StepCount; steps != 0; steps--)
            {
                var b0 = TLanes.Load(in right, 0);
                var b1 = TLanes.Load(in right, TLanes.Count);
                Step<TLanes, TVector>(in a0, left, b0, b1, ref c00, ref c01);
                Step<TLanes, TVector>(in a1, left, b0, b1, ref c10, ref c11);
                Step<TLanes, TVector>(in a2, left, b0, b1, ref c20, ref c21);
                Step<TLanes, TVector>(in a3, left, b0, b1, ref c30, ref c31);
                left += operands.LeftStride;
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), operands.RightStride);
            }

            run += operands.LeftRunStride;
        }

        Store<TLanes, TVector>(ref operands.ResultRow(top), c00, c01);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 1, last)), c10, c11);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 2, last)), c20, c21);
        Store<TLanes, TVector>(ref operands.ResultRow(nuint.Min(top + 3, last)), c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        nuint row,
        out TVector c0,
        out TVector c1
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var from = ref operands.Resumes ? ref operands.ResultRow(row) : ref initial;
        c0 = TLanes.Load(in from, 0);
        c1 = TLanes.Load(in from, TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TLanes, TVector>(
        ref readonly float row,
        nuint left,
        TVector b0,
        TVector b1,
        ref TVector c0,
        ref TVector c1
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var scale = TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in row), left));
        c0 = TLanes.MultiplyAdd(scale, b0, c0);
        c1 = TLanes.MultiplyAdd(scale, b1, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector>(ref float row, TVector c0, TVector c1)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TLanes.Store(c0, ref row, 0);
        TLanes.Store(c1, ref row, TLanes.Count);
    }
}
