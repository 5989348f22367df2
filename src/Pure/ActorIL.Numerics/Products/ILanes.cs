namespace ActorIL.Numerics.Products;

/// <summary>One vector width as a module signature, so that each kernel is written once for every width.</summary>
/// <typeparam name="TVector">The vector, or float for the scalar width.</typeparam>
/// <remarks>All operations are IEEE and lane by lane: which width runs never shows in the bits.</remarks>
internal interface ILanes<TVector>
    where TVector : struct
{
    static abstract nuint Count { get; }

    static abstract TVector Load(ref readonly float source, nuint offset);

    static abstract void Store(TVector value, ref float target, nuint offset);

    static abstract TVector Broadcast(float value);

    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>addend - left · right, rounded once.</summary>
    static abstract TVector NegatedMultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    static abstract TVector SquareRoot(TVector value);
}
