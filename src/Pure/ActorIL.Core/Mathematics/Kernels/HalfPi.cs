namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>π/2 as the sum of three doubles.</summary>
internal static class HalfPi
{
    public const double High = 1.5707963267948966;
    public const double Middle = 6.123233995736766e-17;
    public const double Low = -1.4973849048591698e-33;

    /// <summary>2^28: up to here the three parts leave the remainder of every double accurate to about 2^-70.</summary>
    public const double ReductionLimit = 268435456d;
}
