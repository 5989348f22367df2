namespace ActorIL.Numerics.Products;

/// <summary>What is done to each element of some rows of numbers, written once for every vector width.</summary>
internal interface IElementKernel
{
    /// <summary>Does it to as many elements as the vector has, from an index on.</summary>
    void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}
