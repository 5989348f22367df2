using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The numbers of <see cref="HyperbolicTangent"/>, each in every lane.</summary>
internal readonly struct TangentConstants<TLane>
    where TLane : struct, ILane<TLane, float, int>
{
    public required TLane MagnitudeBits { get; init; }

    public required TLane SignBit { get; init; }

    public required TLane NotANumber { get; init; }

    public required TLane One { get; init; }

    public required TLane Half { get; init; }

    /// <summary>Below it the polynomial near zero holds.</summary>
    public required TLane Boundary { get; init; }

    /// <summary>Beyond 9.02 the nearest float is 1.</summary>
    public required TLane Saturation { get; init; }

    public required TLane RoundingShift { get; init; }

    public required TLane TwoBinaryLogOfE { get; init; }

    public required TLane MinusHalfNaturalLogOfTwo { get; init; }

    /// <summary>Coefficients of h(r) / r, from r on.</summary>
    public required TLane Beyond1 { get; init; }

    public required TLane Beyond2 { get; init; }

    public required TLane Beyond3 { get; init; }

    public required TLane Beyond4 { get; init; }

    public required TLane Beyond5 { get; init; }

    /// <summary>Coefficients of p.</summary>
    public required TLane Near0 { get; init; }

    public required TLane Near1 { get; init; }

    public required TLane Near2 { get; init; }

    public required TLane Near3 { get; init; }

    public required TLane Near4 { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TangentConstants<TLane> Create() =>
        new()
        {
            MagnitudeBits = TLane.BroadcastBits(int.MaxValue),
            SignBit = TLane.BroadcastBits(int.MinValue),
            NotANumber = TLane.BroadcastBits(0x7FC00000),
            One = TLane.Broadcast(1f),
            Half = TLane.Broadcast(0.5f),
            Boundary = TLane.Broadcast(0.625f),
            Saturation = TLane.Broadcast(9.1f),
            RoundingShift = TLane.Broadcast(ExponentialParts.RoundingShift),
            TwoBinaryLogOfE = TLane.Broadcast(2f * 1.44269504f),
            MinusHalfNaturalLogOfTwo = TLane.Broadcast(-0.5f * 0.693147182f),
            Beyond1 = TLane.Broadcast(0.99999994f),
            Beyond2 = TLane.Broadcast(0.66666174f),
            Beyond3 = TLane.Broadcast(0.33334008f),
            Beyond4 = TLane.Broadcast(0.13386507f),
            Beyond5 = TLane.Broadcast(4.4364784e-2f),
            Near0 = TLane.Broadcast(-0.33333284f),
            Near1 = TLane.Broadcast(0.13331486f),
            Near2 = TLane.Broadcast(-5.3743172e-2f),
            Near3 = TLane.Broadcast(2.0649707e-2f),
            Near4 = TLane.Broadcast(-5.7161981e-3f),
        };
}
