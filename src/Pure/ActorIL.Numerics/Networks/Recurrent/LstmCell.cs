using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>Gates i, f, g, o; c' = f c + i g, h' = o tanh(c').</summary>
internal static class LstmCell
{
    /// <summary>From the gates' two sums to the new memory and the output.</summary>
    public static void Forward(scoped in CellForward cell)
    {
        var count = cell.Output.Length;
        var gates = cell.Gates;
        var sums = new ElementSums(cell.HiddenSums, gates);
        ElementKernels.Run(in sums, gates.Length);
        var entries = gates[..(2 * count)];
        var candidates = gates.Slice(2 * count, count);
        var exits = gates[(3 * count)..];
        VectorElementary.Sigmoid(entries, entries);
        VectorElementary.Tanh(candidates, candidates);
        VectorElementary.Sigmoid(exits, exits);

        var memory = new LstmMemory
        {
            Gates = gates,
            Old = cell.Cell,
            New = cell.Memory[count..],
        };
        ElementKernels.Run(in memory, count);
        VectorElementary.Tanh(cell.Memory[count..], cell.Inner);
        var outputs = new ElementProducts(exits, cell.Inner, cell.Output);
        ElementKernels.Run(in outputs, count);
        cell.Output.CopyTo(cell.Memory);
    }

    /// <summary>From the gradients by output and new memory to those by the gates' sums and the old memory.</summary>
    public static void Backward(scoped in CellBackward cell)
    {
        var gradient = new LstmGradient(in cell);
        ElementKernels.Run(in gradient, cell.OutputGradient.Length);
    }
}
