using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>The gradients of an <see cref="LstmCell"/>, element by element.</summary>
internal readonly ref struct LstmGradient(scoped in CellBackward cell) : IElementKernel
{
    private readonly CellBackward _cell = cell;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var count = (nuint)_cell.OutputGradient.Length;
        var one = TLanes.Broadcast(1f);
        var entry = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index);
        var keep = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index + count);
        var candidate = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index + (2 * count));
        var exit = ElementKernels.Load<TLanes, TVector>(_cell.Gates, index + (3 * count));
        var bounded = ElementKernels.Load<TLanes, TVector>(_cell.Inner, index);
        var old = ElementKernels.Load<TLanes, TVector>(_cell.Cell, index);

        // By h', then by c': what later steps carried, and what h' takes through tanh.
        var hidden = TLanes.Add(
            ElementKernels.Load<TLanes, TVector>(_cell.OutputGradient, index),
            ElementKernels.Load<TLanes, TVector>(_cell.HiddenCarry, index)
        );
        var memory = TLanes.MultiplyAdd(
            TLanes.Multiply(hidden, exit),
            TLanes.NegatedMultiplyAdd(bounded, bounded, one),
            ElementKernels.Load<TLanes, TVector>(_cell.CellCarry, index)
        );

        // Slopes: s (1 - s) of a sigmoid as s - s², 1 - g² of tanh, each rounded once.
        var byEntry = TLanes.Multiply(TLanes.Multiply(memory, candidate), Slope<TLanes, TVector>(entry));
        var byKeep = TLanes.Multiply(TLanes.Multiply(memory, old), Slope<TLanes, TVector>(keep));
        var flat = TLanes.NegatedMultiplyAdd(candidate, candidate, one);
        var byCandidate = TLanes.Multiply(TLanes.Multiply(memory, entry), flat);
        var byExit = TLanes.Multiply(TLanes.Multiply(hidden, bounded), Slope<TLanes, TVector>(exit));
        ElementKernels.Store<TLanes, TVector>(byEntry, _cell.GateGradients, index);
        ElementKernels.Store<TLanes, TVector>(byKeep, _cell.GateGradients, index + count);
        ElementKernels.Store<TLanes, TVector>(byCandidate, _cell.GateGradients, index + (2 * count));
        ElementKernels.Store<TLanes, TVector>(byExit, _cell.GateGradients, index + (3 * count));
        ElementKernels.Store<TLanes, TVector>(TLanes.Multiply(memory, keep), _cell.CellCarry, index);
        ElementKernels.Store<TLanes, TVector>(TLanes.Broadcast(0f), _cell.HiddenCarry, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Slope<TLanes, TVector>(TVector sigmoid)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.NegatedMultiplyAdd(sigmoid, sigmoid, sigmoid);
}
