using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The innermost kernels of a matrix product: a few rows by two vectors of columns, held in registers over all steps.
/// </summary>
/// <remarks>
/// Each output element starts from its initial value and takes one fused multiply-add per step, in step order. Rows past
/// the last one repeat it: they compute and store the same bits again, which costs less than a kernel for every count.
/// Six rows by two vectors are twelve independent chains, enough to hide the latency of the fused multiply-add, and fit
/// the sixteen vector registers of AVX2; four rows are the fewest that still hide it.
/// </remarks>
internal static class ProductTile
{
    /// <summary>Rows row to row + 5, columns from first and from second, one vector each.</summary>
    public static void Six<TLanes, TVector>(
        in ProductOperands operands,
        in ProductPlace place,
        TVector initialFirst,
        TVector initialSecond
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var a0 = ref operands.LeftRow(place.Row(0));
        ref readonly var a1 = ref operands.LeftRow(place.Row(1));
        ref readonly var a2 = ref operands.LeftRow(place.Row(2));
        ref readonly var a3 = ref operands.LeftRow(place.Row(3));
        ref readonly var a4 = ref operands.LeftRow(place.Row(4));
        ref readonly var a5 = ref operands.LeftRow(place.Row(5));
        ref readonly var b0 = ref operands.RightColumn(place.First);
        ref readonly var b1 = ref operands.RightColumn(place.Second);
        TVector c00 = initialFirst, c10 = initialFirst, c20 = initialFirst;
        TVector c30 = initialFirst, c40 = initialFirst, c50 = initialFirst;
        TVector c01 = initialSecond, c11 = initialSecond, c21 = initialSecond;
        TVector c31 = initialSecond, c41 = initialSecond, c51 = initialSecond;
        nuint left = 0, right = 0;
        nuint leftStride = operands.LeftStepStride, rightStride = operands.RightStride;
        for (var remaining = operands.StepCount; remaining != 0; remaining--)
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

        Store<TLanes, TVector>(in operands, in place, 0, c00, c01);
        Store<TLanes, TVector>(in operands, in place, 1, c10, c11);
        Store<TLanes, TVector>(in operands, in place, 2, c20, c21);
        Store<TLanes, TVector>(in operands, in place, 3, c30, c31);
        Store<TLanes, TVector>(in operands, in place, 4, c40, c41);
        Store<TLanes, TVector>(in operands, in place, 5, c50, c51);
    }

    /// <summary>Rows row to row + 3, columns from first and from second, one vector each.</summary>
    public static void Four<TLanes, TVector>(
        in ProductOperands operands,
        in ProductPlace place,
        TVector initialFirst,
        TVector initialSecond
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var a0 = ref operands.LeftRow(place.Row(0));
        ref readonly var a1 = ref operands.LeftRow(place.Row(1));
        ref readonly var a2 = ref operands.LeftRow(place.Row(2));
        ref readonly var a3 = ref operands.LeftRow(place.Row(3));
        ref readonly var b0 = ref operands.RightColumn(place.First);
        ref readonly var b1 = ref operands.RightColumn(place.Second);
        TVector c00 = initialFirst, c10 = initialFirst, c20 = initialFirst, c30 = initialFirst;
        TVector c01 = initialSecond, c11 = initialSecond, c21 = initialSecond, c31 = initialSecond;
        nuint left = 0, right = 0;
        nuint leftStride = operands.LeftStepStride, rightStride = operands.RightStride;
        for (var remaining = operands.StepCount; remaining != 0; remaining--)
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

        Store<TLanes, TVector>(in operands, in place, 0, c00, c01);
        Store<TLanes, TVector>(in operands, in place, 1, c10, c11);
        Store<TLanes, TVector>(in operands, in place, 2, c20, c21);
        Store<TLanes, TVector>(in operands, in place, 3, c30, c31);
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
    private static void Store<TLanes, TVector>(
        in ProductOperands operands,
        in ProductPlace place,
        nuint index,
        TVector first,
        TVector second
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref var row = ref operands.ResultRow(place.Row(index));
        TLanes.Store(first, ref row, place.First);
        TLanes.Store(second, ref row, place.Second);
    }
}
