using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>The gradients of a <see cref="GruCell"/>, element by element.</summary>
internal readonly ref struct GruGradient(scoped in CellBackward cell) : IElementKernel
{
    private readonly CellBackward _cell = cell;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var count = (nuint)_cell.OutputGradient.Length;
        var one = TLanes.Broadcast(1f);
        var reset = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index);
        var keep = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index + count);
        var candidate = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index + (2 * count));
        var recalled = ElementKernels.Load<TLanes, TVector>(_cell.Inner, index);
        var old = ElementKernels.Load<TLanes, TVector>(_cell.Hidden, index);
        var hidden = TLanes.Add(
            ElementKernels.Load<TLanes, TVector>(_cell.OutputGradient, index),
            ElementKernels.Load<TLanes, TVector>(_cell.HiddenCarry, index)
        );

        // Slopes: s (1 - s) of a sigmoid as s - s², 1 - n² of tanh, each rounded once.
        var flat = TLanes.NegatedMultiplyAdd(candidate, candidate, one);
        var byCandidate = TLanes.Multiply(TLanes.Multiply(hidden, TLanes.Subtract(one, keep)), flat);
        var keepSlope = TLanes.NegatedMultiplyAdd(keep, keep, keep);
        var byKeep = TLanes.Multiply(TLanes.Multiply(hidden, TLanes.Subtract(old, candidate)), keepSlope);
        var resetSlope = TLanes.NegatedMultiplyAdd(reset, reset, reset);
        var byReset = TLanes.Multiply(TLanes.Multiply(byCandidate, recalled), resetSlope);
        ElementKernels.Store<TLanes, TVector>(byReset, _cell.GateGradients, index);
        ElementKernels.Store<TLanes, TVector>(byKeep, _cell.GateGradients, index + count);
        ElementKernels.Store<TLanes, TVector>(byCandidate, _cell.GateGradients, index + (2 * count));
        ElementKernels.Store<TLanes, TVector>(byReset, _cell.HiddenGateGradients, index);
        ElementKernels.Store<TLanes, TVector>(byKeep, _cell.HiddenGateGradients, index + count);
        var byRecalled = TLanes.Multiply(byCandidate, reset);
        ElementKernels.Store<TLanes, TVector>(byRecalled, _cell.HiddenGateGradients, index + (2 * count));
        ElementKernels.Store<TLanes, TVector>(TLanes.Multiply(hidden, keep), _cell.HiddenCarry, index);
    }
}
